import { findAlert, getDraft, getVersion } from "../../../shared/adapters/records/alerts.ts";
import { getGroupFor, getMembership } from "../../../shared/adapters/records/groups.ts";
import type { AlertContent, AlertHead, Draft } from "../../../shared/domain/alert.ts";
import { maySee } from "../../../shared/domain/audience.ts";
import { type Group, IPR_GROUP, type Membership } from "../../../shared/domain/group.ts";
import { may } from "../../../shared/domain/permissions.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { mayReviewSomewhere, type Review, reviewsIn } from "../../../shared/domain/review.ts";
import type { Caller } from "../../../shared/domain/user.ts";

/** The one decision of every way to a released alert: what the reader may not see is unknown. */
export const seen = async (store: RecordStore, caller: Caller, id: string, now: Date): Promise<AlertHead> => {
  const { head, isAcknowledged } = await findAlert(store, caller.administration, id);
  // Asked for whether there is an alert or not, so that the answer takes the same time.
  const membership = await getMembership(store, head?.group ?? IPR_GROUP, caller.administration);
  if (head === undefined) throw unknown();
  const what = { ...head, author: head.administration };
  if (!maySee(what, caller.administration, membership, now.toISOString(), isAcknowledged)) throw unknown();
  return head;
};

/** To its author's administration, a draft of its own; to who reviews in its group, one that is in review. */
export interface ReachedDraft {
  readonly side: "author" | "reviewer";
  readonly draft: Draft;
  readonly review: Review | undefined;
  /** Its group, and the caller's administration's place in it: known where they were asked for on the way. */
  readonly group?: Group | undefined;
  readonly membership?: Membership | undefined;
}

/** A released alert. Whoever reviews in its group reaches it beyond its audience as long as it waits for that. */
export interface ReachedRelease {
  readonly side: "author" | "reviewer" | "reader";
  readonly head: AlertHead;
  readonly review: Review | undefined;
  readonly group?: Group | undefined;
  readonly membership: Membership | undefined;
  readonly isAddressed: boolean;
}

export type Reached = ReachedDraft | ReachedRelease;

/** An alert as it is to this caller now. The same is asked of the store for all that they may not know of. */
export const reach = async (store: RecordStore, caller: Caller, id: string, now: Date): Promise<Reached> => {
  const at = now.toISOString();
  const { head, draft, review, isAcknowledged } = await findAlert(store, caller.administration, id);
  if (head === undefined && draft !== undefined && may(caller, "alerts.draft"))
    return { side: "author", draft, review };

  const { administration } = caller;
  const group = head?.group ?? review?.group ?? IPR_GROUP;
  const author = review?.administration ?? administration;
  const [place, inReview] = mayReviewSomewhere(caller)
    ? await Promise.all([getGroupFor(store, group, administration), getDraft(store, author, id)])
    : [{ membership: await getMembership(store, group, administration) }];
  const isReviewer = "group" in place && reviewsIn(caller, place.group, place.membership, at);
  const waits = review?.state === "waiting";

  if (head !== undefined) {
    const isAuthor = head.administration === administration;
    const what = { ...head, author: head.administration };
    const isAddressed = maySee(what, administration, place.membership, at, isAcknowledged);
    if (!isAddressed && !(isReviewer && waits)) throw unknown();
    const side = isAuthor ? "author" : isReviewer ? "reviewer" : "reader";
    return { side, head, review, ...place, isAddressed };
  }
  if (inReview?.state !== "in-review" || !isReviewer || !waits || author === administration) throw unknown();
  return { side: "reviewer", draft: inReview, review, ...place };
};

/** A draft of the own administration, to somebody who may draft. */
export const ownDraft = async (
  store: RecordStore,
  caller: Caller,
  id: string,
  now: Date,
): Promise<ReachedDraft> => {
  const found = await reach(store, caller, id, now);
  if (found.side !== "author")
    throw new Problem("forbidden", "Only its author's administration changes an alert.");
  if ("head" in found)
    throw new Problem(
      "conflict",
      `${found.head.reference} is released already; it can be read, not changed.`,
    );
  return found;
};

/** What the version says that was released. */
export const contentOf = async (store: RecordStore, { id, version }: AlertHead): Promise<AlertContent> => {
  const found = await getVersion(store, id, version);
  if (found === undefined) throw new Error(`Alert ${id} has no version ${version}`);
  return found.content;
};
