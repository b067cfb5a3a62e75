import { type GroupId, isMember, type Membership } from "./group.ts";
import type { Id, Instant } from "./identifiers.ts";

/** Groups that one page of a list is merged from, at most (data-model.md, Cost). */
export const MERGED_GROUPS = 8;

/** How long after it was refused, at the latest, a release that began before it is in the feed. */
const SLACK_MS = 60_000;

/** The rows of a group that one administration may read: between the group's beginning and the end of its own reading. */
export interface Feed {
  readonly group: GroupId;
  readonly from: Instant;
  /** Absent where more is to come. */
  readonly until?: Instant;
}

/** The first place in a feed that an instant has: a UUIDv7 without its random part. */
const placeAt = (ms: number): Id => {
  const hex = Math.max(0, ms).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

/** Releases that a list may come past, from the first instant on, until the second; open on either side while absent. */
export interface Span {
  readonly from?: Instant;
  readonly until?: Instant;
}

/**
 * What of a group's feed a membership may come past, the newest first. What stands beyond was never its to know of: a page that ends there, or
 * a cursor, would count and time what was released after a removal, or before an admission that brings no history. Who may read back
 * everything, or once might, knows of all that is before its end; which of it may be read still, isWithinReach decides.
 */
export const spansOf = (membership: Membership, now: Instant): readonly Span[] => {
  const { history, intervals } = membership;
  if (history === "from-admission") return intervals.map(({ from, until }) => spanOf(from, until)).reverse();
  return [isMember(membership, now) ? {} : spanOf(undefined, intervals.at(-1)?.until)];
};

const spanOf = (from: Instant | undefined, until: Instant | undefined): Span => ({
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
});

export const isWithin = ({ from, until }: Span, releasedAt: Instant): boolean =>
  (from === undefined || from <= releasedAt) && (until === undefined || releasedAt < until);

/** Between these places stands all of a span, and a little that is of none: where a release got its place, and its time, differs by moments. */
export const placesOf = ({ from, until }: Span): { readonly first?: Id; readonly last?: Id } => ({
  ...(from === undefined ? {} : { first: placeAt(Date.parse(from) - SLACK_MS) }),
  ...(until === undefined ? {} : { last: placeAt(Date.parse(until) + SLACK_MS) }),
});

const firstOf = ({ from }: Feed): Id => placeAt(Date.parse(from) - SLACK_MS);

/** Nothing stands after it; beyond every id where the feed goes on. */
const lastOf = ({ until }: Feed): Id => (until === undefined ? "g" : placeAt(Date.parse(until) + SLACK_MS));

/**
 * What a page, the newest first, is to be merged from. A feed that ended is not asked before the list has come down to its
 * end; `floor` is where the list has to stop for the next one. Undefined where too many go on at once.
 */
export const feedsAt = (
  feeds: readonly Feed[],
  after: Id | undefined,
): { readonly groups: readonly GroupId[]; readonly floor?: Id } | undefined => {
  const ahead = feeds
    .filter((feed) => after === undefined || firstOf(feed) < after)
    .sort((one, other) => (lastOf(one) < lastOf(other) ? 1 : -1));
  const next = ahead[MERGED_GROUPS];
  const groups = ahead.slice(0, MERGED_GROUPS).map(({ group }) => group);
  if (next === undefined) return { groups };
  const floor = lastOf(next);
  return floor >= (after ?? "g") ? undefined : { groups, floor };
};
