import * as z from "zod/mini";
import type { AlertSummary } from "./alert-summary.ts";
import { AdministrationCode, Id, Instant, SECRETARIAT } from "./identifiers.ts";
import type { Holder } from "./permissions.ts";
import { lines } from "./text.ts";

/** As what somebody signs a recall: for the secretariat, of any alert; of one's own, in either of two roles. */
export const capacities = ["operator", "releaser", "contact-point"] as const;
export type Capacity = (typeof capacities)[number];

/** A signature that no second one followed within this time has lapsed. */
export const SIGNATURE_HOURS = 24;

export const RecallReason = lines({ max: 1000 });

/** One person's signature under a recall. Two that complete each other carry it out. */
export const RecallSignature = z.object({
  alert: Id,
  /** Its number among the signatures of this alert. */
  number: z.int(),
  administration: AdministrationCode,
  by: Id,
  as: z.array(z.enum(capacities)),
  /** What is told to everybody; of the second one, whose word adds nothing, the first one's. */
  reason: z.string(),
  at: Instant,
});
export type RecallSignature = z.infer<typeof RecallSignature>;

/** What is left of an alert that was recalled. */
export const Recall = z.object({
  at: Instant,
  reason: z.string(),
  /** Whose people recalled it: its author's, or the secretariat's. */
  administration: AdministrationCode,
});
export type Recall = z.infer<typeof Recall>;

type Signatory = Pick<Holder, "roles"> & { readonly administration: AdministrationCode };

/** As what somebody may sign the recall of an alert of this author's; nothing for everybody else. */
export const capacitiesOf = (
  { roles, administration }: Signatory,
  author: AdministrationCode,
): readonly Capacity[] =>
  capacities.filter(
    (capacity) =>
      roles.includes(capacity) &&
      (capacity === "operator" ? administration === SECRETARIAT : administration === author),
  );

export const lapsesAt = ({ at }: Pick<RecallSignature, "at">): Instant =>
  new Date(Date.parse(at) + SIGNATURE_HOURS * 3_600_000).toISOString();

export const isLive = (signature: Pick<RecallSignature, "at">, now: Instant): boolean =>
  now < lapsesAt(signature);

type Signed = Pick<RecallSignature, "administration" | "by" | "as">;

/** Two different people: both operators of the secretariat, or one the releaser and the other the contact point of the author. */
export const completes = (first: Signed, second: Signed): boolean => {
  const hold = (one: Capacity, other: Capacity): boolean =>
    first.as.includes(one) && second.as.includes(other);
  if (first.by === second.by) return false;
  return (
    hold("operator", "operator") ||
    (first.administration === second.administration &&
      (hold("releaser", "contact-point") || hold("contact-point", "releaser")))
  );
};

/** Whether two signatures are given on the same side, so that they wait for the same second one. */
export const sameSide = (one: Signed, other: Signed): boolean =>
  one.administration === other.administration &&
  one.as.includes("operator") === other.as.includes("operator");

/** A row without anything that the alert said. Its type, severity and marking stood in every notice of it already. */
export const entombed = ({ expires: _, ...summary }: AlertSummary, recall: Recall): AlertSummary => ({
  ...summary,
  title: "",
  categories: [],
  countries: [],
  state: "recalled",
  changedAt: recall.at,
  recalled: recall,
});

export const RecallReceiptInput = z.strictObject({
  note: z.optional(lines({ max: 1000 })),
});

/** That an administration, or a system of its own, holds no copy any more. */
export const RecallReceipt = z.object({
  administration: AdministrationCode,
  at: Instant,
  by: Id,
  isSystem: z.boolean(),
  note: z.optional(z.string()),
});
export type RecallReceipt = z.infer<typeof RecallReceipt>;
