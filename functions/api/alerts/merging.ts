import type { FeedPart, Rows } from "../../../shared/adapters/records/feeds.ts";
import { getGroups } from "../../../shared/adapters/records/groups.ts";
import { scopesFor } from "../../../shared/domain/audience.ts";
import { type Group, groupState, isMember, type Membership } from "../../../shared/domain/group.ts";
import {
  type Feed,
  feedsAt,
  MERGED_GROUPS,
  narrowed,
  placesOf,
  type Span,
  spansOf,
} from "../../../shared/domain/group-feeds.ts";
import type { Id, Instant } from "../../../shared/domain/identifiers.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

/** What may be read of a group's feed comes to an end with the membership, and with the group. */
const feedOf = (group: Group, membership: Membership, now: Instant): Feed => {
  const ends = [
    isMember(membership, now) ? undefined : membership.intervals.at(-1)?.until,
    groupState(group, now) === "ended" ? group.until : undefined,
  ].filter((end) => end !== undefined);
  const until = ends.sort()[0];
  return { group: group.id, from: group.createdAt, ...(until === undefined ? {} : { until }) };
};

const tooMany = (): Problem => {
  const detail = `Your administration is in more than ${MERGED_GROUPS} groups that go on at once. Name one of them.`;
  return new Problem("malformed", detail, [{ pointer: "group", detail }]);
};

/** What a member's list of a period is merged from in one group; what is addressed to it alone, it may always come past. */
export const partsOf = (membership: Membership, now: Instant, period: Span): readonly FeedPart[] =>
  scopesFor(membership.group, membership.administration).map((scope) => ({
    scope,
    spans: narrowed(scope === membership.group ? spansOf(membership, now) : [{}], period),
  }));

interface Merged {
  readonly now: Instant;
  readonly period: Span;
  readonly after: Id | undefined;
  /** Reads a page of what is merged. */
  readonly read: (parts: readonly FeedPart[]) => Promise<Rows>;
}

/** The newest rows of all groups that an administration is or was in. */
export const mergedGroups = async (
  store: RecordStore,
  memberships: readonly Membership[],
  { now, period, after, read }: Merged,
): Promise<Rows> => {
  const groups = await getGroups(
    store,
    memberships.map(({ group }) => group),
  );
  const feeds = memberships.flatMap((membership) => {
    const group = groups.get(membership.group);
    return group === undefined ? [] : [feedOf(group, membership, now)];
  });
  const { first, last } = placesOf(period);
  const plan = feedsAt(feeds, [after, last].filter((place) => place !== undefined).sort()[0]);
  if (plan === undefined) throw tooMany();
  const parts = memberships
    .filter(({ group }) => plan.groups.includes(group))
    .flatMap((membership) => partsOf(membership, now, period));
  const { items, next } = await read(parts);
  const { floor } = plan;
  if (floor === undefined || (next !== undefined && next > floor) || (first !== undefined && floor < first))
    return { items, next };
  return { items: items.filter(({ position }) => position > floor), next: floor };
};
