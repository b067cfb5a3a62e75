import * as z from "zod/mini";
import { administrationKey } from "../../shared/adapters/records/administrations.ts";
import { parsedIfAny } from "../../shared/adapters/records/parsed.ts";
import { userItem, userKey } from "../../shared/adapters/records/users.ts";
import { Administration } from "../../shared/domain/administration.ts";
import { Problem } from "../../shared/domain/problem.ts";
import { ConditionFailed, type RecordStore } from "../../shared/domain/record-store.ts";
import { assignableRoles, type PersonCaller, User } from "../../shared/domain/user.ts";

/** What the authorizer found in a verified token: who it says it is, and nothing about rights. */
export const Identity = z.object({
  administration: z.string(),
  username: z.string(),
  subject: z.string(),
  /** When the token ends, in seconds of the epoch: the gateway keeps the authorizer's answer beyond it. A context holds texts. */
  expires: z.string().check(z.regex(/^\d+$/)),
});
export type Identity = z.infer<typeof Identity>;

const refused = (): Problem => new Problem("unauthenticated", "Sign in again.");

/** How exactly the last request is known: written down no more often than this, so that reading stays cheap. */
const SEEN_EVERY_MS = 3_600_000;

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
  const last = user.lastSeenAt === undefined ? 0 : Date.parse(user.lastSeenAt);
  return now.getTime() - last < SEEN_EVERY_MS ? user : written(store, user, { ...user, lastSeenAt: at });
};

/**
 * The caller as stored now: a suspended administration and a disabled person are refused at the next request,
 * whatever the token says. A role that the administration's kind does not have counts for nothing, however it came
 * to be stored: `operator` is the secretariat's alone.
 */
export const loadCaller = async (store: RecordStore, identity: unknown, now: Date): Promise<PersonCaller> => {
  const who = Identity.safeParse(identity);
  if (!who.success) throw refused();
  const { administration: code, username, subject, expires } = who.data;
  if (Number(expires) * 1000 <= now.getTime()) throw refused();
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
