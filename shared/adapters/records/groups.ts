import { Group, type GroupId, iprGroup, Membership } from "../../domain/group.ts";
import { type AdministrationCode, Instant } from "../../domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { parsed, parsedIfAny } from "./parsed.ts";

export const groupKey = (id: GroupId): Key => ({ pk: `GRP#${id}`, sk: "PROFILE" });

export const groupItem = (group: Group): Item => ({ ...groupKey(group.id), schema: 2, ...group });

/** The first schema knew of one group, by its name and age. */
const upgraded = (item: Item): Item =>
  item["schema"] === 1 ? groupItem(iprGroup(Instant.parse(item["createdAt"]))) : item;

export const getGroup = async (store: RecordStore, id: GroupId): Promise<Group | undefined> => {
  const item = await store.get(groupKey(id));
  return parsedIfAny(Group, item && upgraded(item));
};

export const membershipKey = (group: GroupId, administration: AdministrationCode): Key => ({
  pk: `GRP#${group}`,
  sk: `MEM#${administration}`,
});

/** A membership is stored under its group and, for the way back, under its administration. */
export const membershipItems = (membership: Membership): readonly Item[] => [
  { ...membershipKey(membership.group, membership.administration), schema: 1, ...membership },
  { pk: `ADM#${membership.administration}`, sk: `GRP#${membership.group}`, schema: 1, ...membership },
];

export const getMembership = async (
  store: RecordStore,
  group: GroupId,
  administration: AdministrationCode,
): Promise<Membership | undefined> =>
  parsedIfAny(Membership, await store.get(membershipKey(group, administration)));

export const membersOf = async (store: RecordStore, group: GroupId): Promise<readonly Membership[]> =>
  (await store.query({ pk: `GRP#${group}`, prefix: "MEM#", consistent: true })).items.map((item) =>
    parsed(Membership, item),
  );

export const membershipsOf = async (
  store: RecordStore,
  administration: AdministrationCode,
): Promise<readonly Membership[]> =>
  (await store.query({ pk: `ADM#${administration}`, prefix: "GRP#", consistent: true })).items.map((item) =>
    parsed(Membership, item),
  );
