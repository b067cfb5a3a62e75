import { draftItem } from "../../../shared/adapters/records/alerts.ts";
import { commit, type Step } from "../../../shared/adapters/records/change.ts";
import {
  getGroupFor,
  groupKey,
  stillMember,
  unchangedGroup,
} from "../../../shared/adapters/records/groups.ts";
import {
  begunReview,
  endedReview,
  getReview,
  reviewersOf,
} from "../../../shared/adapters/records/reviews.ts";
import type { alerts, ReviewView } from "../../../shared/contract/alerts.ts";
import { describe, movedDraft } from "../../../shared/domain/alert.ts";
import { endedRefusal } from "../../../shared/domain/group.ts";
import { transitions } from "../../../shared/domain/lifecycle.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { type Review, reviewsIn, standingAfter, standingOf } from "../../../shared/domain/review.ts";
import type { Command, Request } from "../../runtime/request.ts";
import { ownDraft, type Reached, reach } from "./access.ts";
import { assertAddressable } from "./addressing.ts";
import { assertCurrentDraft, assertCurrentVersion, decisionOf } from "./answering.ts";
import { assertStep, WHO_REVIEWS } from "./stepping.ts";

type Contract = (typeof alerts)["review"];
type Decision = Request<Contract>["body"];

/** What the reviewer's steps make of a review. */
const outcomes = {
  approve: "approved",
  "send-back": "returned",
  "mark-reviewed": "reviewed",
} as const satisfies Record<Exclude<Decision["decision"], "request-review">, Review["state"]>;

export const reviewing = ({ store }: { readonly store: RecordStore }) => {
  /** By the author's releaser: from here on the group's reviewers read the draft. */
  const ask = async (request: Request<Contract>): Promise<void> => {
    const { params, caller, circumstances } = request;
    const { draft, review } = await ownDraft(store, caller, params.id, circumstances.now);
    assertCurrentDraft(request, draft);
    const at = circumstances.now.toISOString();
    const { administration, content } = draft;
    const { group, membership } = await assertAddressable(store, content, administration, at);
    assertStep("request-review", { state: draft.state, standing: standingOf(draft, group, review) });
    if ((await reviewersOf(store, group, administration, at)).length === 0)
      throw new Problem(
        "conflict",
        `Nobody can review it: of ${group.name}, only your own administration is the secretariat, the owner or a regional office. Ask the secretariat to admit one.`,
      );
    const next = movedDraft(draft, transitions["request-review"].to, at);
    const asked: Review = {
      alert: draft.id,
      administration,
      group: group.id,
      kind: "before-release",
      state: "waiting",
      revision: next.revision,
      askedAt: at,
    };
    const row = { ...describe(content), id: draft.id, administration, version: 0 };
    await commit(store, circumstances, {
      action: "alerts.review",
      subject: draft.id,
      detail: { decision: request.body.decision, group: group.id },
      steps: [
        { put: draftItem(next), when: { equals: { revision: draft.revision } } },
        ...begunReview(asked, row),
        stillMember(membership),
      ],
    });
  };

  /** What is to be decided, as this reviewer reaches it. Throws a Problem to everybody else who can see it. */
  const waitingFor = async (request: Request<Contract>) => {
    const { params, caller, circumstances } = request;
    const found: Reached = await reach(store, caller, params.id, circumstances.now);
    if (found.side === "author")
      throw new Problem("forbidden", "Your own administration wrote it; another one reviews it.");
    if (found.side === "reader") throw new Problem("forbidden", WHO_REVIEWS);
    const { review, group, membership } = found;
    if (review === undefined || group === undefined || membership === undefined)
      throw new Problem("conflict", "It does not wait for a review.");
    const ended = endedRefusal(group, circumstances.now.toISOString());
    if (ended !== undefined) throw new Problem("conflict", ended);
    return { found, review, group, membership };
  };

  /** By a reviewer: bound to what they read, and to their administration's being in the group still. */
  const decide = async (
    request: Request<Contract>,
    body: Exclude<Decision, { readonly decision: "request-review" }>,
  ): Promise<void> => {
    const { caller, circumstances } = request;
    const { found, review, group, membership } = await waitingFor(request);
    const at = circumstances.now.toISOString();
    const { administration } = caller;
    const reason = body.reason === undefined ? {} : { reason: body.reason };
    const decision = { administration, by: caller.id, at, ...reason };
    const state = outcomes[body.decision];
    const steps: Step[] = [];
    if ("draft" in found) {
      const { draft } = found;
      assertCurrentDraft(request, draft);
      assertStep(body.decision, { state: draft.state, standing: standingOf(draft, group, review) });
      const returned =
        body.decision === "send-back" ? { reason: body.reason, at, administration } : undefined;
      const to = body.decision === "send-back" ? transitions["send-back"].to : transitions.approve.to;
      const next = movedDraft(draft, to, at, returned);
      steps.push({ put: draftItem(next), when: { equals: { revision: draft.revision } } });
      steps.push(...endedReview(review, { state, revision: next.revision, decision }));
    } else {
      assertCurrentVersion(request, found.head);
      assertStep(body.decision, { state: found.head.state, standing: standingAfter(review) });
      steps.push(...endedReview(review, { state, revision: review.revision, decision }));
    }
    await commit(store, circumstances, {
      action: "alerts.review",
      subject: review.alert,
      detail: {
        decision: body.decision,
        group: review.group,
        // What is released has a reference, by which the trail may name it.
        ...("head" in found ? { version: found.head.version } : {}),
      },
      steps: [...steps, { check: groupKey(group.id), when: unchangedGroup(group) }, stillMember(membership)],
    });
  };

  const review: Command<Contract> = {
    perform: async (request) => {
      const { body } = request;
      if (body.decision === "request-review") await ask(request);
      else await decide(request, body);
      return { subject: request.params.id };
    },
    /** To the author's administration and to the group's reviewers, who do not reach the draft any more once they decided. */
    render: async (id, { caller, circumstances }) => {
      const found = await getReview(store, id);
      if (found === undefined) throw unknown();
      const { group, membership } = await getGroupFor(store, found.group, caller.administration);
      const isReviewer = reviewsIn(caller, group, membership, circumstances.now.toISOString());
      if (found.administration !== caller.administration && !isReviewer) throw unknown();
      const { kind, state, askedAt, revision } = found;
      const body: ReviewView = { id, group: found.group, kind, state, askedAt, ...decisionOf(found) };
      return { body, etag: kind === "after-release" ? `version-${revision}` : `draft-${revision}` };
    },
  };

  return { review };
};
