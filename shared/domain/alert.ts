import * as z from "zod/mini";
import { AlertChange } from "./alert-change.ts";
import { type AlertSummary, AlertType, Severity } from "./alert-summary.ts";
import { Area } from "./area.ts";
import { Audience, isSameAudience, namedBeside, Tlp, tlpConflict } from "./audience.ts";
import { Concealment } from "./concealment.ts";
import { Conveyance } from "./conveyance.ts";
import { Detection } from "./detection.ts";
import { AlertEvent } from "./event.ts";
import { Goods, unseenInGoods } from "./goods.ts";
import { Grading } from "./grading.ts";
import { GroupId } from "./group.ts";
import { Handling } from "./handling.ts";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { AdverseReactions, Laboratory } from "./laboratory.ts";
import { LanguageTag } from "./language.ts";
import { releasedStates } from "./lifecycle.ts";
import { PartialDate } from "./partial-date.ts";
import { Route } from "./place.ts";
import { asReported, lines, text } from "./text.ts";
import { Certainty, Purpose, Urgency } from "./urgency.ts";

/** The authority that published what the alert relays, as text: it is no party of the exchange. */
export const Publication = z
  .strictObject({
    authority: text({ max: 200 }).check(z.describe("Its name, as it calls itself")),
    sourceUrl: z.optional(
      z
        .url({ protocol: /^https?$/, error: "A source link begins with https:// or http://." })
        .check(
          z.maxLength(2000, "A source link has at most 2,000 characters."),
          z.describe("Where it was published; http or https (RFC 3986)"),
        ),
    ),
    sourceAsReported: asReported("The source"),
    date: z.optional(PartialDate.check(z.describe("Of the publication; EDTF level 0"))),
    dateAsReported: asReported("The date of publication"),
  })
  .check(z.describe("The authority that published what the alert relays, and where"));

/** Without these nothing is an alert. */
const required = {
  type: AlertType,
  severity: Severity,
  tlp: Tlp,
  group: GroupId,
  audience: Audience,
  title: text({ max: 200 }).check(z.describe("One line by which a reader knows it in a list")),
  summary: lines({ max: 5000 }).check(z.describe("What happened, in the author's words and language")),
  language: LanguageTag,
  goods: z
    .array(Goods)
    .check(
      z.minLength(1, "Describe at least one product: its category and what it is."),
      z.maxLength(30, "An alert has at most 30 lines of goods; tell of the others in another alert."),
      z.describe("One line for each product, 1 to 30"),
    ),
};

/** What can be known beyond them: the long form of alert-record.md. */
const known = {
  purpose: z.optional(Purpose),
  typeAsReported: asReported("The type"),
  urgency: z.optional(Urgency),
  certainty: z.optional(Certainty),
  grading: z.optional(Grading),
  expires: z.optional(Instant.check(z.describe("Until when it is good; RFC 3339, UTC"))),
  acknowledgeBy: z.optional(Instant.check(z.describe("By when an answer is asked for; RFC 3339, UTC"))),
  event: z.optional(AlertEvent),
  area: z.optional(Area),
  route: z.optional(Route),
  conveyance: z.optional(
    z
      .array(Conveyance)
      .check(
        z.minLength(1, "Describe at least one conveyance, or leave the list out."),
        z.maxLength(10, "An alert has at most ten conveyances."),
        z.describe("What carried the goods, a leg of the route each, in travelling order"),
      ),
  ),
  detection: z.optional(Detection),
  concealment: z.optional(Concealment),
  laboratory: z.optional(Laboratory),
  adverseReactions: z.optional(AdverseReactions),
  handling: z.optional(Handling),
  publishedBy: z.optional(Publication),
};

/** What the author writes. The short form and the long form are this one: the short form asks for less of it. */
export const AlertContent = z.strictObject({ ...required, ...known });
export type AlertContent = z.infer<typeof AlertContent>;

/** The fields of an alert that the short form asks for; of a line of goods, those of {@link shortGoodsFields}. */
export const shortFormFields = [
  ...(Object.keys(required) as (keyof typeof required)[]),
  "route",
] as const satisfies readonly (keyof AlertContent)[];

export const shortGoodsFields = [
  "category",
  "description",
  "hs",
  "quantity",
] as const satisfies readonly (keyof Goods)[];

/** Rules between fields; the pointer names the field to change. */
export const contentConflict = (content: AlertContent): { pointer: string; detail: string } | undefined => {
  const detail = tlpConflict(content.tlp, content.audience);
  return detail === undefined ? unseenInGoods(content.goods) : { pointer: "/tlp", detail };
};

/** What a revision may not do to a released alert: leave its group, or its readers. */
export const revisionConflict = (
  before: Pick<AlertContent, "group" | "audience">,
  next: Pick<AlertContent, "group" | "audience">,
): { pointer: string; detail: string } | undefined => {
  if (next.group !== before.group)
    return {
      pointer: "/group",
      detail: `A released alert stays in its group, ${before.group}. Draft another one.`,
    };
  return namedBeside(before.audience, next.audience) !== undefined ||
    isSameAudience(before.audience, next.audience)
    ? undefined
    : {
        pointer: "/audience",
        detail:
          "A released alert keeps its readers; to named ones, others may be added. Recall it to leave somebody out.",
      };
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
  state: z.enum(releasedStates),
  reference: z.string(),
  /** One more with every step: a withdrawal is a version, too. */
  version: z.int(),
  /** The version from which on an acknowledgement answers it; absent: the first. */
  asksSince: z.optional(z.int()),
  group: GroupId,
  audience: Audience,
  /** Whom regions, or all but some, stood for when it was released. */
  addressed: z.optional(z.array(AdministrationCode)),
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
  /** Known to the author's administration alone. */
  by: z.optional(Id),
  /** Absent of the first version, which is the release. */
  change: z.optional(AlertChange),
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
  ...(content.expires === undefined ? {} : { expires: content.expires }),
  ...(head.version === 1 ? {} : { state: head.state, changedAt: head.changedAt }),
});
