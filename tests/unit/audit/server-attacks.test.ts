import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { nodeCryptography } from "../../../shared/adapters/crypto/cryptography.ts";
import { memoryVault } from "../../../shared/adapters/memory/vault.ts";
import { headItem, headKey, sealedItem, sealedKey } from "../../../shared/adapters/records/trail.ts";
import { beginning, linked, SealedEntry } from "../../../shared/domain/audit-chain.ts";
import type { Item } from "../../../shared/domain/record-store.ts";
import { type Exchange, exchange } from "../api/exchange.ts";
import {
  begun,
  changedAt,
  checkpointOf,
  entryOf,
  flipped,
  growTrails,
  leavesOf,
  newSigningKey,
} from "./trails.ts";

/*
 * Somebody who can write the table, and neither the vault nor with its keys, changes the trail of France behind the
 * exchange's back. Ten entries a round, each round but the last with a checkpoint: entries 1–30 are signed, 31–40 are not.
 */

let of: Exchange;
let untouched: readonly Item[];
const SIGNED = 30;
const SEALED = 40;

beforeAll(async () => {
  of = await exchange();
  const earlier = newSigningKey();
  await growTrails(
    of.store,
    of.vault,
    [earlier, newSigningKey(), newSigningKey()],
    ["DE", "FR", "KE", "WCO"],
    10,
  );
  untouched = of.store.items();
});

const addressOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;

/** Does something to the table, asks what the exchange finds, and undoes it. */
const after = async (attack: () => Promise<void>) => {
  await attack();
  try {
    const { json, status } = await of.call("FR auditor", "GET", "/v1/audit/verification");
    expect(status).toBe(200);
    return json as {
      fault: { seq: number; reason: string } | null;
      verifiedUpTo: number;
      signedUpTo: number;
    };
  } finally {
    const known = new Set(untouched.map(addressOf));
    await of.store.writeMany([
      ...of.store
        .items()
        .filter((item) => !known.has(addressOf(item)))
        .map((item) => ({ delete: item })),
      ...untouched.map((put) => ({ put })),
    ]);
  }
};
const faultAfter = async (attack: () => Promise<void>) => (await after(attack)).fault;

const itemsOf = (prefix: string): readonly Item[] =>
  untouched.filter((item) => item.pk === "AUD#FR" && item.sk.startsWith(prefix));
const chain = (): readonly SealedEntry[] => itemsOf("S#").map((item) => SealedEntry.parse(item));
const put = (...items: readonly Item[]) => of.store.writeMany(items.map((item) => ({ put: item })));
const seqOf = ({ sk }: Item): number => Number(sk.slice(2));

/** The trail as if it had been other from an entry on: every hash and the end computed anew. */
const rewrite = async (from: number, length: number): Promise<void> => {
  const kept = chain().slice(0, from - 1);
  const last = kept.at(-1);
  const end = last === undefined ? beginning("FR") : { administration: "FR", seq: last.seq, hash: last.hash };
  const others = Array.from({ length: length - from + 1 }, (_, n) => entryOf("FR", from + n));
  const links = linked(nodeCryptography.sha256, end, others);
  const newest = links.at(-1);
  if (newest === undefined) throw new Error("Nothing was rewritten");
  await put(...links.map(sealedItem), headItem({ administration: "FR", seq: newest.seq, hash: newest.hash }));
  await truncateTo(length);
};

const truncateTo = (length: number) =>
  of.store.writeMany(
    Array.from({ length: Math.max(SEALED - length, 0) }, (_, n) => ({
      delete: sealedKey("FR", length + n + 1),
    })),
  );

test("untouched, everything is verified, and signed up to the newest checkpoint", async () => {
  expect(await after(async () => {})).toMatchObject({
    fault: null,
    verifiedUpTo: SEALED,
    signedUpTo: SIGNED,
  });
});

test("a byte flipped in any field of any entry is found at that entry", async () => {
  const fields = itemsOf("S#").flatMap((item) => {
    const { pk: _, sk: __, schema: ___, ...rest } = item;
    return leavesOf(rest).map((path) => ({ item, path }));
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fields), fc.nat(80), fc.nat(6), async ({ item, path }, at, bit) => {
      const fault = await faultAfter(() => put(changedAt(item, path, flipped(at, bit))));
      expect(fault?.seq).toBe(seqOf(item));
    }),
    { numRuns: 150 },
  );
});

test("a field added to an entry, or one taken from it, is found at that entry", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...itemsOf("S#")), fc.boolean(), async (item, added) => {
      const { detail, ...entry } = item["entry"] as { detail?: unknown };
      const changed = added ? { ...entry, detail, note: "x" } : entry;
      const fault = await faultAfter(() => put({ ...item, entry: changed }));
      expect(fault).toMatchObject({ seq: seqOf(item), reason: "altered" });
    }),
    { numRuns: 40 },
  );
});

test("a deleted entry is found missing, wherever it was", async () => {
  for (const item of itemsOf("S#"))
    expect(await faultAfter(() => of.store.writeMany([{ delete: item }]))).toMatchObject({
      seq: seqOf(item),
      reason: "missing",
    });
});

