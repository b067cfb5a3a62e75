import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { AdministrationKind } from "../../../../shared/domain/administration.ts";
import { type Action, type Role, rolesFor } from "../../../../shared/domain/permissions.ts";
import { listOf } from "../../i18n/format.ts";
import { useMe } from "../../session/me.ts";

/** What each action of the permissions table lets somebody do. An action without words does not compile. */
const actions = {
  "applications.decide": msg`decide applications`,
  "administrations.manage": msg`let in, suspend and reinstate administrations`,
  "administrations.read": msg`see all administrations`,
  "administrations.leave": msg`take the administration out of the exchange`,
  "contact-points.manage": msg`keep the contact points`,
  "contact-points.read": msg`see who is on duty in other administrations`,
  "users.manage": msg`invite and manage people`,
  "users.assist": msg`help contact points of other administrations to come in again`,
  "system-accounts.manage": msg`manage system accounts`,
  "subscriptions.manage": msg`manage duty notifications`,
  "groups.read": msg`see who is in the group`,
  "groups.create": msg`create groups and operations`,
  "groups.manage": msg`admit members to groups that the administration owns`,
  "groups.leave": msg`take the administration out of a group`,
  "alerts.read": msg`read alerts`,
  "alerts.draft": msg`draft alerts`,
  "alerts.release": msg`release alerts`,
  "alerts.review": msg`review alerts where their group asks for it`,
  "alerts.acknowledge": msg`acknowledge alerts for the administration`,
  "audit.read": msg`read the audit trail`,
  "audit.oversee": msg`see who did what in other administrations, not about which alert`,
} as const satisfies Readonly<Record<Action, MessageDescriptor>>;

/** The first words are what sets a role apart; that its people read comes last. */
const order: readonly Action[] = [
  "applications.decide",
  "administrations.manage",
  "administrations.read",
  "users.manage",
  "users.assist",
  "system-accounts.manage",
  "contact-points.manage",
  "subscriptions.manage",
  "alerts.release",
  "alerts.draft",
  "alerts.acknowledge",
  "alerts.review",
  "audit.read",
  "audit.oversee",
  "groups.create",
  "groups.manage",
  "groups.leave",
  "administrations.leave",
  "alerts.read",
  "groups.read",
  "contact-points.read",
];

const actionsOf = (role: Role, kind: AdministrationKind): readonly Action[] =>
  order.filter((action) => rolesFor(action, kind).includes(role));

/** In one line, what a role lets somebody do, as the permissions table says it. */
export const useRoleMeaning = (): ((role: Role) => string) => {
  const { t, i18n } = useLingui();
  const { kind } = useMe().administration;
  return (role) => {
    const may = actionsOf(role, kind).map((action) => i18n.t(actions[action]));
    if (may.length === 0) return t`Has no page of its own yet.`;
    const list = listOf(may, i18n.locale);
    return t`May ${list}.`;
  };
};
