import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { QueueName, Queues } from "../../domain/queues.ts";

/** SQS's own limit on one request. */
const BATCH = 10;

export const sqsQueues = (client: SQSClient, urls: Readonly<Record<QueueName, string>>): Queues => ({
  send: async (queue, messages) => {
    const batches = Array.from({ length: Math.ceil(messages.length / BATCH) }, (_, n) =>
      messages.slice(n * BATCH, (n + 1) * BATCH),
    );
    await Promise.all(
      batches.map(async (batch) => {
        const { Failed = [] } = await client.send(
          new SendMessageBatchCommand({
            QueueUrl: urls[queue],
            Entries: batch.map((message, n) => ({ Id: String(n), MessageBody: JSON.stringify(message) })),
          }),
        );
        if (Failed.length > 0) throw new Error(`The ${queue} queue refused ${Failed.length} messages`);
      }),
    );
  },
});
