import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import type { Step } from "../../../shared/adapters/records/change.ts";
import { getUser, userKey } from "../../../shared/adapters/records/users.ts";
import { may, mayGive, type Role } from "../../../shared/domain/permissions.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller, PersonCaller, User } from "../../../shared/domain/user.ts";
import { refused } from "../../runtime/identity.ts";
import { type Answer, assertCurrent } from "../../runtime/request.ts";
import { view } from "./view.ts";

/** A person of the own administration; any other is unknown. */
export const loadPerson = async (
  store: RecordStore,
  { administration }: Caller,
  id: string,
): Promise<User> => {
  const user = await getUser(store, administration, id);
  if (user === undefined) throw unknown();
  return user;
};

/** What is shown changes with the last request, too; a change is made against the part before the full stop. */
export const personAnswer = (user: User): Answer => ({
  body: view(user),
  etag: [user.revision, ...(user.lastSeenAt === undefined ? [] : [Date.parse(user.lastSeenAt)])].join("."),
});

export const assertCurrentPerson = (request: { readonly ifMatch: string | undefined }, user: User): void =>
  assertCurrent({ ifMatch: request.ifMatch?.split(".")[0] }, String(user.revision));

/** Throws a Problem when one of the roles would open more than the caller may do. */
export const assertMayGive = (caller: Caller, roles: readonly Role[]): void => {
  const greater = roles.find((role) => !mayGive(caller, role));
  if (greater !== undefined)
    throw new Problem(
      "forbidden",
      `The role ${greater} may do what you may not do yourself; you cannot give it.`,
    );
};

/** Throws a Problem for whoever may not manage people any more since their request began: it may have much before it. */
export const assertStillInOffice = async (store: RecordStore, caller: PersonCaller): Promise<void> => {
  const [administration, person] = await Promise.all([
    getAdministration(store, caller.administration),
    getUser(store, caller.administration, caller.id),
  ]);
  const isActive = administration?.state === "active" && person?.state === "active";
  if (!isActive || !may({ ...caller, roles: person.roles }, "users.manage")) throw refused();
};

/**
 * Whoever takes something from another person is, at that very moment, still the active contact point as which they
 * called. They cannot take it from themselves, so that one is always left, and of two who remove each other one fails.
 */
export const stillInOffice = ({ administration, user }: PersonCaller): Step => ({
  check: userKey(administration, user.id),
  when: { equals: { revision: user.revision, state: "active" } },
  otherwise: () =>
    new Problem("conflict", "Your own account was changed at this moment. Read it again, then repeat this."),
});
