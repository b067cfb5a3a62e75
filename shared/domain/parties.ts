import * as z from "zod/mini";
import { EmailAddress, PhoneNumber } from "./contact.ts";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import type { ReleasedState } from "./lifecycle.ts";
import { may } from "./permissions.ts";
import { lines, text } from "./text.ts";
import type { Caller } from "./user.ts";

export const partyRoles = ["consignor", "consignee", "declarant", "carrier", "offender"] as const;
export type PartyRole = (typeof partyRoles)[number];

/** A person or company that an alert names: nominal data, kept apart from what the alert says. */
export const Party = z.strictObject({
  role: z.enum(partyRoles),
  name: text({ max: 200 }),
  address: z.optional(lines({ max: 500 })),
  identifiers: z.optional(
    z
      .array(
        z.strictObject({
          kind: text({ max: 60 }).check(z.describe("What it is a number of: EORI, VAT, passport, …")),
          value: text({ max: 100 }),
        }),
      )
      .check(
        z.minLength(1, "Give at least one identifier, or leave the list out."),
        z.maxLength(10, "A party has at most ten identifiers."),
      ),
  ),
  phone: z.optional(PhoneNumber),
  email: z.optional(EmailAddress),
  website: z.optional(
    z
      .url({ protocol: /^https?$/, error: "A website begins with https:// or http://." })
      .check(z.maxLength(2000, "A website's address has at most 2,000 characters.")),
  ),
});

/** What is entered: who is named, and which administrations may read it beside the author's own. */
export const PartiesInput = z.strictObject({
  parties: z
    .array(Party)
    .check(
      z.minLength(1, "Name at least one party; to remove all of them, delete them."),
      z.maxLength(20, "An alert names at most 20 parties."),
    ),
  readers: z._default(
    z.array(AdministrationCode).check(
      z.maxLength(200, "Name at most 200 readers."),
      z.refine((codes) => new Set(codes).size === codes.length, "Name each administration once."),
      z.describe("Administrations of the alert's audience that may read the parties, too"),
    ),
    [],
  ),
});
export type PartiesInput = z.infer<typeof PartiesInput>;

/** The nominal data of one alert as they are stored: the present ones, and each of the earlier ones apart. */
export const Parties = z.object({
  alert: Id,
  /** The author's. */
  administration: AdministrationCode,
  version: z.int(),
  parties: z.array(Party),
  readers: z.array(AdministrationCode),
  changedBy: Id,
  changedAt: Instant,
});
export type Parties = z.infer<typeof Parties>;

/** An alert as far as it decides about its nominal data. */
export interface Naming {
  readonly administration: AdministrationCode;
  readonly createdBy: Id;
  readonly isReleased: boolean;
}

/**
 * What somebody who sees an alert may do about its nominal data. In the author's administration a contact point and a releaser
 * change them, and an officer those of an alert of their own until it is released, and reads them after; what went out is changed
 * by who may release. In a named administration, the same roles read. To everybody else there are none.
 */
export const partiesRight = (
  caller: Caller,
  { administration, createdBy, isReleased }: Naming,
  readers: readonly AdministrationCode[],
): "write" | "read" | undefined => {
  if (!may(caller, "alerts.read-parties")) return undefined;
  if (caller.administration !== administration)
    return isReleased && readers.includes(caller.administration) ? "read" : undefined;
  if (caller.roles.some((role) => role === "contact-point" || role === "releaser")) return "write";
  if (caller.id !== createdBy) return undefined;
  return isReleased ? "read" : "write";
};

/** How long nominal data are kept after the end of their alert, where its group says nothing else. */
export const PARTIES_YEARS = 3;

/** They are looked at at least so often, so that an end is not missed. */
const LOOKED_AT_DAYS = 30;

const ends: readonly ReleasedState[] = ["withdrawn", "closed", "recalled"];

interface Ending {
  readonly state: ReleasedState;
  readonly changedAt: Instant;
}

/** When the nominal data of an alert are to be erased; undefined as long as the alert has not ended. */
const erasureOf = (alert: Ending, years: number): Date | undefined => {
  if (!ends.includes(alert.state)) return undefined;
  const at = new Date(alert.changedAt);
  at.setUTCFullYear(at.getUTCFullYear() + years);
  return at;
};

export const nextLook = (now: Date): Instant =>
  new Date(now.getTime() + LOOKED_AT_DAYS * 86_400_000).toISOString();

/** Whether nominal data are to be erased now, unless they are held. An alert that is not there any more, draft or not, names nobody. */
export const isToBeErased = (alert: Ending | "draft" | "gone", years: number, now: Date): boolean => {
  if (alert === "gone" || alert === "draft") return alert === "gone";
  const at = erasureOf(alert, years);
  return at !== undefined && at <= now;
};
