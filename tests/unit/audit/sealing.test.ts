import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { partitionHandler } from "../../../functions/runtime/batch.ts";
import { sealingLate } from "../../../functions/schedules/sweep/sealing-late.ts";
import { nodeCryptography } from "../../../shared/adapters/crypto/cryptography.ts";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { chainHead } from "../../../shared/adapters/records/trail.ts";
import { beginning, faultOfNext, SealedEntry } from "../../../shared/domain/audit-chain.ts";
import { settle } from "../api/people.ts";
import { everyDeath, immortal, mortal, untilDeath } from "../workers/mortal.ts";
import { begun, entryOf, type MemoryStore, record, sealerOf } from "./trails.ts";

const unsealed = (store: MemoryStore) => store.items().filter(({ sk }) => sk.startsWith("E#"));

/** The chain as it stands, which has to have neither fork nor gap; answers with the ids in it. */
const expectChain = async (store: MemoryStore, administration: string): Promise<readonly string[]> => {
  const links = store
    .items()
    .filter(({ pk, sk }) => pk === `AUD#${administration}` && sk.startsWith("S#"))
    .sort((a, b) => (a.sk < b.sk ? -1 : 1))
    .map((item) => SealedEntry.parse(item));
  let end = beginning(administration);
  for (const link of links) {
    expect(faultOfNext(nodeCryptography.sha256, end, link)).toBeUndefined();
    end = { administration, seq: link.seq, hash: link.hash };
  }
  expect(await chainHead(store, administration)).toEqual(end);
  return links.map(({ entry }) => entry.id);
};

const entries = (count: number) => Array.from({ length: count }, (_, n) => entryOf("FR", n + 1));

test("entries are sealed in the order in which they were made, however many there are", async () => {
  const store = memoryRecordStore();
  const made = entries(120);
  await record(store, [...made].reverse());
  await sealerOf(store)("FR");
  expect(await expectChain(store, "FR")).toEqual(made.map(({ id }) => id));
  expect(unsealed(store)).toEqual([]);
});

test("sealing again, or with nothing to seal, changes nothing", async () => {
  const store = memoryRecordStore();
  await sealerOf(store)("FR");
  expect(store.items()).toEqual([]);
  await record(store, entries(5));
  await sealerOf(store)("FR");
  const before = store.items();
  await sealerOf(store)("FR");
  expect(store.items()).toEqual(before);
});

test("50 parallel changes in one administration all succeed, and its chain has no fork and no gap", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const store = memoryRecordStore();
      const inAnyOrder = () => mortal(undefined, () => scheduler.schedule(Promise.resolve())).reach(store);
      const ids: string[] = [];
      const change = async (n: number) => {
        await commit(
          inAnyOrder(),
          {
            now: new Date(begun + n),
            newId: () => {
              const id = v7();
              ids.push(id);
              return id;
            },
            administration: "FR",
            actor: v7(),
          },
          { action: "alerts.create", subject: v7(), steps: [{ put: { pk: "TEST", sk: String(n) } }] },
        );
        // As the stream does, while other changes are still under way.
        await sealerOf(inAnyOrder())("FR");
      };
      const all = Promise.all(Array.from({ length: 50 }, (_, n) => change(n)));
      await scheduler.waitFor(all);
      await all;
      expect(store.items().filter(({ pk }) => pk === "TEST")).toHaveLength(50);
      expect([...(await expectChain(store, "FR"))].sort()).toEqual([...ids].sort());
      expect(unsealed(store)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test("killed at any call, an entry is either unsealed or sealed once, and the next sealing goes on", async () => {
  const calls = await everyDeath(async (_, worker) => {
    const store = memoryRecordStore();
    const made = entries(110);
    await record(store, made);
    await untilDeath(() => sealerOf(worker.reach(store))("FR"));
    const sealed = await expectChain(store, "FR");
    const waiting = unsealed(store).map(({ sk }) => sk.slice(2));
    expect([...sealed, ...waiting]).toEqual(made.map(({ id }) => id));
    await sealerOf(immortal().reach(store))("FR");
    expect(await expectChain(store, "FR")).toEqual(made.map(({ id }) => id));
  });
  // Three chunks: the head, the entries and the transaction of each.
  expect(calls).toBe(9);
});

test("two at once, in whatever order their requests arrive, seal each entry once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 120 }), async (scheduler, count) => {
      const store = memoryRecordStore();
      const made = entries(count);
      await record(store, made);
      const inAnyOrder = () => mortal(undefined, () => scheduler.schedule(Promise.resolve())).reach(store);
      const both = Promise.all([sealerOf(inAnyOrder())("FR"), sealerOf(inAnyOrder())("FR")]);
      await scheduler.waitFor(both);
      await both;
      expect(await expectChain(store, "FR")).toEqual(made.map(({ id }) => id));
    }),
    { numRuns: 30 },
  );
});

