import * as z from "zod/mini";
import { Tlp, tlpLabels } from "./audience.ts";
import { outcomes } from "./event.ts";
import { type FollowUpType, followUpStates } from "./follow-up-kind.ts";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { Laboratory } from "./laboratory.ts";
import { LanguageTag } from "./language.ts";
import { PartialDate } from "./partial-date.ts";
import { Place } from "./place.ts";
import { lines, text } from "./text.ts";

const written = lines({ max: 2000 });

/** What a correction may not touch: where an alert goes is its author's, and stays what it was at the release. */
const KEPT = ["group", "audience"] as const;

const Correction = z.record(z.string(), z.unknown()).check(
  z.describe("Merge patch (RFC 7396) of AlertContent; not of its group and audience"),
  z.refine((patch) => Object.keys(patch).length > 0, "Propose a change of at least one field."),
  z.refine((patch) => KEPT.every((name) => !Object.hasOwn(patch, name)), {
    error: "Where a released alert goes is not corrected: leave out its group and its audience.",
  }),
);

/** What an administration of the audience adds to an alert, by type. */
export const FollowUpContent = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("sighting"),
    text: written,
    place: z.optional(Place),
    date: z.optional(PartialDate),
  }),
  z.strictObject({
    type: z.literal("result"),
    text: written,
    outcome: z.optional(z.enum(outcomes).check(z.describe("What became of the goods"))),
    date: z.optional(PartialDate),
  }),
  z.strictObject({
    type: z.literal("laboratory-finding"),
    text: z.optional(written),
    laboratory: Laboratory,
  }),
  z.strictObject({ type: z.literal("question"), text: written }),
  z.strictObject({
    type: z.literal("correction-proposal"),
    text: written.check(z.describe("Why: what is known that the author does not know")),
    version: z.int().check(z.describe("The version that it corrects")),
    patch: Correction,
  }),
  z.strictObject({
    type: z.literal("translation"),
    language: LanguageTag,
    title: text({ max: 200 }),
    summary: lines({ max: 5000 }),
    by: z
      .enum(["person", "machine"])
      .check(z.describe("Who translated: machine also where a person read it after")),
  }),
]);
export type FollowUpContent = z.infer<typeof FollowUpContent>;

export const FollowUpInput = z.strictObject({
  tlp: z.optional(
    Tlp.check(z.describe("As strict as the alert's, or stricter; left out, it is the alert's own")),
  ),
  content: FollowUpContent,
});
export type FollowUpInput = z.infer<typeof FollowUpInput>;

/** What the author said to it. */
export const FollowUpReply = z.object({
  at: Instant,
  by: Id,
  /** The answer; or why a proposal is not taken up. */
  text: z.optional(z.string()),
  /** The version that took it up. */
  version: z.optional(z.int()),
});

export const FollowUp = z.object({
  id: Id,
  alert: Id,
  administration: AdministrationCode,
  /** A person or a system account; known to the own administration alone. */
  by: Id,
  at: Instant,
  /** The alert's version at that moment. */
  version: z.int(),
  tlp: Tlp,
  state: z.enum(followUpStates),
  content: FollowUpContent,
  reply: z.optional(FollowUpReply),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** Whether the author is to say something to it. */
export const asksAuthor = (type: FollowUpType): boolean =>
  type === "question" || type === "correction-proposal";

/** The stricter of two markings. */
export const stricter = (one: Tlp, other: Tlp): Tlp =>
  tlpLabels.indexOf(one) < tlpLabels.indexOf(other) ? one : other;
