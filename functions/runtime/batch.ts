import type { DynamoDBStreamEvent, SQSEvent, SQSRecord } from "aws-lambda";
import type * as z from "zod/mini";
import type { Key } from "../../shared/domain/record-store.ts";

/** What Lambda gives to the function again: a stream from the first of these on, a queue these alone. */
export interface Unfinished {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

const workOff = async <R>(
  records: readonly R[],
  identify: (record: R) => string,
  work: (record: R) => Promise<void>,
): Promise<Unfinished> => {
  // Async, so that a record that cannot even be read fails alone and not with its batch.
  const outcomes = await Promise.allSettled(records.map(async (record) => work(record)));
  return {
    batchItemFailures: records.flatMap((record, n) => {
      const outcome = outcomes[n];
      if (outcome?.status !== "rejected") return [];
      console.error(outcome.reason);
      return [{ itemIdentifier: identify(record) }];
    }),
  };
};

/** A queue's function: each message parsed and worked off; what fails is left in the queue. */
export const queueHandler =
  <S extends z.ZodMiniType>(schema: S, work: (message: z.infer<S>) => Promise<void>) =>
  (event: SQSEvent): Promise<Unfinished> =>
    workOff(
      event.Records,
      ({ messageId }: SQSRecord) => messageId,
      (record) => work(schema.parse(JSON.parse(record.body))),
    );

/** A stream's function. It is given keys alone: what stands there is read anew, as it is by then. */
export const streamHandler =
  (work: (key: Key) => Promise<void>) =>
  (event: DynamoDBStreamEvent): Promise<Unfinished> =>
    workOff(
      event.Records,
      ({ dynamodb }) => dynamodb?.SequenceNumber ?? "",
      async ({ dynamodb }) => {
        const { pk, sk } = dynamodb?.Keys ?? {};
        if (pk?.S === undefined || sk?.S === undefined) throw new Error("A stream record without keys");
        await work({ pk: pk.S, sk: sk.S });
      },
    );

/** A stream's function whose work is on whole partitions: each of a batch once, however many of its items are new. */
export const partitionHandler =
  (work: (pk: string) => Promise<void>) =>
  (event: DynamoDBStreamEvent): Promise<Unfinished> => {
    const begun = new Map<string, Promise<void>>();
    return streamHandler(({ pk }) => {
      const working = begun.get(pk) ?? work(pk);
      begun.set(pk, working);
      return working;
    })(event);
  };
