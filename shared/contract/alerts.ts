import * as z from "zod/mini";
import { AcknowledgementInput, LedgerLine } from "../domain/acknowledgement.ts";
import { AlertContent, Return } from "../domain/alert.ts";
import { GroupId } from "../domain/group.ts";
import { AdministrationCode, Id, Instant } from "../domain/identifiers.ts";
import {
  alertStates,
  type ReviewStep,
  reviewStandings,
  type TransitionName,
  transitionNames,
  transitions,
} from "../domain/lifecycle.ts";
import { Review, ReviewDecision } from "../domain/review.ts";
import { lines } from "../domain/text.ts";
import { listing } from "./alert-list.ts";
import { byId } from "./common.ts";
import type { Noun } from "./endpoint.ts";

const Decided = z.omit(ReviewDecision, { by: true });

/** Where the review stands that the alert's group asks for; to the author's administration, and to who may give it. */
export const ReviewStanding = z.object({
  standing: z
    .enum(reviewStandings)
    .check(
      z.describe(
        "needed before the release; waiting; approved as it is now; afterwards: critical, so released at once",
      ),
    ),
  reviewers: z.array(AdministrationCode).check(z.describe("The administrations that may review it")),
  askedAt: z.optional(Instant),
  /** What came of the last review; of an earlier form of the alert, if it was changed since. */
  outcome: z.optional(Review.shape.state),
  decision: z.optional(Decided),
});
export type ReviewStanding = z.infer<typeof ReviewStanding>;

/** What came of one decision about a review. */
export const ReviewView = z.object({
  id: Id,
  group: GroupId,
  kind: Review.shape.kind,
  state: Review.shape.state,
  askedAt: Instant,
  decision: z.optional(Decided),
});
export type ReviewView = z.infer<typeof ReviewView>;

const reason = lines({ max: 1000 });
const decision = <Name extends ReviewStep>(name: Name) => z.literal(name);

/** Each is a step of the lifecycle by its name. What is sent back is sent back with a reason. */
export const ReviewInput = z.discriminatedUnion("decision", [
  z.strictObject({ decision: decision("request-review") }),
  z.strictObject({ decision: decision("approve"), reason: z.optional(reason) }),
  z.strictObject({ decision: decision("send-back"), reason }),
  z.strictObject({ decision: decision("mark-reviewed"), reason: z.optional(reason) }),
]);
export type ReviewInput = z.infer<typeof ReviewInput>;

/** An alert as a reader sees it: what it says, and where it stands. */
export const AlertView = z.object({
  ...AlertContent.shape,
  id: Id,
  administration: AdministrationCode,
  state: z.enum(alertStates),
  version: z.int().check(z.describe("0 until it is released")),
  reference: z.optional(z.string()),
  createdAt: Instant,
  changedAt: Instant,
  releasedAt: z.optional(Instant),
  /** Of a draft that was sent back, until it is submitted again. */
  returned: z.optional(Return),
  /** Absent where the group asks for none. */
  review: z.optional(ReviewStanding),
  steps: z
    .array(z.enum(transitionNames))
    .check(
      z.describe("Steps that follow from this state; whether the caller may take them, the permissions say"),
    ),
});
export type AlertView = z.infer<typeof AlertView>;

/** What is to become of a draft; the result is checked as a whole. */
export const AlertPatch = z
  .record(z.string(), z.unknown())
  .check(
    z.describe("Merge patch (RFC 7396) of AlertContent: null removes a field, a list is replaced whole"),
  );

const step = (name: Exclude<TransitionName, ReviewStep>, summary: string) =>
  ({
    method: "POST",
    path: `/v1/alerts/{id}/${name}`,
    summary,
    access: transitions[name].needs,
    params: byId,
    conditional: true,
    status: 200,
    response: AlertView,
  }) as const;

export const alerts = {
  ...listing,
  create: {
    method: "POST",
    path: "/v1/alerts",
    summary: "Draft an alert; nobody outside the own administration sees it before its release",
    access: "alerts.draft",
    body: AlertContent,
    status: 201,
    response: AlertView,
  },
  get: {
    method: "GET",
    path: "/v1/alerts/{id}",
    summary: "Read an alert",
    access: "alerts.read",
    params: byId,
    status: 200,
    response: AlertView,
  },
  update: {
    method: "PATCH",
    path: "/v1/alerts/{id}",
    summary: "Change a draft (RFC 7396 merge patch)",
    access: "alerts.draft",
    params: byId,
    conditional: true,
    body: AlertPatch,
    status: 200,
    response: AlertView,
    refusals: ["conflict"],
  },
  discard: {
    method: "DELETE",
    path: "/v1/alerts/{id}",
    summary: "Discard a draft",
    access: "alerts.draft",
    params: byId,
    conditional: true,
    status: 204,
    refusals: ["conflict"],
  },
  submit: step("submit", "Hand a draft to the own administration's releasers"),
  return: {
    ...step(
      "return",
      "Send a submitted draft back to its author with a reason, or take it back out of a review",
    ),
    body: z.strictObject({ reason }),
  },
  /** Of a draft, asked for by who may release it; the roles that review in a group are the same ones. */
  review: {
    method: "POST",
    path: "/v1/alerts/{id}/review",
    summary: "Ask for the review that a group wants before a release, or give it for the group",
    access: "alerts.release",
    params: byId,
    conditional: true,
    body: ReviewInput,
    status: 200,
    response: ReviewView,
  },
  release: step("release", "Release a draft to its audience"),
  acknowledge: {
    method: "PUT",
    path: "/v1/alerts/{id}/acknowledgement",
    summary: "Acknowledge an alert for the own administration; changing an acknowledgement needs If-Match",
    access: "alerts.acknowledge",
    params: byId,
    conditional: "once-made",
    body: AcknowledgementInput,
    status: 200,
    response: LedgerLine,
    refusals: ["conflict"],
  },
  acknowledgements: {
    method: "GET",
    path: "/v1/alerts/{id}/acknowledgements",
    summary: "Show who was told, has read and has acknowledged: all to the author, else the own line",
    access: "alerts.read",
    params: byId,
    status: 200,
    response: z.object({ items: z.array(LedgerLine) }),
    versioned: true,
  },
} as const satisfies Noun;
