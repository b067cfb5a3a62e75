import type { AdministrationCode, Id } from "../../domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { User } from "../../domain/user.ts";
import { parsedIfAny, parsedPage } from "./parsed.ts";

export const userKey = (administration: AdministrationCode, id: Id): Key => ({
  pk: `ADM#${administration}`,
  sk: `USR#${id}`,
});

export const userItem = (user: User): Item => ({
  ...userKey(user.administration, user.id),
  schema: 1,
  ...user,
});

/** Keeps an address to one user of its administration. */
export const userAddressItem = (user: Pick<User, "administration" | "email" | "id">): Item => ({
  pk: `ADM#${user.administration}`,
  sk: `MAIL#${user.email}`,
  schema: 1,
  user: user.id,
});

export const getUser = async (
  store: RecordStore,
  administration: AdministrationCode,
  id: Id,
): Promise<User | undefined> => parsedIfAny(User, await store.get(userKey(administration, id)));

export const listUsers = (
  store: RecordStore,
  administration: AdministrationCode,
  limit: number,
  after?: string,
) => parsedPage(store, User, { pk: `ADM#${administration}`, prefix: "USR#", limit, consistent: true, after });
