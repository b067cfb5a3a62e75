import { Group, type GroupId, iprGroup, isOpen, Membership } from "../../domain/group.ts";
import { type AdministrationCode, Instant } from "../../domain/identifiers.ts";
import type { Condition, Item, Key, RecordStore, Write } from "../../domain/record-store.ts";
import { parsed, parsedIfAny } from "./parsed.ts";

export const groupKey = (id: GroupId): Key => ({ pk: `GRP#${id}`, sk: "PROFILE" });

/** The index lists all groups, for the secretariat. */
export const groupItem = (group: Group): Item => ({
  ...groupKey(group.id),
  gsi1pk: "GRP",
  gsi1sk: group.id,
  schema: 2,
  ...group,
});

/** Of a group that was stored before changes of it were counted. */
const UNCOUNTED = 0;

/** The first schema knew of one group, by its name and age. */
const upgraded = (item: Item): Item =>
  item["schema"] === 1
    ? groupItem({ ...iprGroup(Instant.parse(item["createdAt"])), revision: UNCOUNTED })
    : item;

const groupOf = (item: Item | undefined): Group | undefined => parsedIfAny(Group, item && upgraded(item));

export const getGroup = async (store: RecordStore, id: GroupId): Promise<Group | undefined> =>
  groupOf(await store.get(groupKey(id)));

/** Those of these groups that there are. */
export const getGroups = async (
  store: RecordStore,
  ids: readonly GroupId[],
): Promise<ReadonlyMap<GroupId, Group>> => {
  const found = (await store.getMany(ids.map(groupKey))).map(groupOf);
  return new Map(found.flatMap((group) => (group === undefined ? [] : [[group.id, group]])));
};

/** All groups by id. */
export const listGroups = async (store: RecordStore, limit: number, after: GroupId | undefined) => {
  const position = after === undefined ? {} : { after };
  const { items, more } = await store.query({ pk: "GRP", index: "gsi1", limit, ...position });
  return { items: items.map((item) => parsed(Group, upgraded(item))), more };
};

/** That nobody changed the group since it was read: its end, above all. */
export const unchangedGroup = ({ revision }: Group): Condition => ({
  equals: revision === UNCOUNTED ? { schema: 1 } : { revision },
});

export const membershipKey = (group: GroupId, administration: AdministrationCode): Key => ({
  pk: `GRP#${group}`,
  sk: `MEM#${administration}`,
});

/**
 * A membership is stored under its group and, for the way back, under its administration. `open` says in a word what a
 * transaction can ask for: admitted, and not removed.
 */
export const membershipItems = (membership: Membership): readonly Item[] => {
  const { group, administration } = membership;
  const item = { schema: 2, revision: 1, ...membership, open: isOpen(membership) };
  return [
    { ...membershipKey(group, administration), ...item },
    { pk: `ADM#${administration}`, sk: `GRP#${group}`, ...item },
  ];
};

/** Both items of a membership as its next change leaves them, unless another was faster. */
export const membershipChange = (
  before: Membership | undefined,
  next: Membership,
): readonly { readonly put: Item; readonly when: Condition }[] =>
  membershipItems(next).map((put) => ({
    put,
    when: before === undefined ? { absent: true } : unchangedMembership(before),
  }));

/** The first schema counted no changes and said nothing of being open; what still has it was never changed. */
const unchangedMembership = ({ revision }: Membership): Condition => ({
  equals: revision === undefined ? { schema: 1 } : { revision },
});

/** Holds in a transaction for as long as the administration is in the group, as it was when it was read. */
export const stillMember = (membership: Membership): Write => ({
  check: membershipKey(membership.group, membership.administration),
  when: membership.revision === undefined ? unchangedMembership(membership) : { equals: { open: true } },
});

export const getMembership = async (
  store: RecordStore,
  group: GroupId,
  administration: AdministrationCode,
): Promise<Membership | undefined> =>
  parsedIfAny(Membership, await store.get(membershipKey(group, administration)));

/** A group and an administration's place in it, by one request whether there are such or not. */
export const getGroupFor = async (store: RecordStore, id: GroupId, administration: AdministrationCode) => {
  const [group, membership] = await store.getMany([groupKey(id), membershipKey(id, administration)]);
  return { group: groupOf(group), membership: parsedIfAny(Membership, membership) };
};

/** Those of these administrations that have, or had, a place in a group. */
export const getMemberships = async (
  store: RecordStore,
  group: GroupId,
  administrations: readonly AdministrationCode[],
): Promise<readonly Membership[]> =>
  (await store.getMany(administrations.map((code) => membershipKey(group, code))))
    .filter((item) => item !== undefined)
    .map((item) => parsed(Membership, item));

/** All who have, or had, a place in a group; or those whose code begins so. */
export const membersOf = async (
  store: RecordStore,
  group: GroupId,
  codes = "",
): Promise<readonly Membership[]> =>
  (await store.query({ pk: `GRP#${group}`, prefix: `MEM#${codes}`, consistent: true })).items.map((item) =>
    parsed(Membership, item),
  );

export const membershipsOf = async (
  store: RecordStore,
  administration: AdministrationCode,
): Promise<readonly Membership[]> =>
  (await store.query({ pk: `ADM#${administration}`, prefix: "GRP#", consistent: true })).items.map((item) =>
    parsed(Membership, item),
  );
