import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { assignableRoles, type Caller, type User } from "../../../shared/domain/user.ts";
import { assertInReach, loadPerson } from "./access.ts";

/** A person whom the caller may change. Throws a Problem for one who is unknown, has more rights, or was deleted. */
export const reaching =
  (store: RecordStore) =>
  async (caller: Caller, id: string): Promise<User> => {
    const [person, administration] = await Promise.all([
      loadPerson(store, caller, id),
      getAdministration(store, caller.administration),
    ]);
    assertInReach(caller, person, assignableRoles(administration?.kind ?? "member"));
    return person;
  };