test("the trails of several administrations are chains of their own", async () => {
  const store = memoryRecordStore();
  await record(store, [entryOf("FR", 1), entryOf("KE", 2), entryOf("FR", 3)]);
  await Promise.all([sealerOf(store)("FR"), sealerOf(store)("KE")]);
  expect(await expectChain(store, "FR")).toHaveLength(2);
  expect(await expectChain(store, "KE")).toHaveLength(1);
});

const streamed = (pk: string, n: number) => ({
  dynamodb: { SequenceNumber: String(n), Keys: { pk: { S: pk }, sk: { S: `E#${n}` } } },
});

test("a batch of the stream seals each trail once, and gives again only the records of one that failed", async () => {
  const sealed: string[] = [];
  const handler = partitionHandler(async (pk) => {
    sealed.push(pk);
    if (pk === "AUD#KE") throw new Error("The table did not answer");
  });
  const Records = [
    streamed("AUD#FR", 1),
    streamed("AUD#KE", 2),
    streamed("AUD#FR", 3),
    streamed("AUD#KE", 4),
  ];
  expect(await handler({ Records })).toEqual({
    batchItemFailures: [{ itemIdentifier: "2" }, { itemIdentifier: "4" }],
  });
  expect(sealed).toEqual(["AUD#FR", "AUD#KE"]);
});

const lateWorld = async (codes: readonly string[]) => {
  const store = memoryRecordStore();
  for (const code of codes) await settle(store, code);
  const told: number[] = [];
  const sweep = (seal = sealerOf(store)) =>
    sealingLate({ store, seal, tellLate: (trails) => told.push(trails) });
  return { store, told, sweep };
};

test("the sweep seals what the stream left for over a minute, says how many trails, and leaves what is younger", async () => {
  const codes = Array.from({ length: 45 }, (_, n) => `X-OBSERVER-${n}`);
  const { store, told, sweep } = await lateWorld(codes);
  await record(
    store,
    codes.map((code, n) => entryOf(code, n)),
  );
  // The oldest 20 entries are a minute old or older.
  await sweep()(new Date(begun + 79_500));
  expect(told).toEqual([20]);
  expect(unsealed(store)).toHaveLength(25);
  await sweep()(new Date(begun + 200_000));
  await sweep()(new Date(begun + 260_000));
  expect(told).toEqual([20, 25, 0]);
  expect(unsealed(store)).toEqual([]);
});

test("a trail that cannot be sealed does not keep the others unsealed, and makes the sweep fail", async () => {
  const { store, told, sweep } = await lateWorld(["FR", "KE", "DE"]);
  await record(store, [entryOf("FR", 1), entryOf("KE", 1), entryOf("DE", 1)]);
  const seal = sealerOf(store);
  const failing = (code: string) =>
    code === "KE" ? Promise.reject(new Error("It cannot be sealed")) : seal(code);
  await expect(sweep(failing)(new Date(begun + 120_000))).rejects.toThrow(AggregateError);
  expect(told).toEqual([3]);
  expect(unsealed(store).map(({ pk }) => pk)).toEqual(["AUD#KE"]);
});
