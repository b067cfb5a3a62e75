import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { assignableRoles, type Caller, type User } from "../../../shared/domain/user.ts";
import { assertInReach, loadPerson } from "./access.ts";

/** A person whom the caller may change. Throws a Problem for one who is unknown, has more rights, or was deleted. */
export const reaching =
  (store: RecordStore) =>
  async (caller: Caller, id: string): Promise<User> => {
    const person = await loadPerson(store, caller, id);
    assertInReach(caller, person, assignableRoles(caller.administrationKind));
    return person;
  };
