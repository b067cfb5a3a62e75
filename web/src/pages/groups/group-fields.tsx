import { useLingui } from "@lingui/react/macro";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { useMemberChoices } from "../../components/administration-choices.ts";
import { CodeCombobox } from "../../components/code-combobox.tsx";
import { searchOptions } from "../../components/code-search.ts";
import { Choice, TextArea, TextField } from "../../components/field.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { SECRETARIAT } from "../../i18n/secretariat.ts";
import type { TypedGroup } from "./typed-group.ts";

interface GroupFieldsProps {
  readonly typed: TypedGroup;
  readonly onChange: (typed: TypedGroup) => void;
  readonly errors: readonly FieldError[];
}

/** What a group is called and for what it is. */
export const NameFields = ({ typed, onChange, errors }: GroupFieldsProps) => {
  const { t } = useLingui();
  return (
    <>
      <TextField
        pointer="/name"
        label={t`Name`}
        help={t`Example: Operation (exercise)`}
        errors={errorsAt(errors, "/name")}
        value={typed.name}
        onChange={(name) => onChange({ ...typed, name })}
        autoComplete="off"
        maxLength={120}
      />
      <TextArea
        pointer="/description"
        label={t`Description`}
        help={t`What it is for, as its members read it.`}
        optional
        errors={errorsAt(errors, "/description")}
        value={typed.description}
        onChange={(description) => onChange({ ...typed, description })}
        rows={4}
      />
    </>
  );
};

/** The days of an operation. */
export const DateFields = ({ typed, onChange, errors }: GroupFieldsProps) => {
  const { t } = useLingui();
  return (
    <>
      <TextField
        pointer="/from"
        type="date"
        label={t`First day`}
        help={t`In UTC. Members may prepare it by alerts before.`}
        errors={errorsAt(errors, "/from")}
        value={typed.firstDay}
        onChange={(firstDay) => onChange({ ...typed, firstDay })}
      />
      <TextField
        pointer="/until"
        type="date"
        label={t`Last day`}
        help={t`In UTC. After it the operation can be read, and not written to.`}
        errors={errorsAt(errors, "/until")}
        value={typed.lastDay}
        onChange={(lastDay) => onChange({ ...typed, lastDay })}
      />
    </>
  );
};

/** Whether alerts are looked at before they are released. */
export const ReviewField = ({ typed, onChange, errors }: GroupFieldsProps) => {
  const { t } = useLingui();
  return (
    <Choice
      pointer="/review"
      label={t`Review of alerts`}
      errors={errorsAt(errors, "/review")}
      value={typed.review}
      onChange={(review) => onChange({ ...typed, review })}
      options={[
        { value: "none", label: t`None: the author’s administration releases` },
        {
          value: "before-release",
          label: t`Before the release`,
          help: t`The owner, the regional office or the secretariat looks at it first; what is critical is released at once and looked at after.`,
        },
      ]}
    />
  );
};

/** Who admits members beside the secretariat, which alone says so. */
export const OwnerField = ({
  typed,
  onChange,
  errors,
  among,
}: GroupFieldsProps & { readonly among?: readonly string[] }) => {
  const { t } = useLingui();
  const nameOf = useAdministrationName();
  const all = useMemberChoices();
  const choices = [{ code: SECRETARIAT, name: nameOf(SECRETARIAT) }, ...all].filter(
    ({ code }) => among === undefined || among.includes(code),
  );
  return (
    <CodeCombobox
      pointer="/owner"
      label={t`Owner`}
      help={t`Its contact points and releasers admit members and change the group. A regional office is named by its code, such as RILO-WE.`}
      errors={errorsAt(errors, "/owner")}
      value={typed.owner}
      onChange={(owner) => onChange({ ...typed, owner })}
      search={(text) => searchOptions(choices, text, 200)}
      nameOf={(code) => choices.find((choice) => choice.code === code)?.name}
      takesText
    />
  );
};
