import { useLingui } from "@lingui/react/macro";
import type { Role } from "../../../../shared/domain/permissions.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { assignableRoles } from "../../../../shared/domain/user.ts";
import { TickList } from "../../components/tick-list.tsx";
import { roleLabels } from "../../i18n/labels.ts";
import { useMe } from "../../session/me.ts";
import { useRoleMeaning } from "./role-meanings.ts";

interface RoleListProps {
  readonly value: readonly Role[];
  readonly errors: readonly FieldError[];
  readonly onChange: (roles: readonly Role[]) => void;
  readonly refused?: string | undefined;
}

/** The roles that there are in the own administration, each with what it may do. */
export const RoleList = (props: RoleListProps) => {
  const { t, i18n } = useLingui();
  const { administration } = useMe();
  const meaningOf = useRoleMeaning();
  return (
    <TickList
      {...props}
      pointer="/roles"
      label={t`Roles`}
      help={t`A person may have several.`}
      options={assignableRoles(administration.kind).map((role) => ({
        value: role,
        label: i18n.t(roleLabels[role]),
        help: meaningOf(role),
      }))}
    />
  );
};
