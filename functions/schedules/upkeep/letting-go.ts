import { commit } from "../../../shared/adapters/records/change.ts";
import { isToBeLetGo } from "../../../shared/domain/administration.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Task } from "./upkeeping.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/**
 * Has the pool, topics and people of an administration that left let go of when their time is over. The worker that made them does it,
 * which alone may; it is asked every hour until nothing is left, and what it did is on the trail.
 */
export const lettingGo =
  ({ store, clock, newId }: Dependencies): Task =>
  async (administration) => {
    const now = clock();
    if (!isToBeLetGo(administration, now)) return;
    const { code } = administration;
    await commit(
      store,
      { now, newId, administration: code, actor: "system" },
      {
        action: "administrations.ask-to-let-go",
        subject: code,
        unrecorded: true,
        steps: [],
        outbox: [{ kind: "let-go-administration", administration: code }],
      },
    );
  };
