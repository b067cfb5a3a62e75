import { type Group, type GroupId, isMember } from "../../domain/group.ts";
import { type AdministrationCode, type Id, type Instant, SECRETARIAT } from "../../domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { REGIONAL_OFFICE, Review, WaitingReview } from "../../domain/review.ts";
import type { Step } from "./change.ts";
import { getMemberships, membersOf } from "./groups.ts";
import { parsedIfAny, parsedPage } from "./parsed.ts";

/** An alert has one review, the last; whether a release may happen is asked of it, as a condition. */
export const reviewKey = (alert: Id): Key => ({ pk: `ALT#${alert}`, sk: "REVIEW" });
const reviewItem = (review: Review): Item => ({ ...reviewKey(review.alert), schema: 1, ...review });

export const getReview = async (store: RecordStore, alert: Id): Promise<Review | undefined> =>
  parsedIfAny(Review, await store.get(reviewKey(alert)));

const PREFIX = "REV#";

/** Where a group's reviewers find what waits for them, for as long as it waits. */
const waitingKey = (group: GroupId, alert: Id): Key => ({
  pk: `GRP#${group}`,
  sk: `${PREFIX}${alert}`,
});
const waitingItem = (waiting: WaitingReview): Item => ({
  ...waitingKey(waiting.summary.group, waiting.alert),
  schema: 1,
  ...waiting,
});

/** What begins to wait for a group's reviewers. */
export const begunReview = (review: Review, summary: WaitingReview["summary"]): readonly Step[] => {
  const { alert, administration, kind, askedAt } = review;
  return [
    { put: reviewItem(review) },
    { put: waitingItem({ alert, administration, kind, askedAt, summary }) },
  ];
};

/** What becomes of a review that waits, if it still does. */
export const endedReview = (
  waiting: Review,
  outcome: Pick<Review, "state" | "revision" | "decision">,
): readonly Step[] => [
  {
    put: reviewItem({ ...waiting, ...outcome }),
    when: { equals: { state: "waiting", revision: waiting.revision } },
  },
  { delete: waitingKey(waiting.group, waiting.alert) },
];

/** What waits for a group's reviewers, the newest alert first; `after` is the last one's id. */
export const listWaiting = (store: RecordStore, group: GroupId, limit: number, after?: Id) =>
  parsedPage(store, WaitingReview, {
    pk: `GRP#${group}`,
    prefix: PREFIX,
    newestFirst: true,
    limit,
    consistent: true,
    after: after === undefined ? undefined : `${PREFIX}${after}`,
  });

/** The administrations that review an author's alert in a group: the secretariat, its owner, regional offices. */
export const reviewersOf = async (
  store: RecordStore,
  group: Group,
  author: AdministrationCode,
  now: Instant,
): Promise<readonly AdministrationCode[]> => {
  const [named, offices] = await Promise.all([
    getMemberships(store, group.id, [...new Set([SECRETARIAT, group.owner])]),
    membersOf(store, group.id, REGIONAL_OFFICE),
  ]);
  const codes = [...named, ...offices]
    .filter((membership) => isMember(membership, now))
    .map(({ administration }) => administration);
  return [...new Set(codes)].filter((code) => code !== author);
};
