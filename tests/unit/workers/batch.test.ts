import type { DynamoDBStreamEvent, SQSEvent } from "aws-lambda";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { queueHandler, streamHandler } from "../../../functions/runtime/batch.ts";

// What fails is logged with its stack; here it is meant to.
vi.spyOn(console, "error").mockImplementation(() => {});
afterEach(() => {
  vi.clearAllMocks();
});

const messages = (...bodies: readonly string[]) =>
  ({ Records: bodies.map((body, n) => ({ messageId: `message-${n}`, body })) }) as unknown as SQSEvent;

test("of a queue's messages those alone are given again that could not be read or worked off", async () => {
  const done: string[] = [];
  const handler = queueHandler(z.object({ name: z.string() }), async ({ name }) => {
    if (name === "bad") throw new Error("It cannot be done");
    done.push(name);
  });
  const unfinished = await handler(
    messages('{"name":"a"}', "no JSON", '{"name":"bad"}', "{}", '{"name":"b"}'),
  );
  expect(unfinished.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual([
    "message-1",
    "message-2",
    "message-3",
  ]);
  expect(done.sort()).toEqual(["a", "b"]);
});

test("of a stream's records the failed ones are named, so that it is begun again from the first of them", async () => {
  const handler = streamHandler(async ({ sk }) => {
    if (sk === "2") throw new Error("It cannot be done");
  });
  const record = (n: number) => ({
    dynamodb: { SequenceNumber: `sequence-${n}`, Keys: { pk: { S: "OUT#1" }, sk: { S: String(n) } } },
  });
  const event = { Records: [record(1), record(2), record(3)] } as unknown as DynamoDBStreamEvent;
  expect(await handler(event)).toEqual({ batchItemFailures: [{ itemIdentifier: "sequence-2" }] });
});

test("when all is worked off, nothing is given again", async () => {
  const handler = queueHandler(z.object({}), async () => {});
  expect(await handler(messages("{}", "{}"))).toEqual({ batchItemFailures: [] });
});
