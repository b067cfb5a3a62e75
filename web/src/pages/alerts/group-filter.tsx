import { useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";
import { useReadableGroups } from "../../api/own-groups.ts";
import { SelectField } from "../../components/field.tsx";
import { type AlertFilter, paths } from "../../path-builder.ts";

interface GroupFilterProps {
  readonly filter: AlertFilter;
  /** One group alone; all of them without. */
  readonly group: string | undefined;
}

/** Which group's alerts, where there is more than one. */
export const GroupFilter = ({ filter, group }: GroupFilterProps) => {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const groups = useReadableGroups() ?? [];
  return (
    <SelectField
      pointer="/group"
      label={t`Group`}
      errors={[]}
      value={group ?? ""}
      onChange={(chosen) =>
        navigate(paths.alerts({ show: filter, group: chosen === "" ? undefined : chosen }))
      }
    >
      <option value="">{t`All groups`}</option>
      {groups.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
};
