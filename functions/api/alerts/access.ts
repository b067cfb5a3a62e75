import { findAlert, getDraft, getVersion } from "../../../shared/adapters/records/alerts.ts";
import { getGroupFor, getMembership } from "../../../shared/adapters/records/groups.ts";
import type { AlertContent, AlertHead, AlertVersion, Draft } from "../../../shared/domain/alert.ts";
import { maySee } from "../../../shared/domain/audience.ts";
import { type Group, IPR_GROUP, isMember, type Membership } from "../../../shared/domain/group.ts";
import type { AdministrationCode, Instant } from "../../../shared/domain/identifiers.ts";
import { may } from "../../../shared/domain/permissions.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { mayReviewSomewhere, type Review, reviewsIn } from "../../../shared/domain/review.ts";
import type { Caller } from "../../../shared/domain/user.ts";

const gone = ({ reference }: AlertHead): Problem =>
  new Problem(
    "gone",
    `${reference} was recalled: nothing of it is shown any more. When and why is at …/recall; confirm that your administration dropped it.`,
  );

/** What was recalled is gone on every way on which it is read or acted on: here alone, and at {@link contentOf}. */
const standing = (head: AlertHead): AlertHead => {
  if (head.state === "recalled") throw gone(head);
  return head;
};

/** An alert's head, and whether this reader may see it; recalled or not. For the recall itself; every other way asks {@link seen}. */
export const sighted = async (store: RecordStore, caller: Caller, id: string, now: Date) => {
  const { head, isAcknowledged } = await findAlert(store, caller.administration, id);
  // Asked for whether there is an alert or not, so that the answer takes the same time.
  const membership = await getMembership(store, head?.group ?? IPR_GROUP, caller.administration);
  if (head === undefined) return { isSeen: false, membership };
  const what = { ...head, author: head.administration };
  const isSeen = maySee(what, caller.administration, membership, now.toISOString(), isAcknowledged);
  return { head, isSeen, membership };
};

/** The one decision of every way to a released alert: what the reader may not see is unknown. */
export const seen = async (store: RecordStore, caller: Caller, id: string, now: Date): Promise<AlertHead> => {
  const { head, isSeen } = await sighted(store, caller, id, now);
  if (head === undefined || !isSeen) throw unknown();
  return standing(head);
};

/**
 * Whether an administration takes part in what is added to an alert: it may see the alert, and is in its group today. Who was
 * taken out keeps what it acknowledged, and learns nothing of what is said of it since.
 */
export const isJoined = (
  head: AlertHead,
  reader: AdministrationCode,
  membership: Membership | undefined,
  now: Instant,
): membership is Membership =>
  membership !== undefined &&
  isMember(membership, now) &&
  // Whoever acknowledged it may see it: what is asked here beyond that is the audience and the group.
  maySee({ ...head, author: head.administration }, reader, membership, now, true);

/** The one decision of every way to what is added to a released alert, and to adding to it. */
export const joined = async (store: RecordStore, caller: Caller, id: string, now: Date) => {
  const { head, isSeen, membership } = await sighted(store, caller, id, now);
  if (head === undefined || !isSeen) throw unknown();
  if (!isJoined(head, caller.administration, membership, now.toISOString())) throw unknown();
  return { head: standing(head), membership };
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
    standing(head);
    const side = isAuthor ? "author" : isReviewer ? "reviewer" : "reader";
    return { side, head, review, ...place, isAddressed };
  }
  if (inReview?.state !== "in-review" || !isReviewer || !waits || author === administration) throw unknown();
  return { side: "reviewer", draft: inReview, review, ...place };
};

/** An alert of the own administration, released or not. */
export const ownAlert = async (
  store: RecordStore,
  caller: Caller,
  id: string,
  now: Date,
): Promise<Reached> => {
  const found = await reach(store, caller, id, now);
  if (found.side !== "author")
    throw new Problem("forbidden", "Only its author's administration changes an alert.");
  return found;
};

/** A draft of the own administration, to somebody who may draft. */
export const ownDraft = async (
  store: RecordStore,
  caller: Caller,
  id: string,
  now: Date,
): Promise<ReachedDraft> => {
  const found = await ownAlert(store, caller, id, now);
  if ("head" in found)
    throw new Problem(
      "conflict",
      `${found.head.reference} is released already; this step is for what is not.`,
    );
  return found;
};

/** The current version of what was released. */
export const versionOf = async (store: RecordStore, head: AlertHead): Promise<AlertVersion> => {
  const { id, version } = standing(head);
  const found = await getVersion(store, id, version);
  if (found === undefined) throw new Error(`Alert ${id} has no version ${version}`);
  return found;
};

/** What that version says. */
export const contentOf = async (store: RecordStore, head: AlertHead): Promise<AlertContent> =>
  (await versionOf(store, head)).content;
