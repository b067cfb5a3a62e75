import { outboxPartitions, waitingIn } from "../../../shared/adapters/records/outbox.ts";
import type { OutboxEntry } from "../../../shared/domain/outbox.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly dispatch: (entry: OutboxEntry) => Promise<void>;
}

/** The stream has had this long to carry out an entry (data-model.md, "Then"). */
const PATIENCE_MS = 5 * 60_000;

/** Entries of one partition that may fail before the rest of it is the next sweep's; the others go on. */
const FAILING = 200;

/** Does again what the stream did not finish. Fails when an entry failed, so that somebody is told. */
export const sweeping =
  ({ store, dispatch }: Dependencies) =>
  async (now: Date): Promise<void> => {
    const before = new Date(now.getTime() - PATIENCE_MS).toISOString();
    const failures: unknown[] = [];
    const sweepOne = async (partition: number): Promise<void> => {
      let failed = 0;
      for await (const entry of waitingIn(store, partition, before))
        try {
          if (entry instanceof Error) throw entry;
          await dispatch(entry);
        } catch (error) {
          failures.push(error);
          failed += 1;
          if (failed >= FAILING) return;
        }
    };
    await Promise.all(
      outboxPartitions.map((partition) =>
        sweepOne(partition).catch((error: unknown) => failures.push(error)),
      ),
    );
    if (failures.length > 0)
      throw new AggregateError(failures, "Entries of the outbox could not be carried out");
  };
