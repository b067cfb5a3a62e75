import * as z from "zod/mini";
import type { AdministrationKind } from "./administration.ts";

/** A person's roles. `operator` exists in the secretariat alone. */
export const roles = [
  "contact-point",
  "releaser",
  "officer",
  "reader",
  "duty",
  "auditor",
  "operator",
] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** What an administration's own system may be allowed to do, as the scopes of its client (OAuth 2.0). */
export const scopes = ["alerts/read", "alerts/write", "interchange/read", "interchange/write"] as const;
export const Scope = z.enum(scopes);
export type Scope = z.infer<typeof Scope>;

/** What opens an action: a role; a role in a regional office alone; a system account's scope. */
interface Grant {
  readonly roles: readonly Role[];
  readonly regionalOffice?: readonly Role[];
  readonly scope?: Scope;
}

/**
 * Who may do what: the one table that the API, the OpenAPI document and the console's buttons read.
 * It opens the door; whether the loaded object is within reach is decided after it (audience.ts, own administration).
 */
export const permissions = {
  "applications.decide": { roles: ["operator"] },
  "administrations.manage": { roles: ["operator"] },
  "administrations.read": { roles: ["operator"] },
  "administrations.leave": { roles: ["contact-point"] },
  /** Those of other administrations are the operator's alone. */
  "contact-points.manage": { roles: ["operator", "contact-point"] },
  "contact-points.read": { roles: ["operator", "contact-point", "releaser", "officer", "duty", "reader"] },
  "users.manage": { roles: ["contact-point"] },
  /** The accounts of other administrations' contact points, where nobody of theirs can help. */
  "users.assist": { roles: ["operator"] },
  "system-accounts.manage": { roles: ["contact-point"] },
  "subscriptions.manage": { roles: ["contact-point"] },
  "groups.read": { roles: ["operator", "contact-point", "releaser", "officer", "duty", "reader"] },
  "groups.create": { roles: ["operator"], regionalOffice: ["contact-point", "releaser"] },
  /** Those that the own administration owns; the secretariat's operators, any. */
  "groups.manage": { roles: ["operator", "contact-point", "releaser"] },
  "groups.leave": { roles: ["contact-point"] },
  "alerts.read": {
    roles: ["operator", "contact-point", "releaser", "officer", "duty", "reader"],
    scope: "alerts/read",
  },
  "alerts.draft": { roles: ["operator", "contact-point", "releaser", "officer"], scope: "alerts/write" },
  "alerts.release": { roles: ["operator", "contact-point", "releaser"] },
  /** What others wrote, where the group asks for it: a group's owner may, too (review.ts). */
  "alerts.review": { roles: ["operator"], regionalOffice: ["contact-point", "releaser"] },
  "alerts.acknowledge": { roles: ["contact-point", "releaser", "duty"] },
  "audit.read": { roles: ["operator", "contact-point", "auditor"] },
  /** Other administrations' trails: who did what when, never what about. */
  "audit.oversee": { roles: ["operator"] },
} as const satisfies Record<string, Grant>;

export type Action = keyof typeof permissions;

/** Actions that are not for people alone. */
export type ScopedAction = {
  [A in Action]: (typeof permissions)[A] extends { readonly scope: Scope } ? A : never;
}[Action];

export const actions = Object.keys(permissions) as [Action, ...Action[]];

/** The roles that open an action in an administration of this kind. */
export const rolesFor = (action: Action, kind: AdministrationKind): readonly Role[] => {
  const { roles: anywhere, regionalOffice = [] }: Grant = permissions[action];
  return kind === "regional-office" ? [...new Set([...anywhere, ...regionalOffice])] : anywhere;
};

export const scopeFor = (action: Action): Scope | undefined => {
  const { scope }: Grant = permissions[action];
  return scope;
};

/** What somebody brings to the table: a person has roles, a system account scopes. */
export interface Holder {
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
  readonly administrationKind: AdministrationKind;
}

export const may = (holder: Holder, action: Action): boolean => {
  const scope = scopeFor(action);
  return (
    rolesFor(action, holder.administrationKind).some((role) => holder.roles.includes(role)) ||
    (scope !== undefined && holder.scopes.includes(scope))
  );
};

/** A role may be given by whom it would open nothing new to: nobody makes somebody who may do more than they may themselves. */
export const mayGive = (holder: Holder, role: Role): boolean =>
  actions.every((action) => !may({ ...holder, roles: [role], scopes: [] }, action) || may(holder, action));
