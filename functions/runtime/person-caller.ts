import { administrationKey } from "../../shared/adapters/records/administrations.ts";
import { parsedIfAny } from "../../shared/adapters/records/parsed.ts";
import { userItem, userKey } from "../../shared/adapters/records/users.ts";
import { Administration } from "../../shared/domain/administration.ts";
import { ConditionFailed, type RecordStore } from "../../shared/domain/record-store.ts";
import { assignableRoles, type PersonCaller, User } from "../../shared/domain/user.ts";
import { isSeenAnew, type PersonIdentity, refused } from "./identity.ts";

const written = async (store: RecordStore, before: User, after: User): Promise<User> => {
  try {
    await store.transact([{ put: userItem(after), when: { equals: { revision: before.revision } } }]);
    return after;
  } catch (error) {
    // Somebody changed the person at this moment; the next request reads what they made of it.
    if (!(error instanceof ConditionFailed)) throw error;
    return before;
  }
};

/** The first request of somebody invited makes them active. To have been seen is no change of the person: no revision. */
const seen = async (store: RecordStore, user: User, now: Date): Promise<User> => {
  const at = now.toISOString();
  if (user.state === "invited") {
    const revision = user.revision + 1;
    return written(store, user, { ...user, state: "active", revision, changedAt: at, lastSeenAt: at });
  }
  return isSeenAnew(user.lastSeenAt, now) ? written(store, user, { ...user, lastSeenAt: at }) : user;
};

/**
 * A person as stored now. A role that the administration's kind does not have counts for nothing, however it came to be
 * stored: `operator` is the secretariat's alone.
 */
export const loadPersonCaller = async (
  store: RecordStore,
  { administration: code, username, subject }: PersonIdentity,
  now: Date,
): Promise<PersonCaller> => {
  const [administrationItem, item] = await store.getMany([administrationKey(code), userKey(code, username)]);
  const administration = parsedIfAny(Administration, administrationItem);
  const user = parsedIfAny(User, item);
  if (administration?.state !== "active" || user === undefined || user.state === "disabled") throw refused();
  if (user.subject !== subject) throw refused();
  const existing = assignableRoles(administration.kind);
  const current = await seen(store, user, now);
  const roles = current.roles.filter((role) => existing.includes(role));
  return {
    id: current.id,
    administration: code,
    administrationKind: administration.kind,
    roles,
    scopes: [],
    user: { ...current, roles },
  };
};
