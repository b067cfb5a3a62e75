import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { getUser, userItem } from "../../../shared/adapters/records/users.ts";
import type { AdministrationCode, Id } from "../../../shared/domain/identifiers.ts";
import type { Pools } from "../../../shared/domain/provisioning.ts";
import { ConditionFailed, type RecordStore } from "../../../shared/domain/record-store.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly pools: Pools;
}

/** Somebody changes the person while it is invited: read again, a few times, before the queue tries again. */
const ATTEMPTS = 5;

/** What the user pool has to learn of an administration's people. */
export const peopling = ({ store, pools }: Dependencies) => {
  const load = async (code: AdministrationCode, id: Id) => {
    const [administration, user] = await Promise.all([
      getAdministration(store, code),
      getUser(store, code, id),
    ]);
    return { pool: administration?.pool, user };
  };

  /** Invites once, and keeps the pool's own id of the person: tokens of another one are refused. */
  const invite = async (code: AdministrationCode, id: Id): Promise<void> => {
    const { pool, user } = await load(code, id);
    if (user === undefined || user.state === "disabled" || user.subject !== undefined) return;
    if (pool === undefined) throw new Error(`${code} has no user pool yet`);
    const { subject } = await pools.ensureUser(pool.userPoolId, user);
    for (let attempt = 1; ; attempt++) {
      const current = await getUser(store, code, id);
      if (current === undefined || current.subject === subject) return;
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

  /** Makes the pool say what the person's item says now, in whatever order messages come. */
  const applyState = async (code: AdministrationCode, id: Id): Promise<void> => {
    const { pool, user } = await load(code, id);
    if (pool === undefined || user === undefined) return;
    if (user.state === "disabled") {
      if (user.subject !== undefined) await pools.disableUser(pool.userPoolId, id);
    } else if (user.subject === undefined) await invite(code, id);
    else await pools.enableUser(pool.userPoolId, id);
  };

  return { invite, applyState };
};
