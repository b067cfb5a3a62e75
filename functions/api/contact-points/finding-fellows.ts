import { membershipKey, membershipsOf, membersOf } from "../../../shared/adapters/records/groups.ts";
import { parsedIfAny } from "../../../shared/adapters/records/parsed.ts";
import { type GroupId, isMember, Membership } from "../../../shared/domain/group.ts";
import type { AdministrationCode, Instant } from "../../../shared/domain/identifiers.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

/** The groups that an administration is in at a moment. */
const groupsOf = async (
  store: RecordStore,
  administration: AdministrationCode,
  now: Instant,
): Promise<readonly GroupId[]> =>
  (await membershipsOf(store, administration))
    .filter((membership) => isMember(membership, now))
    .map(({ group }) => group);

/**
 * Who shares a group with an administration at a moment, by code, itself included: a query a group, and none a member. Whoever's
 * membership ended is no fellow, on either side.
 */
export const fellowsOf = async (
  store: RecordStore,
  administration: AdministrationCode,
  now: Instant,
): Promise<readonly AdministrationCode[]> => {
  const groups = await groupsOf(store, administration, now);
  const members = (await Promise.all(groups.map((group) => membersOf(store, group)))).flat();
  const fellows = members
    .filter((membership) => isMember(membership, now))
    .map((each) => each.administration);
  return [...new Set(fellows)].sort();
};

/** Whether another one is such a fellow: one read of many items, the same for a stranger and for nobody. */
export const isFellow = async (
  store: RecordStore,
  administration: AdministrationCode,
  other: AdministrationCode,
  now: Instant,
): Promise<boolean> => {
  const groups = await groupsOf(store, administration, now);
  const items = await store.getMany(groups.map((group) => membershipKey(group, other)));
  return items.some((item) => {
    const membership = parsedIfAny(Membership, item);
    return membership !== undefined && isMember(membership, now);
  });
};
