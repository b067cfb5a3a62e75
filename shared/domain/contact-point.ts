import * as z from "zod/mini";
import { canonicalJson } from "./canonical-json.ts";
import { EmailAddress, PhoneNumber } from "./contact.ts";
import { Hours } from "./duty-hours.ts";
import { AdministrationCode, Instant } from "./identifiers.ts";
import { LanguageTag } from "./language.ts";
import { text } from "./text.ts";
import { TimeZone } from "./time-zone.ts";

/** A primary and a deputy, and up to four more. */
export const LEAST_CONTACT_POINTS = 2;
export const MOST_CONTACT_POINTS = 6;

const reached = {
  name: text({ max: 120 }),
  function: text({ max: 120 }),
  email: EmailAddress,
  phone: PhoneNumber,
  languages: z.array(LanguageTag).check(
    z.minLength(1, "Name at least one language in which the contact point can be spoken to."),
    z.maxLength(6, "Name at most six languages, the best spoken first."),
    z.refine((tags) => new Set(tags).size === tags.length, "Name each language once."),
  ),
};

/** A contact point as an administration enters it: whom to reach, when, and in which language. */
export const ContactPointEntry = z.strictObject({ ...reached, timeZone: TimeZone, hours: Hours });
export type ContactPointEntry = z.infer<typeof ContactPointEntry>;

/** The whole list: the first is the primary, the second the deputy. */
export const ContactPointEntries = z
  .array(ContactPointEntry)
  .check(
    z.minLength(LEAST_CONTACT_POINTS, "Name at least a primary and a deputy national contact point."),
    z.maxLength(MOST_CONTACT_POINTS, "Name at most six contact points."),
  );

/** The same as kept. An application names no hours: where they are absent, nobody has told them yet. */
export const NationalContactPoint = z.object({
  ...reached,
  timeZone: z.optional(TimeZone),
  hours: z.optional(Hours),
  /** When the administration last said that all of this is right. */
  confirmedAt: Instant,
});
export type NationalContactPoint = z.infer<typeof NationalContactPoint>;

/** One administration's contact points, changed as a whole. */
export const ContactPointList = z.object({
  administration: AdministrationCode,
  contactPoints: z.array(NationalContactPoint),
  revision: z.int(),
  changedAt: Instant,
});
export type ContactPointList = z.infer<typeof ContactPointList>;

const DAY_MS = 86_400_000;
const CONFIRMED_FOR_DAYS = 365;
const REMINDED_BEFORE_DAYS = 30;

const later = (instant: Instant, days: number): Instant =>
  new Date(Date.parse(instant) + days * DAY_MS).toISOString();

/** Contact points are confirmed again at least once a year (domain.md, "National contact point"). */
export const dueAt = ({ confirmedAt }: Pick<NationalContactPoint, "confirmedAt">): Instant =>
  later(confirmedAt, CONFIRMED_FOR_DAYS);

export const isOverdue = (point: Pick<NationalContactPoint, "confirmedAt">, now: Instant): boolean =>
  dueAt(point) <= now;

/** What an administration is to be reminded of: some day soon, or already. */
export const reminderFor = (
  points: readonly Pick<NationalContactPoint, "confirmedAt">[],
  now: Instant,
): { readonly due: Instant; readonly stage: "soon" | "due" } | undefined => {
  const due = points.map(dueAt).sort()[0];
  if (due === undefined) return undefined;
  if (due <= now) return { due, stage: "due" };
  return later(due, -REMINDED_BEFORE_DAYS) <= now ? { due, stage: "soon" } : undefined;
};

const contentOf = ({ confirmedAt: _, ...content }: NationalContactPoint): string => canonicalJson(content);

/** Whoever enters something says that it is right; what stays as it was keeps the day on which that was said. */
export const replaced = (
  before: readonly NationalContactPoint[],
  entries: readonly ContactPointEntry[],
  now: Instant,
): readonly NationalContactPoint[] =>
  entries.map((entry) => {
    const entered = { ...entry, confirmedAt: now };
    return before.find((point) => contentOf(point) === contentOf(entered)) ?? entered;
  });
