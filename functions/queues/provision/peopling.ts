import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { withLease } from "../../../shared/adapters/records/lease.ts";
import { getUser, userItem } from "../../../shared/adapters/records/users.ts";
import type { AdministrationCode, Id } from "../../../shared/domain/identifiers.ts";
import type { Pools } from "../../../shared/domain/provisioning.ts";
import { ConditionFailed, type RecordStore } from "../../../shared/domain/record-store.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly pools: Pools;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** As long as the function may run (infra/functions.ts) and a little more. */
export const LEASE_SECONDS = 40;

/** Somebody changes the person while it is invited: read again, a few times, before the queue tries again. */
const ATTEMPTS = 5;

/** What the user pool has to learn of an administration's people. */
export const peopling = ({ store, pools, clock, newId }: Dependencies) => {
  const load = async (code: AdministrationCode, id: Id) => {
    const [administration, user] = await Promise.all([
      getAdministration(store, code),
      getUser(store, code, id),
    ]);
    return { pool: administration?.pool, user };
  };

  /** Two who make one person anew at once would each remove what the other made. */
  const alone = (id: Id, work: () => Promise<void>): Promise<void> =>
    withLease(store, `person#${id}`, { now: clock(), seconds: LEASE_SECONDS, holder: newId() }, work);

  const inviteOnce = async (code: AdministrationCode, id: Id): Promise<void> => {
    const { pool, user } = await load(code, id);
    if (user === undefined || (pool === undefined && user.deletedAt !== undefined)) return;
    if (pool === undefined) throw new Error(`${code} has no user pool yet`);
    // A worker killed after it had invited somebody who was deleted meanwhile left an account behind.
    if (user.deletedAt !== undefined) return pools.removeUser(pool.userPoolId, id);
    if (user.state === "disabled" || user.subject !== undefined) return;
    const { subject } = await pools.ensureUser(pool.userPoolId, user, user.retiredSubject);
    for (let attempt = 1; ; attempt++) {
      const current = await getUser(store, code, id);
      if (current === undefined || current.subject === subject) return;
      if (current.deletedAt !== undefined) return pools.removeUser(pool.userPoolId, id);
      if (current.retiredSubject === subject)
        throw new Error(`The authenticator of ${id} was reset again; the queue begins anew`);
      try {
        await store.transact([
          {
            put: userItem({ ...current, subject, revision: current.revision + 1 }),
            when: { equals: { revision: current.revision } },
          },
        ]);
        return;
      } catch (error) {
        if (!(error instanceof ConditionFailed) || attempt === ATTEMPTS) throw error;
      }
    }
  };

  /** Invites once, and keeps the pool's own id of the person: tokens of another one are refused. */
  const invite = async (code: AdministrationCode, id: Id): Promise<void> => {
    const user = await getUser(store, code, id);
    const work = () => inviteOnce(code, id);
    return user?.retiredSubject === undefined ? work() : alone(id, work);
  };

  /** Makes the pool say what the person's item says now, in whatever order messages come. */
  const applyState = async (code: AdministrationCode, id: Id): Promise<void> => {
    const { pool, user } = await load(code, id);
    if (pool === undefined || user === undefined) return;
    if (user.deletedAt !== undefined) await pools.removeUser(pool.userPoolId, id);
    else if (user.state === "disabled") {
      // Reset and not made anew: nobody is to sign in as what is left of it.
      if (user.subject === undefined && user.retiredSubject !== undefined)
        await alone(id, async () => {
          const now = await getUser(store, code, id);
          if (now?.state === "disabled" && now.subject === undefined)
            await pools.removeUser(pool.userPoolId, id);
        });
      else if (user.subject !== undefined) await pools.disableUser(pool.userPoolId, id);
    } else if (user.subject === undefined) await invite(code, id);
    else await pools.enableUser(pool.userPoolId, id);
  };

  /** Mails a new password for the first sign-in, unless the person has come in meanwhile. */
  const inviteAgain = async (code: AdministrationCode, id: Id): Promise<void> => {
    const { pool, user } = await load(code, id);
    if (user?.state !== "invited") return;
    if (pool === undefined || user.subject === undefined) return invite(code, id);
    await pools.inviteAgain(pool.userPoolId, id);
  };

  return { invite, inviteAgain, applyState };
};
