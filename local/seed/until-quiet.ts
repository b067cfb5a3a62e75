import { setTimeout as sleep } from "node:timers/promises";
import { GetQueueAttributesCommand, GetQueueUrlCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { waitingOutbox } from "../../shared/adapters/records/outbox.ts";
import type { RecordStore } from "../../shared/domain/record-store.ts";
import { RESOURCE_PREFIX } from "../../shared/names.ts";

const QUEUE = `${RESOURCE_PREFIX}-queues-hand-over`;

/** Resolves when what was released is handed over: nothing in the outbox, nothing in the queue. */
export const untilQuiet = async (store: RecordStore, sqs: SQSClient): Promise<void> => {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: QUEUE }));
  for (let attempt = 0; attempt < 600; attempt++) {
    const outbox = await waitingOutbox(store, new Date().toISOString());
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl,
        AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
      }),
    );
    if (outbox.length === 0 && Object.values(Attributes).every((count) => Number(count) === 0)) return;
    await sleep(250);
  }
  throw new Error("What was released is not handed over after minutes; see emulator.log.");
};
