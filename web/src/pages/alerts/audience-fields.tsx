import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { useGroupMembers } from "../../api/group-members.ts";
import { useWritableGroups } from "../../api/own-groups.ts";
import { CodeList } from "../../components/code-list.tsx";
import { searchOptions } from "../../components/code-search.ts";
import { Failure } from "../../components/failure.tsx";
import { Choice, SelectField } from "../../components/field.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { useMe } from "../../session/me.ts";
import type { TypedAlert } from "./alert-form.ts";

interface AudienceFieldsProps {
  readonly typed: TypedAlert;
  readonly change: (part: Partial<TypedAlert>) => void;
  readonly errors: readonly FieldError[];
}

/** Who may see it: the whole group, or administrations of it by name. */
export const AudienceFields = ({ typed, change, errors }: AudienceFieldsProps) => {
  const { t } = useLingui();
  const { administration } = useMe();
  const nameOf = useAdministrationName();
  const { members, error } = useGroupMembers(typed.group);
  const others = (members ?? []).filter(({ code }) => code !== administration.code);
  const writable = useWritableGroups();
  const groups = (writable ?? []).some(({ id }) => id === typed.group)
    ? (writable ?? [])
    : [{ id: typed.group, name: typed.group, state: undefined }, ...(writable ?? [])];
  const groupErrors = errorsAt(errors, "/group");
  return (
    <>
      {(groups.length > 1 || groupErrors.length > 0) && (
        <SelectField
          pointer="/group"
          label={t`Group`}
          errors={groupErrors}
          value={typed.group}
          // Who is named is in one group and may be in no other.
          onChange={(group) => change({ group, administrations: [] })}
        >
          {groups.map(({ id, name, state }) => (
            <option key={id} value={id}>
              {state === "upcoming" ? t`${name} (not begun)` : name}
            </option>
          ))}
        </SelectField>
      )}
      <Choice
        pointer="/audience"
        label={t`Who may see it`}
        errors={errors.filter(({ pointer }) => pointer === "/audience")}
        value={typed.audience}
        onChange={(audience) => change({ audience })}
        options={[
          {
            value: "group",
            label: t`The whole group`,
            help:
              members === undefined ? undefined : (
                <Plural value={others.length} one="# other administration" other="# other administrations" />
              ),
          },
          {
            value: "administrations",
            label: t`Named administrations`,
            help: t`Nobody else can learn that it exists.`,
          },
        ]}
      />
      {error && <Failure error={error} />}
      {typed.audience === "administrations" && (
        <CodeList
          pointer="/audience/administrations"
          label={<Trans>Add an administration</Trans>}
          errors={errorsAt(errors, "/audience/administrations")}
          value={typed.administrations}
          onChange={(administrations) => change({ administrations: [...administrations] })}
          search={(text) => searchOptions(others, text, 200)}
          nameOf={nameOf}
        />
      )}
    </>
  );
};
