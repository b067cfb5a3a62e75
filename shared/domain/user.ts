import * as z from "zod/mini";
import type { AdministrationKind } from "./administration.ts";
import { EmailAddress } from "./contact.ts";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { LanguageTag } from "./language.ts";
import { type Holder, Role } from "./permissions.ts";
import type { SystemAccount } from "./system-account.ts";
import { text } from "./text.ts";
import { TimeZone } from "./time-zone.ts";

export const userStates = ["invited", "active", "disabled"] as const;

/** Why somebody is disabled, where it was not simply said. */
export const disablingReasons = ["unused", "compromised"] as const;
export type DisablingReason = (typeof disablingReasons)[number];

/** A person of an administration. Roles and state are read from here at every request, never from a token's claims. */
export const User = z.object({
  /** Also the Cognito username in the administration's pool. */
  id: Id,
  administration: AdministrationCode,
  name: text({ max: 120 }),
  email: EmailAddress,
  roles: z.array(Role).check(z.minLength(1, "Give the user at least one role.")),
  state: z.enum(userStates),
  /** The pool's own id of the person; absent until the invitation was sent. A token of another `sub` is refused. */
  subject: z.optional(z.string()),
  /** The pool's id that this person had before the authenticator was reset: never theirs again. */
  retiredSubject: z.optional(z.string()),
  /** The language the person reads, where it is known. */
  language: z.optional(LanguageTag),
  /** The zone in which times are shown to the person; absent: the device's. */
  timeZone: z.optional(TimeZone),
  /** Of the last request, to the hour. */
  lastSeenAt: z.optional(Instant),
  /** When the person was given a new beginning: let in again, or invited anew. Absent: there was only the first one. */
  renewedAt: z.optional(Instant),
  /** When a contact point last said that the person is still entitled; absent: the invitation said it. */
  confirmedAt: z.optional(Instant),
  /** When the person was told that an account which nobody uses will be disabled. */
  warnedAt: z.optional(Instant),
  /** What somebody disabled was before, and is again when let in. */
  disabledAs: z.optional(z.enum(["invited", "active"])),
  disabledBecause: z.optional(z.enum(disablingReasons)),
  /** From this time on the account may have been in other hands; kept, so that what it saw can be told later, too. */
  compromisedSince: z.optional(Instant),
  /** The import that the person came with, so that a repetition of it recognises its own. */
  importedBy: z.optional(z.string()),
  /** Deleted people are disabled for good, and kept so that the audit trail's entries still have a name. */
  deletedAt: z.optional(Instant),
  revision: z.int(),
  createdAt: Instant,
  changedAt: Instant,
});
export type User = z.infer<typeof User>;

/** Who calls, as stored now: a person, or an administration's own system. */
export interface Caller extends Holder {
  /** The person's or the system account's. */
  readonly id: Id;
  readonly administration: AdministrationCode;
  /** Absent where a system calls. */
  readonly user?: User;
  /** Absent where a person calls. */
  readonly systemAccount?: SystemAccount;
}

/** Who calls where the table lets people alone in. */
export interface PersonCaller extends Caller {
  readonly user: User;
}

/** Roles that exist in an administration, for its contact point to give; `operator` is the secretariat's alone. */
export const assignableRoles = (administrationKind: AdministrationKind): readonly Role[] =>
  administrationKind === "secretariat"
    ? ["operator", "contact-point", "releaser", "officer", "reader", "duty", "auditor"]
    : ["contact-point", "releaser", "officer", "reader", "duty", "auditor"];
