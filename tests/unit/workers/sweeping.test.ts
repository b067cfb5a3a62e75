import { v7 } from "uuid";
import { expect, test } from "vitest";
import { sweeping } from "../../../functions/schedules/sweep/sweeping.ts";
import { dispatching } from "../../../functions/streams/dispatch/dispatching.ts";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { outboxItem, outboxPartitions } from "../../../shared/adapters/records/outbox.ts";
import { sqs } from "./aws.ts";
import { everyDeath, immortal, type Mortal, untilDeath } from "./mortal.ts";
import { at, group, releaseOfFrance } from "./releases.ts";

const partitions = outboxPartitions.map((n) => `OUT#${n}`);
const begun = Date.parse(at);

const waiting = (store: ReturnType<typeof memoryRecordStore>) =>
  store.items().filter(({ pk }) => pk.startsWith("OUT#"));

const enter = async (store: ReturnType<typeof memoryRecordStore>, ages: readonly number[]) => {
  const now = begun + 3_600_000;
  const entries = ages.map((seconds) => ({
    registration: v7(),
    put: (id: string, registration: string) =>
      outboxItem(id, new Date(now - seconds * 1000).toISOString(), {
        kind: "registration-decided",
        registration,
      }),
  }));
  await store.writeMany(entries.map(({ registration, put }) => ({ put: put(v7(), registration) })));
  return { now: new Date(now), registrations: entries.map(({ registration }) => registration) };
};

test("what waits longer than five minutes is dispatched, what the stream may still be at is not", async () => {
  const store = memoryRecordStore();
  const { now, registrations } = await enter(store, [301, 3600, 299, 0]);
  const queue = sqs();
  const { dispatch } = dispatching({ store, queues: queue.as(immortal()) });
  await sweeping({ store, dispatch })(now);
  const dispatched = queue.messages.map(({ message }) => message);
  expect(dispatched).toHaveLength(2);
  expect(dispatched).toEqual(
    expect.arrayContaining(
      registrations.slice(0, 2).map((registration) => ({ kind: "registration-decided", registration })),
    ),
  );
  expect(waiting(store)).toHaveLength(2);
});

test("one that fails does not stop the others, is kept, and makes the sweep fail", async () => {
  const store = memoryRecordStore();
  const { now, registrations } = await enter(store, [400, 400, 400, 400, 400]);
  const queue = sqs();
  const { dispatch } = dispatching({ store, queues: queue.as(immortal()) });
  const failing = registrations[2];
  const sweep = sweeping({
    store,
    dispatch: (entry) =>
      entry.work.kind === "registration-decided" && entry.work.registration === failing
        ? Promise.reject(new Error("It cannot be carried out"))
        : dispatch(entry),
  });
  await expect(sweep(now)).rejects.toThrow(AggregateError);
  expect(queue.messages).toHaveLength(4);
  expect(waiting(store)).toMatchObject([{ work: { registration: failing } }]);
});

test("an entry that cannot be read makes the sweep fail and hides no other", async () => {
  const store = memoryRecordStore();
  const { now } = await enter(store, [400, 400, 400]);
  const broken = partitions.map((pk) => ({ put: { pk, sk: "0", work: { kind: "of a later version" } } }));
  await store.writeMany(broken);
  const queue = sqs();
  const { dispatch } = dispatching({ store, queues: queue.as(immortal()) });
  const failure = await sweeping({ store, dispatch })(now).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AggregateError);
  expect((failure as AggregateError).errors).toHaveLength(broken.length);
  expect(queue.messages).toHaveLength(3);
  expect(waiting(store)).toHaveLength(broken.length);
});

test("a hundred entries of one partition that always fail starve nothing behind them", async () => {
  const store = memoryRecordStore();
  const inOnePartition = (n: number) =>
    outboxItem(`00000000-0000-7000-8000-${String(n).padStart(10, "0")}00`, at, {
      kind: "registration-decided",
      registration: n < 100 ? failing : v7(),
    });
  const failing = v7();
  await store.writeMany(Array.from({ length: 105 }, (_, n) => ({ put: inOnePartition(n) })));
  const queue = sqs();
  const { dispatch } = dispatching({ store, queues: queue.as(immortal()) });
  const sweep = sweeping({
    store,
    dispatch: (entry) =>
      entry.work.kind === "registration-decided" && entry.work.registration === failing
        ? Promise.reject(new Error("It cannot be carried out"))
        : dispatch(entry),
  });
  await expect(sweep(new Date(begun + 400_000))).rejects.toThrow(AggregateError);
  expect(queue.messages).toHaveLength(5);
  expect(waiting(store)).toHaveLength(100);
});

test("killed at any call, the next sweep carries out what is left of a release", async () => {
  const calls = await everyDeath(async (_, worker) => {
    const store = await group(["FR", "DE", "KE"]);
    await releaseOfFrance(store, { kind: "group" });
    const queue = sqs();
    const sweep = (each: Mortal) => {
      const reached = each.reach(store);
      const { dispatch } = dispatching({ store: reached, queues: queue.as(each) });
      return sweeping({ store: reached, dispatch })(new Date(begun + 400_000));
    };
    await untilDeath(() => sweep(worker));
    await sweep(immortal());
    expect(waiting(store)).toEqual([]);
    expect(store.items().filter(({ pk }) => pk === "FEED#ipr")).toHaveLength(1);
    const told = queue.messages.map(({ message }) => (message as { administration: string }).administration);
    expect([...new Set(told)].sort()).toEqual(["DE", "FR", "KE"]);
  });
  expect(calls).toBeGreaterThan(20);
});
