import { outboxEntryAt, outboxKey } from "../../../shared/adapters/records/outbox.ts";
import type { OutboxEntry, OutboxWork } from "../../../shared/domain/outbox.ts";
import type { QueueName, Queues } from "../../../shared/domain/queues.ts";
import type { Key, RecordStore } from "../../../shared/domain/record-store.ts";
import { disseminate } from "./disseminate.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly queues: Queues;
}

/** Which queue carries out each kind of work; a release is listed first and becomes hand-overs. */
const queueOf = {
  "provision-administration": "provision",
  "let-go-administration": "provision",
  "invite-user": "provision",
  "invite-user-again": "provision",
  "user-state-changed": "provision",
  "confirm-endpoint": "endpoint",
  "remove-endpoint": "endpoint",
  "contact-points-due": "mail",
  "registration-code": "mail",
  "registration-decided": "mail",
  "unused-warning": "mail",
  "recertification-due": "mail",
  "contact-point-assisted": "mail",
} as const satisfies Record<Exclude<OutboxWork["kind"], "alert-released">, QueueName>;

/**
 * What follows from a change, off its outbox entry: done as often as it is asked for, with the same outcome. The entry
 * goes when its work is queued, so that whatever was killed before is done again, by the stream or by the sweep.
 */
export const dispatching = ({ store, queues }: Dependencies) => {
  const dispatch = async ({ id, work }: OutboxEntry): Promise<void> => {
    if (work.kind === "alert-released") await queues.send("hand-over", await disseminate(store, work));
    else await queues.send(queueOf[work.kind], [work]);
    await store.writeMany([{ delete: outboxKey(id) }]);
  };

  return {
    dispatch,
    /** An entry that is gone was dispatched already. */
    dispatchAt: async (key: Key): Promise<void> => {
      const entry = await outboxEntryAt(store, key);
      if (entry !== undefined) await dispatch(entry);
    },
  };
};
