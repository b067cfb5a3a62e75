import { administrations } from "./administrations.ts";
import { alerts } from "./alerts.ts";
import { audit } from "./audit.ts";
import { contactPoints } from "./contact-points.ts";
import type { Noun } from "./endpoint.ts";
import { groups } from "./groups.ts";
import { registrations } from "./registrations.ts";
import { service } from "./service.ts";
import { subscriptions } from "./subscriptions.ts";
import { systemAccounts } from "./system-accounts.ts";
import { users } from "./users.ts";

/** The hosted API: every endpoint once. */
export const nouns = {
  service,
  registrations,
  administrations,
  contactPoints,
  users,
  systemAccounts,
  groups,
  subscriptions,
  alerts,
  audit,
} as const satisfies Readonly<Record<string, Noun>>;

export type NounName = keyof typeof nouns;
