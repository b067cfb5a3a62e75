import * as z from "zod/mini";
import { type AlertSummary, AlertType, Severity } from "./alert-summary.ts";
import { Audience, Tlp, tlpConflict } from "./audience.ts";
import { Goods } from "./goods.ts";
import { GroupId } from "./group.ts";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { LanguageTag } from "./language.ts";
import { PartialDate } from "./partial-date.ts";
import { Route } from "./place.ts";
import { lines, text } from "./text.ts";

/** The authority that published what the alert relays, as text: it is no party of the exchange. */
export const Publication = z.strictObject({
  authority: text({ max: 200 }),
  sourceUrl: z.optional(
    z
      .url({ protocol: /^https?$/, error: "A source link begins with https:// or http://." })
      .check(z.maxLength(2000, "A source link has at most 2,000 characters.")),
  ),
});

/** What the author writes: the short form of alert-record.md. */
const shortForm = {
  type: AlertType,
  severity: Severity,
  tlp: Tlp,
  group: GroupId,
  audience: Audience,
  title: text({ max: 200 }),
  summary: lines({ max: 5000 }),
  language: LanguageTag,
  goods: z
    .array(Goods)
    .check(
      z.minLength(1, "Describe at least one product: its category and what it is."),
      z.maxLength(30, "An alert has at most 30 lines of goods."),
    ),
  route: z.optional(Route),
  event: z.optional(z.strictObject({ date: z.optional(PartialDate), place: z.optional(text({ max: 200 })) })),
  publishedBy: z.optional(Publication),
};

export const AlertContent = z.strictObject(shortForm);
export type AlertContent = z.infer<typeof AlertContent>;

/** Rules between fields; the pointer names the field to change. */
export const contentConflict = (content: AlertContent): { pointer: string; detail: string } | undefined => {
  const detail = tlpConflict(content.tlp, content.audience);
  return detail === undefined ? undefined : { pointer: "/tlp", detail };
};

/** The state of an alert beside what it says. */
const header = {
  id: Id,
  administration: AdministrationCode,
  createdBy: Id,
  createdAt: Instant,
  changedAt: Instant,
};

/** Why a draft was sent back, when, and by which releaser; or by which administration's review. */
export const Return = z.object({
  reason: z.string(),
  at: Instant,
  by: z.optional(Id),
  administration: z.optional(AdministrationCode),
});

/** What only the own administration sees, and while it is in review those who review in its group. */
export const Draft = z.object({
  ...header,
  state: z.enum(["draft", "submitted", "in-review"]),
  revision: z.int(),
  returned: z.optional(Return),
  content: AlertContent,
});
export type Draft = z.infer<typeof Draft>;

/** A draft in its next state; why an earlier one was sent back is said no longer. */
export const movedDraft = (
  { returned: _, ...draft }: Draft,
  state: Draft["state"],
  at: Instant,
  returned?: z.infer<typeof Return>,
): Draft => ({
  ...draft,
  state,
  revision: draft.revision + 1,
  changedAt: at,
  ...(returned === undefined ? {} : { returned }),
});

/** A released alert's head: enough to decide who may see it. */
export const AlertHead = z.object({
  ...header,
  state: z.enum(["released"]),
  reference: z.string(),
  version: z.int(),
  group: GroupId,
  audience: Audience,
  releasedBy: Id,
  releasedAt: Instant,
  /** Where it stands in every feed: a UUIDv7 made at the release. */
  position: Id,
});
export type AlertHead = z.infer<typeof AlertHead>;

/** One released version; never changed. */
export const AlertVersion = z.object({
  alert: Id,
  version: z.int(),
  releasedAt: Instant,
  content: AlertContent,
});
export type AlertVersion = z.infer<typeof AlertVersion>;

/** The countries a consignment touched, in travelling order, each once. */
export const routeCountries = (content: AlertContent): readonly string[] => {
  const { departure, transits = [], destination } = content.route ?? {};
  const places = [departure, ...transits, destination].filter((place) => place !== undefined);
  return [...new Set(places.map((place) => place.country))];
};

export const categoriesOf = (content: AlertContent) => [
  ...new Set(content.goods.map((line) => line.category)),
];

/** What a row of a list shows of an alert, released or not. */
export const describe = (content: AlertContent) => ({
  group: content.group,
  audience: content.audience.kind,
  type: content.type,
  severity: content.severity,
  tlp: content.tlp,
  title: content.title,
  language: content.language,
  categories: categoriesOf(content),
  countries: [...routeCountries(content)],
});

export const summarise = (head: AlertHead, content: AlertContent): AlertSummary => ({
  ...describe(content),
  id: head.id,
  reference: head.reference,
  version: head.version,
  administration: head.administration,
  releasedAt: head.releasedAt,
});
