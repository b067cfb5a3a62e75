import { issuerKey } from "../../../shared/adapters/records/administrations.ts";
import type { Administration } from "../../../shared/domain/administration.ts";
import type { Id } from "../../../shared/domain/identifiers.ts";
import type { Pools, Topics } from "../../../shared/domain/provisioning.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { retiring } from "./retiring.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly pools: Pools;
  readonly topics: Topics;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** What was made of an administration by its approval. */
type Made = NonNullable<Administration["formerly"]>;

/**
 * Undoes what came of an approval: no group has the administration, pool and topics go, and their people with them, but for the one who is invited to begin again.
 * Begun again wherever it was killed, it finds less to do.
 */
export const releasing = (dependencies: Dependencies) => {
  const { store, pools, topics } = dependencies;
  const { leaveGroups, retireAddresses, retirePeople } = retiring(dependencies);
  return async (
    whose: Pick<Administration, "code" | "state">,
    { pool, topics: arns }: Made,
    but?: Id,
  ): Promise<void> => {
    await leaveGroups(whose);
    await retireAddresses(whose);
    await retirePeople(whose, but);
    for (const topic of arns) await topics.removeTopic(topic);
    if (pool === undefined) return;
    await store.writeMany([{ delete: issuerKey(pool.issuer) }]);
    await pools.removePool(pool.userPoolId);
  };
};
