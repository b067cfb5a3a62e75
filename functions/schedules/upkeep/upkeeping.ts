import { everyAdministration } from "../../../shared/adapters/records/administrations.ts";
import type { Administration } from "../../../shared/domain/administration.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

/**
 * What is to be looked after in one administration, whatever its state. It is called every hour, and again after a failure: done already,
 * it does nothing. The administration is as the index has it, a moment old; a task that changes it reads it anew.
 */
export type Task = (administration: Administration) => Promise<void>;

interface Dependencies {
  readonly store: RecordStore;
  /** In this order, so that two of them do not change one thing at once. */
  readonly tasks: readonly Task[];
}

/** Administrations that are looked after at a time. */
const TOGETHER = 10;

/** Looks after every administration. Fails when something failed, so that somebody is told; it stops nothing else. */
export const upkeeping =
  ({ store, tasks }: Dependencies) =>
  async (): Promise<void> => {
    const failures: unknown[] = [];
    const perform = async (administration: Administration): Promise<void> => {
      for (const task of tasks)
        try {
          await task(administration);
        } catch (error) {
          failures.push(new Error(`The upkeep of ${administration.code} failed`, { cause: error }));
        }
    };
    let together: Promise<void>[] = [];
    for await (const administration of everyAdministration(store)) {
      if (administration instanceof Error) failures.push(administration);
      else together.push(perform(administration));
      if (together.length < TOGETHER) continue;
      await Promise.all(together);
      together = [];
    }
    await Promise.all(together);
    if (failures.length > 0) throw new AggregateError(failures, "The upkeep could not finish its work");
  };
