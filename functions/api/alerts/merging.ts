import { type FeedPart, mergedFeed, type Pointer } from "../../../shared/adapters/records/alerts.ts";
import { getGroups } from "../../../shared/adapters/records/groups.ts";
import { scopesFor } from "../../../shared/domain/audience.ts";
import { type Group, groupState, isMember, type Membership } from "../../../shared/domain/group.ts";
import { type Feed, feedsAt, MERGED_GROUPS, spansOf } from "../../../shared/domain/group-feeds.ts";
import type { Id, Instant } from "../../../shared/domain/identifiers.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

/** Rows of a list, and the place after which it goes on. */
export interface Rows {
  readonly items: readonly Pointer[];
  readonly next?: Id | undefined;
}

/** A page as it was read, with where the next one begins. */
export const rowsOf = ({
  items,
  more,
}: {
  readonly items: readonly Pointer[];
  readonly more: boolean;
}): Rows => ({
  items,
  ...(more ? { next: items.at(-1)?.position } : {}),
});

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

/** What a member's list is merged from in one group; what is addressed to it alone, it may always come past. */
export const partsOf = (membership: Membership, now: Instant): readonly FeedPart[] =>
  scopesFor(membership.group, membership.administration).map((scope) => ({
    scope,
    spans: scope === membership.group ? spansOf(membership, now) : [{}],
  }));

/** The newest rows of all groups that an administration is or was in. */
export const mergedGroups = async (
  store: RecordStore,
  memberships: readonly Membership[],
  { now, limit, after }: { readonly now: Instant; readonly limit: number; readonly after: Id | undefined },
): Promise<Rows> => {
  const groups = await getGroups(
    store,
    memberships.map(({ group }) => group),
  );
  const feeds = memberships.flatMap((membership) => {
    const group = groups.get(membership.group);
    return group === undefined ? [] : [feedOf(group, membership, now)];
  });
  const plan = feedsAt(feeds, after);
  if (plan === undefined) throw tooMany();
  const parts = memberships
    .filter(({ group }) => plan.groups.includes(group))
    .flatMap((membership) => partsOf(membership, now));
  const { items, more } = await mergedFeed(store, parts, limit, after);
  const { floor } = plan;
  if (floor === undefined) return rowsOf({ items, more });
  const above = items.filter(({ position }) => position > floor);
  return more && above.length === items.length ? rowsOf({ items, more }) : { items: above, next: floor };
};
