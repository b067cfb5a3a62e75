import { useLingui } from "@lingui/react";
import { type Action, permissions } from "../../../shared/domain/permissions.ts";
import { listOf } from "../i18n/format.ts";
import { roleLabels } from "../i18n/labels.ts";
import { useMe } from "./me.ts";

/** The roles that open an action, as the person's own administration has them: operators are in the secretariat alone. */
export const useRoleNames = (): ((action: Action) => string) => {
  const { i18n } = useLingui();
  const { kind } = useMe().administration;
  return (action) =>
    listOf(
      permissions[action]
        .filter((role) => role !== "operator" || kind === "secretariat" || permissions[action].length === 1)
        .map((role) => i18n.t(roleLabels[role])),
      i18n.locale,
    );
};
