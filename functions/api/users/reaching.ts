import { type PersonChange, refusalOf } from "../../../shared/domain/person-change.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller, User } from "../../../shared/domain/user.ts";
import { assertCurrentPerson, loadPerson } from "./access.ts";

interface Asked {
  readonly caller: Caller;
  readonly params: { readonly id: string };
  readonly ifMatch: string | undefined;
}

/** A person whom the caller may change in each of these ways. Throws a Problem for one who is unknown, or whom they may not. */
export const reaching =
  (store: RecordStore) =>
  async ({ caller, params }: Asked, ...changes: readonly PersonChange[]): Promise<User> => {
    const person = await loadPerson(store, caller, params.id);
    for (const change of changes) {
      const refusal = refusalOf(caller, person, change);
      if (refusal !== undefined) throw new Problem(refusal.kind, refusal.detail);
    }
    return person;
  };

/** The same, of the version that the caller saw. */
export const reachingAsSeen = (store: RecordStore) => {
  const reach = reaching(store);
  return async (asked: Asked, ...changes: readonly PersonChange[]): Promise<User> => {
    const person = await reach(asked, ...changes);
    assertCurrentPerson(asked, person);
    return person;
  };
};
