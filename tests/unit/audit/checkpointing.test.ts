import { expect, test } from "vitest";
import { nodeCryptography } from "../../../shared/adapters/crypto/cryptography.ts";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { memoryVault } from "../../../shared/adapters/memory/vault.ts";
import { checkpointKey, newestCheckpoints, newestProven } from "../../../shared/adapters/records/trail.ts";
import {
  checkpointName,
  includes,
  isSigned,
  KeptCheckpoint,
  keyName,
  signedText,
} from "../../../shared/domain/checkpoint.ts";
import { settle } from "../api/people.ts";
import { everyDeath, immortal, type Mortal, untilDeath } from "../workers/mortal.ts";
import { begun, checkpointOf, entryOf, newSigningKey, record, sealerOf } from "./trails.ts";

const codes = ["DE", "FR", "KE", "WCO", "X-OBSERVER"];

const world = async (trails: readonly string[] = codes) => {
  const [store, vault, signingKey] = [memoryRecordStore(), memoryVault(), newSigningKey()];
  for (const code of codes) await settle(store, code);
  const act = async (n: number) => {
    for (const code of trails) {
      await record(store, [entryOf(code, n)]);
      await sealerOf(store)(code);
    }
  };
  await act(1);
  const checkpoint = (worker: Mortal, hour: number) =>
    checkpointOf(
      worker.reach(store),
      worker.reach(vault),
      worker.reach(signingKey),
    )(new Date(begun + hour * 3_600_000));
  const kept = (number: number) =>
    KeptCheckpoint.parse(JSON.parse(vault.kept.get(checkpointName(number)) ?? "null"));
  return { store, vault, signingKey, act, checkpoint, kept };
};
type World = Awaited<ReturnType<typeof world>>;

/** Every checkpoint follows the one before, is signed, and is filed as it is kept; each trail's end is proven by the newest. */
const expectCheckpoints = async ({ store, vault, kept }: World, count: number) => {
  const names = [...vault.kept.keys()].filter((name) => name.startsWith("checkpoints/"));
  expect(names).toEqual(Array.from({ length: count }, (_, n) => checkpointName(n + 1)));
  const filed = (await newestCheckpoints(store, 100)).items.toReversed();
  expect(filed).toEqual(names.map((_, n) => kept(n + 1).checkpoint));
  let previous = "0".repeat(64);
  for (const each of filed) {
    expect(isSigned(nodeCryptography, each)).toBe(true);
    expect(vault.kept.get(keyName(each.key))).toBe(each.publicKey);
    expect(each.previous).toBe(previous);
    previous = nodeCryptography.sha256(signedText(each));
  }
  for (const code of codes) {
    const proven = await newestProven(store, code);
    if (proven?.inclusion === undefined || proven.checkpoint === undefined)
      throw new Error(`${code}: unproven`);
    expect(includes(nodeCryptography.sha256, proven.checkpoint, proven.inclusion)).toBe(true);
    expect(kept(count).heads).toContainEqual(proven.inclusion.head);
  }
};

test("each hour's checkpoint follows the one before and proves the end of each trail", async () => {
  const of = await world();
  for (const hour of [1, 2, 3]) {
    await of.act(hour + 1);
    await of.checkpoint(immortal(), hour);
    await expectCheckpoints(of, hour);
  }
  expect(of.kept(3).heads.map(({ administration, seq }) => [administration, seq])).toEqual(
    codes.map((code) => [code, 4]),
  );
});

test("a trail that nothing was added to stays proven by the first checkpoint that held its end", async () => {
  const of = await world();
  for (const hour of [1, 2]) await of.checkpoint(immortal(), hour);
  expect((await newestProven(of.store, "FR"))?.checkpoint?.number).toBe(1);
  await expectCheckpoints(of, 2);
});

test("an administration whose trail has not begun is no leaf, and without any trail nothing is signed", async () => {
  const one = await world(["KE"]);
  await one.checkpoint(immortal(), 1);
  expect(one.kept(1).heads.map(({ administration }) => administration)).toEqual(["KE"]);
  const none = await world([]);
  await none.checkpoint(immortal(), 1);
  expect(none.vault.kept.size).toBe(0);
});

test("killed at any call, the next hour files what is kept, and the numbers have no gap", async () => {
  const calls = await everyDeath(async (_, worker) => {
    const of = await world();
    await of.checkpoint(immortal(), 1);
    await of.act(2);
    await untilDeath(() => of.checkpoint(worker, 2));
    await of.act(3);
    await of.checkpoint(immortal(), 3);
    // Where the second was kept before the death, the third hour files that one and signs nothing new.
    await of.checkpoint(immortal(), 4);
    const { number } = (await newestCheckpoints(of.store, 1)).items[0] ?? { number: 0 };
    expect([3, 4]).toContain(number);
    await expectCheckpoints(of, number);
  });
  expect(calls).toBe(10);
});

test("two at once make one checkpoint", async () => {
  const of = await world();
  await Promise.all([of.checkpoint(immortal(), 1), of.checkpoint(immortal(), 1.001)]);
  await expectCheckpoints(of, 1);
});

test("after a change of the key both are kept, and the earlier checkpoint is as signed as before", async () => {
  const of = await world();
  await of.checkpoint(immortal(), 1);
  await of.act(2);
  await checkpointOf(of.store, of.vault, newSigningKey())(new Date(begun + 7_200_000));
  await expectCheckpoints(of, 2);
  expect(of.kept(1).checkpoint.key).not.toBe(of.kept(2).checkpoint.key);
});

test("a table that was set back is found out, and nothing is signed over what is kept", async () => {
  const of = await world();
  await of.checkpoint(immortal(), 1);
  await of.act(2);
  await of.checkpoint(immortal(), 2);
  const [first, second] = [of.kept(1), of.kept(2)];
  // Another first checkpoint, as somebody would leave it who rewrote the table.
  const forged = { ...first.checkpoint, at: "2026-11-01T01:00:00.001Z" };
  await of.store.writeMany([
    { put: { ...checkpointKey(1), schema: 1, ...forged } },
    { delete: checkpointKey(2) },
  ]);
  await expect(of.checkpoint(immortal(), 3)).rejects.toThrow("does not follow");
  expect(of.kept(2)).toEqual(second);
  expect(of.vault.kept.has(checkpointName(3))).toBe(false);
});
