import * as z from "zod/mini";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";

/** One change or disclosure, in the actor's administration's trail. Never holds what an alert says. */
export const AuditEntry = z.object({
  id: Id,
  at: Instant,
  administration: AdministrationCode,
  /**
   * A user's id; `system` for the exchange itself, `applicant` for somebody not signed in; `secretariat` where it changed something of
   * another administration, whose own trail names the person.
   */
  actor: z.string(),
  /** Noun and verb of the contract's operation, such as `alerts.release`. */
  action: z.string(),
  /** Id or code of what was changed or shown. */
  subject: z.string(),
  /** Facts that make the entry useful without opening the subject: version, count, reason code. */
  detail: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** An entry as somebody reads it: of another administration's alerts, subject and detail are left out. */
export const ShownEntry = z.object({
  ...AuditEntry.shape,
  subject: z.optional(AuditEntry.shape.subject),
});
export type ShownEntry = z.infer<typeof ShownEntry>;

/** What an entry of another administration may be about for the operator to be shown it: who takes part, and the trail itself. */
const overseenNouns = [
  "administrations",
  "audit",
  "contact-points",
  "groups",
  "registrations",
  "subscriptions",
  "system-accounts",
  "users",
];

/**
 * What the secretariat's operator sees of another administration's trail: that somebody did something to an alert, and when, but not
 * to which one. The subject, a reference, a count would tell it of alerts that it is not in the audience of.
 */
export const overseen = ({ subject, detail, ...entry }: AuditEntry): ShownEntry =>
  overseenNouns.includes(entry.action.split(".")[0] ?? "")
    ? { ...entry, subject, ...(detail === undefined ? {} : { detail }) }
    : entry;
