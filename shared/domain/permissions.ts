import * as z from "zod/mini";

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

/**
 * Who may do what, by role: the one table that the API, the OpenAPI document and the console's buttons read.
 * A role opens the door; whether the loaded object is within reach is decided after it (audience.ts, own administration).
 */
export const permissions = {
  "applications.decide": ["operator"],
  "administrations.manage": ["operator"],
  "administrations.read": ["operator"],
  "users.manage": ["contact-point"],
  "subscriptions.manage": ["contact-point"],
  "groups.read": ["operator", "contact-point", "releaser", "officer", "duty", "reader"],
  "alerts.read": ["operator", "contact-point", "releaser", "officer", "duty", "reader"],
  "alerts.draft": ["operator", "contact-point", "releaser", "officer"],
  "alerts.release": ["operator", "contact-point", "releaser"],
  "alerts.acknowledge": ["contact-point", "releaser", "duty"],
  "audit.read": ["operator", "contact-point", "auditor"],
  /** Other administrations' trails: who did what when, never what about. */
  "audit.oversee": ["operator"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof permissions;

export const may = (held: readonly Role[], action: Action): boolean =>
  permissions[action].some((role) => held.includes(role));

/** A role may be given by whom it would open nothing new to: nobody makes somebody who may do more than they may themselves. */
export const mayGive = (held: readonly Role[], role: Role): boolean =>
  (Object.keys(permissions) as Action[]).every((action) => !may([role], action) || may(held, action));