test("two entries in each other's place are found at the first of them", async () => {
  const seq = fc.integer({ min: 1, max: SEALED });
  await fc.assert(
    fc.asyncProperty(seq, seq, fc.boolean(), async (a, b, whole) => {
      fc.pre(a !== b);
      const [first, second] = [chain()[a - 1], chain()[b - 1]];
      if (first === undefined || second === undefined) throw new Error("There are no such entries");
      const swapped = whole
        ? [
            { ...sealedItem(second), ...sealedKey("FR", a) },
            { ...sealedItem(first), ...sealedKey("FR", b) },
          ]
        : [sealedItem({ ...first, entry: second.entry }), sealedItem({ ...second, entry: first.entry })];
      expect((await faultAfter(() => put(...swapped)))?.seq).toBe(Math.min(a, b));
    }),
    { numRuns: 60 },
  );
});

describe("cut off at its end, with the end set back as well,", () => {
  const cut = async (length: number) => {
    await truncateTo(length);
    const last = chain()[length - 1];
    if (last === undefined) await of.store.writeMany([{ delete: headKey("FR") }]);
    else await put(headItem({ administration: "FR", seq: last.seq, hash: last.hash }));
  };

  test("a trail is found to be shorter than a checkpoint says, whatever its length", async () => {
    for (let length = 0; length < SIGNED; length++)
      expect(await faultAfter(() => cut(length))).toMatchObject({ seq: length + 1, reason: "truncated" });
  });

  test("it is found by what the vault keeps although everything signed was taken from the table", async () => {
    const signed = untouched.filter(({ pk, sk }) => pk === "CKP" || sk.startsWith("C#"));
    for (const length of [0, 1, 9, 10, 15, SIGNED - 1])
      expect(
        await faultAfter(async () => {
          await cut(length);
          await of.store.writeMany(signed.map((item) => ({ delete: item })));
        }),
      ).toMatchObject({ seq: length + 1, reason: "truncated" });
  });

  test("what no checkpoint holds yet is not missed: that is what the hour between two of them means", async () => {
    expect(await faultAfter(() => cut(SIGNED + 3))).toBeNull();
  });
});

test("an end that says less or more than there is, or another hash, is found", async () => {
  const head = itemsOf("HEAD")[0];
  if (head === undefined) throw new Error("The trail has no end");
  const fields = leavesOf(head).filter(([name]) => !["pk", "sk", "schema"].includes(String(name)));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fields), fc.nat(80), fc.nat(6), async (path, at, bit) => {
      expect(await faultAfter(() => put(changedAt(head, path, flipped(at, bit))))).not.toBeNull();
    }),
    { numRuns: 60 },
  );
  expect(await faultAfter(() => put({ ...head, seq: SEALED - 1 }))).toMatchObject({
    seq: SEALED,
    reason: "beyond-head",
  });
  expect(await faultAfter(() => of.store.writeMany([{ delete: head }]))).toMatchObject({
    seq: 1,
    reason: "truncated",
  });
});

test("a fork, every hash and the end computed anew, is found at the next checkpoint", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: SIGNED }),
      fc.integer({ min: SIGNED, max: SEALED + 10 }),
      async (from, length) => {
        const fault = await faultAfter(() => rewrite(from, length));
        expect(fault).toMatchObject({ seq: Math.ceil(from / 10) * 10, reason: "not-as-signed" });
      },
    ),
    { numRuns: 40 },
  );
});

test("a fork is found by what the vault keeps although everything signed was taken from the table", async () => {
  const signed = untouched.filter(({ pk, sk }) => pk === "CKP" || sk.startsWith("C#"));
  for (const from of [1, 7, SIGNED])
    expect(
      await faultAfter(async () => {
        await rewrite(from, SEALED);
        await of.store.writeMany(signed.map((item) => ({ delete: item })));
      }),
    ).toMatchObject({ seq: SIGNED, reason: "not-as-signed" });
});

test("another administration's trail in the place of the own is found, with its checkpoints and without", async () => {
  const ofKenya = untouched.filter(({ pk }) => pk === "AUD#KE");
  const moved = ofKenya.map((item) => ({ ...item, pk: "AUD#FR" }));
  expect((await faultAfter(() => put(...moved)))?.seq).toBe(1);
  const relabelled = moved.map((item) => (item.sk === "HEAD" ? { ...item, administration: "FR" } : item));
  expect(await faultAfter(() => put(...relabelled))).toMatchObject({
    seq: 1,
    reason: "other-administration",
  });
});

test("a tampered checkpoint, or a tampered way to its root, is found at the entry that it should prove", async () => {
  const items = untouched.filter(({ pk, sk }) => pk === "CKP" || (pk === "AUD#FR" && sk.startsWith("C#")));
  const fields = items.flatMap((item) => {
    const { pk: _, sk: __, schema: ___, ...rest } = item;
    return leavesOf(rest).map((path) => ({ item, path }));
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fields), fc.nat(200), fc.nat(6), async ({ item, path }, at, bit) => {
      const fault = await faultAfter(() => put(changedAt(item, path, flipped(at, bit))));
      const seq = item.pk === "CKP" ? Number(item.sk) * 10 : seqOf(item);
      expect(fault).toMatchObject({ seq, reason: "checkpoint-forged" });
    }),
    { numRuns: 120 },
  );
});

test("a trail rewritten and signed anew by another key is found: the vault does not hold that key", async () => {
  const signed = untouched.filter(({ pk, sk }) => pk === "CKP" || sk.startsWith("C#"));
  const fault = await faultAfter(async () => {
    await rewrite(5, SEALED);
    await of.store.writeMany(signed.map((item) => ({ delete: item })));
    await checkpointOf(of.store, memoryVault(), newSigningKey())(new Date(begun + 99_000));
  });
  expect(fault).toMatchObject({ seq: SEALED, reason: "checkpoint-forged" });
});
