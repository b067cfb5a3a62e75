import { recordDisclosure } from "../../../shared/adapters/records/change.ts";
import { getGroupFor } from "../../../shared/adapters/records/groups.ts";
import { listWaiting } from "../../../shared/adapters/records/reviews.ts";
import type { AlertRow } from "../../../shared/contract/alert-list.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import { isMember } from "../../../shared/domain/group.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { mayReviewSomewhere, reviewsIn, type WaitingReview } from "../../../shared/domain/review.ts";
import { positionOf, versionedPage } from "../../runtime/cursor.ts";
import { isHeld, type Request } from "../../runtime/request.ts";
import { WHO_REVIEWS } from "./stepping.ts";

const waitingRow = ({ kind, askedAt, summary }: WaitingReview): AlertRow => ({
  ...summary,
  state: kind === "before-release" ? "in-review" : "released",
  changedAt: askedAt,
  toAcknowledge: false,
  review: kind,
});

const unnamed = (): Problem => {
  const detail = "What waits for a review is listed by group: name it.";
  return new Problem("malformed", detail, [{ pointer: "group", detail }]);
};

/** What others wrote in a group, for its reviewers alone. */
export const toReview = async (store: RecordStore, request: Request<(typeof alerts)["list"]>) => {
  const { query, caller, circumstances } = request;
  if (!mayReviewSomewhere(caller)) throw new Problem("forbidden", WHO_REVIEWS);
  if (query.group === undefined) throw unnamed();
  const { group, membership } = await getGroupFor(store, query.group, caller.administration);
  const now = circumstances.now.toISOString();
  if (group === undefined || membership === undefined || !isMember(membership, now)) throw unknown();
  if (!reviewsIn(caller, group, membership, now)) throw new Problem("forbidden", WHO_REVIEWS);
  const binding = [caller.id, "in-review", query.group];
  const after = positionOf(query.cursor, binding);
  const page = await listWaiting(store, group.id, query.limit, after);
  const items = page.items.filter(({ administration }) => administration !== caller.administration);
  const next = page.more ? page.items.at(-1)?.alert : undefined;
  const answer = versionedPage(items.map(waitingRow), next, binding);
  if (!isHeld(request, answer))
    await recordDisclosure(store, circumstances, {
      action: "alerts.list",
      subject: group.id,
      detail: { rows: items.length, status: query.status },
    });
  return answer;
};
