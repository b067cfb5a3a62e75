import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { useGroupMembers } from "../../api/group-members.ts";
import { CodeList } from "../../components/code-list.tsx";
import { searchOptions } from "../../components/code-search.ts";
import { Failure } from "../../components/failure.tsx";
import { Choice } from "../../components/field.tsx";
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
  return (
    <>
      <Choice
        pointer="/audience"
        label={t`Who may see it`}
        errors={errors.filter(({ pointer }) => pointer === "/audience" || pointer === "/group")}
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
