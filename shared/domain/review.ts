import * as z from "zod/mini";
import type { Draft } from "./alert.ts";
import { AlertSummary } from "./alert-summary.ts";
import { type Group, GroupId, isMember, type Membership } from "./group.ts";
import { AdministrationCode, Id, Instant, SECRETARIAT } from "./identifiers.ts";
import { type ReviewStanding, reviewKinds } from "./lifecycle.ts";
import { type Holder, may } from "./permissions.ts";

/** Who decided, when and why. The person is told to their own administration alone. */
export const ReviewDecision = z.object({
  administration: AdministrationCode,
  by: Id,
  at: Instant,
  reason: z.optional(z.string()),
});

const reviewStates = ["waiting", "approved", "returned", "taken-back", "reviewed"] as const;

/** The last review of an alert: asked for by its author's administration, or waiting since a critical one was released. */
export const Review = z.object({
  alert: Id,
  /** The author's. */
  administration: AdministrationCode,
  group: GroupId,
  kind: z.enum(reviewKinds),
  state: z.enum(reviewStates),
  /** Of the draft, as this state found or left it: an approval is of this one alone. After the release, the version. */
  revision: z.int(),
  askedAt: Instant,
  decision: z.optional(ReviewDecision),
});
export type Review = z.infer<typeof Review>;

/** A row of what waits for the reviewers of a group. */
export const WaitingReview = z.object({
  alert: Id,
  administration: AdministrationCode,
  kind: Review.shape.kind,
  askedAt: Instant,
  summary: z.object({
    ...AlertSummary.shape,
    reference: z.optional(AlertSummary.shape.reference),
    releasedAt: z.optional(AlertSummary.shape.releasedAt),
  }),
});
export type WaitingReview = z.infer<typeof WaitingReview>;

export interface Reviewer extends Holder {
  readonly administration: AdministrationCode;
}

/** A group's owner may in it what a regional office may in its groups (domain.md: their columns add the same). */
const mayAsOwner = (holder: Holder): boolean =>
  may({ ...holder, administrationKind: "regional-office" }, "alerts.review");

/** What the code of every regional office begins with. */
export const REGIONAL_OFFICE = "RILO-";

/** Whether an administration's people review in a group that it is in: the secretariat's, its owner's, a regional office's. */
export const isReviewing = (code: AdministrationCode, owner: AdministrationCode | undefined): boolean =>
  code === SECRETARIAT || code === owner || code.startsWith(REGIONAL_OFFICE);

/** Whether somebody may review in some group: the secretariat's operators, a regional office's and an owner's people. */
export const mayReviewSomewhere = (holder: Holder): boolean =>
  may(holder, "alerts.review") || mayAsOwner(holder);

/** The same in a group whose owner this is, where their administration is a member of it. */
export const mayReviewAt = (reviewer: Reviewer, owner: AdministrationCode | undefined): boolean =>
  may(reviewer, "alerts.review") || (owner === reviewer.administration && mayAsOwner(reviewer));

/** Whether somebody reviews what others write in this group, by their administration's place in it now. */
export const reviewsIn = (
  reviewer: Reviewer,
  group: Group | undefined,
  membership: Membership | undefined,
  now: Instant,
): boolean =>
  group !== undefined &&
  membership !== undefined &&
  membership.group === group.id &&
  membership.administration === reviewer.administration &&
  isMember(membership, now) &&
  mayReviewAt(reviewer, group.owner);

/** Where the review of a draft stands, in its group as it is now. */
export const standingOf = (
  { state, revision, content }: Pick<Draft, "state" | "revision" | "content">,
  group: Pick<Group, "review"> | undefined,
  review: Review | undefined,
): ReviewStanding => {
  if (state === "in-review") return "waiting";
  if (group === undefined || group.review === "none") return "not-asked";
  if (content.severity === "critical") return "afterwards";
  return review?.state === "approved" && review.revision === revision ? "approved" : "needed";
};

/** The same of what is released. */
export const standingAfter = (review: Review | undefined): ReviewStanding => {
  if (review?.kind !== "after-release") return "not-asked";
  return review.state === "waiting" ? "waiting" : "reviewed";
};
