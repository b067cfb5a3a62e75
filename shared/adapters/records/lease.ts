import type { Id } from "../../domain/identifiers.ts";
import { type Condition, ConditionFailed, type Key, type RecordStore } from "../../domain/record-store.ts";

export interface Lease {
  readonly now: Date;
  /** How long the holder may take before another one takes over. */
  readonly seconds: number;
  readonly holder: Id;
}

/** Somebody else is at it; the caller tries again later. */
export class LeaseHeld extends Error {
  constructor(name: string) {
    super(`The lease ${name} is held by another function`);
    this.name = "LeaseHeld";
  }
}

/** Does the work while nobody else does work of this name. Throws {@link LeaseHeld} when somebody does. */
export const withLease = async <T>(
  store: RecordStore,
  name: string,
  { now, seconds, holder }: Lease,
  work: () => Promise<T>,
): Promise<T> => {
  const key: Key = { pk: `LEASE#${name}`, sk: "LEASE" };
  const found = await store.get(key);
  const epoch = Math.floor(now.getTime() / 1000);
  if (found !== undefined && Number(found["expiresAt"]) > epoch) throw new LeaseHeld(name);
  const when: Condition =
    found === undefined ? { absent: true } : { equals: { holder: String(found["holder"]) } };
  try {
    await store.transact([{ put: { ...key, schema: 1, holder, expiresAt: epoch + seconds }, when }]);
  } catch (error) {
    throw error instanceof ConditionFailed ? new LeaseHeld(name) : error;
  }
  try {
    return await work();
  } finally {
    await store.transact([{ delete: key, when: { equals: { holder } } }]).catch((error: unknown) => {
      // It took longer than the lease, and somebody else holds it now.
      if (!(error instanceof ConditionFailed)) throw error;
    });
  }
};
