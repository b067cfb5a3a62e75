import type { Id } from "../../domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { Registration, type RegistrationState } from "../../domain/registration.ts";
import { parsedIfAny, parsedPage } from "./parsed.ts";

export const registrationKey = (id: Id): Key => ({ pk: `REG#${id}`, sk: "REG" });

export const registrationItem = (registration: Registration): Item => ({
  ...registrationKey(registration.id),
  gsi1pk: `REG#${registration.state}`,
  gsi1sk: registration.id,
  schema: 1,
  ...registration,
});

export const getRegistration = async (store: RecordStore, id: Id): Promise<Registration | undefined> =>
  parsedIfAny(Registration, await store.get(registrationKey(id)));

export const listRegistrations = (
  store: RecordStore,
  state: RegistrationState,
  limit: number,
  after?: string,
) => parsedPage(store, Registration, { pk: `REG#${state}`, index: "gsi1", newestFirst: true, limit, after });
