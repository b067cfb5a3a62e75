import type { AdministrationCode, Id } from "../../domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { User } from "../../domain/user.ts";
import { parsed, parsedIfAny, parsedPage } from "./parsed.ts";

export const userKey = (administration: AdministrationCode, id: Id): Key => ({
  pk: `ADM#${administration}`,
  sk: `USR#${id}`,
});

export const userItem = (user: User): Item => ({
  ...userKey(user.administration, user.id),
  schema: 1,
  ...user,
});

/** Whose an address is within its administration. */
export const userAddressKey = (administration: AdministrationCode, email: string): Key => ({
  pk: `ADM#${administration}`,
  sk: `MAIL#${email}`,
});

/** Keeps an address to one user of its administration. */
export const userAddressItem = (user: Pick<User, "administration" | "email" | "id">): Item => ({
  ...userAddressKey(user.administration, user.email),
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

/** All of an administration, those deleted left out. There are dozens, at most some hundreds. */
export const everyUser = async (
  store: RecordStore,
  administration: AdministrationCode,
): Promise<readonly User[]> =>
  (await store.query({ pk: `ADM#${administration}`, prefix: "USR#", consistent: true })).items
    .map((item) => parsed(User, item))
    .filter(({ deletedAt }) => deletedAt === undefined);
