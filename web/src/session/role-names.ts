import { useLingui } from "@lingui/react";
import { type Action, rolesFor } from "../../../shared/domain/permissions.ts";
import { listOf } from "../i18n/format.ts";
import { roleLabels } from "../i18n/labels.ts";
import { useMe } from "./me.ts";

/** The roles that open an action, as the person's own administration has them: operators are in the secretariat alone. */
export const useRoleNames = (): ((action: Action) => string) => {
  const { i18n } = useLingui();
  const { kind } = useMe().administration;
  return (action) => {
    const roles = rolesFor(action, kind);
    return listOf(
      roles
        .filter((role) => role !== "operator" || kind === "secretariat" || roles.length === 1)
        .map((role) => i18n.t(roleLabels[role])),
      i18n.locale,
    );
  };
};
