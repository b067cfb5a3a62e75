import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { nodeCryptography } from "../../../shared/adapters/crypto/cryptography.ts";
import { linked, SealedEntry } from "../../../shared/domain/audit-chain.ts";
import { CheckpointLine } from "../../../shared/domain/audit-export.ts";
import { inclusionsOf, rootOf, signedText } from "../../../shared/domain/checkpoint.ts";
import type { SigningKey } from "../../../shared/domain/cryptography.ts";
import { exchange } from "../api/exchange.ts";
import { exportedLines, proofOf } from "./exported.ts";
import { changedAt, entryOf, flipped, growTrails, leavesOf, newSigningKey } from "./trails.ts";

/* Somebody changes the file of an export before it is verified. Entries 1–30 are signed, every ten; 31–40 are not. */

let lines: readonly string[];
let ofKenya: readonly string[];
let fingerprints: readonly string[];
const SIGNED = 30;
const SEALED = 40;

beforeAll(async () => {
  const of = await exchange();
  const keys = [newSigningKey(), newSigningKey(), newSigningKey()];
  await growTrails(of.store, of.vault, keys, ["DE", "FR", "KE", "WCO"], 10);
  lines = await exportedLines(of);
  ofKenya = await exportedLines(of, "KE auditor");
  fingerprints = await Promise.all(
    keys.map(async (key) => nodeCryptography.fingerprint(await key.publicKey())),
  );
});

interface Line {
  readonly kind: string;
  readonly seq?: number;
  readonly checkpoint?: unknown;
  readonly inclusion?: { readonly head: { readonly seq: number } };
}
const parsedLine = (text: string): Line => JSON.parse(text);
/** Which entry a line is about. */
const seqOf = (text: string): number => {
  const { kind, seq = 0, inclusion } = parsedLine(text);
  return kind === "end" ? SEALED + 1 : (inclusion?.head.seq ?? (kind === "trail" ? 1 : seq));
};
const withLine = (n: number, text: string) => lines.map((line, position) => (position === n ? text : line));
const isOf = (kind: string) => (line: string) => parsedLine(line).kind === kind;

test("untouched, a file is proven, and says how far it is signed and by which keys", () => {
  const proof = proofOf(lines, fingerprints);
  expect(proof).toMatchObject({ administration: "FR", from: 1, upTo: SEALED, checkpoints: 3 });
  expect(proof.signed).toMatchObject({ seq: SIGNED, number: 3 });
  expect(proof.keys).toEqual(fingerprints);
  expect(proof.fault).toBeUndefined();
  expect(lines.filter(isOf("entry"))).toHaveLength(SEALED);
});

test("a byte flipped in any field of any line is found, at the entry that the line is about", () => {
  const fields = lines.flatMap((line, n) => leavesOf(parsedLine(line)).map((path) => ({ n, path })));
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.nat(200), fc.nat(6), ({ n, path }, at, bit) => {
      const line = lines[n] ?? "";
      const { fault } = proofOf(
        withLine(n, JSON.stringify(changedAt(parsedLine(line), path, flipped(at, bit)))),
      );
      // With another kind or range, it is what comes next that does not fit.
      if (["kind", "from", "to"].includes(String(path[0]))) expect(fault).toBeDefined();
      else expect(fault?.seq).toBe(seqOf(line));
    }),
    { numRuns: 500 },
  );
});

test("any other byte of any line, its form included, is found as well", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(6), (which, at, bit) => {
      const n = which % lines.length;
      const bytes = Buffer.from(lines[n] ?? "");
      const position = at % bytes.length;
      bytes[position] = (bytes[position] ?? 0) ^ (1 << bit);
      expect(proofOf(withLine(n, bytes.toString())).fault).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

test("a name that stands twice in a line, so that another reader would see another value, is found", () => {
  const n = lines.findIndex(isOf("entry"));
  const doubled = (lines[n] ?? "").replace('"action":', '"action":"alerts.read","action":');
  expect(JSON.parse(doubled)).toEqual(parsedLine(lines[n] ?? ""));
  expect(proofOf(withLine(n, doubled)).fault).toMatchObject({ seq: 1, reason: "unwritten" });
});

test("a deleted line is found, whichever it was, but for checkpoints: without them less is signed", () => {
  for (const [n, line] of lines.entries()) {
    const { fault, checkpoints } = proofOf(lines.filter((_, position) => position !== n));
    if (isOf("checkpoint")(line)) expect([fault, checkpoints]).toEqual([undefined, 2]);
    else expect(fault?.seq).toBe(seqOf(line));
  }
});

test("two lines in each other's place are found at the first entry of which one is not where it was", () => {
  const position = fc.nat(SEALED + 4);
  fc.assert(
    fc.property(position, position, (a, b) => {
      fc.pre(a !== b);
      const swapped = lines.map((line, n) => (n === a ? lines[b] : n === b ? lines[a] : line) ?? "");
      expect(proofOf(swapped).fault?.seq).toBeLessThanOrEqual(seqOf(lines[Math.min(a, b)] ?? "") + 1);
    }),
    { numRuns: 300 },
  );
});

describe("cut off", () => {
  test("anywhere, a file is found not to be at its end", () => {
    for (let length = 0; length < lines.length; length++) {
      const { fault, upTo } = proofOf(lines.slice(0, length));
      expect(fault).toMatchObject({ seq: Math.max(upTo + 1, 1), reason: "not-the-end" });
    }
  });

  test("with a new end, but with a checkpoint over what was cut off, the first entry that is gone is named", () => {
    const checkpoint = lines.findLast(isOf("checkpoint")) ?? "";
    for (let length = 1; length < SIGNED; length++) {
      const kept = lines.filter((line) => isOf("entry")(line) && seqOf(line) <= length);
      const file = [
        JSON.stringify({ ...parsedLine(lines[0] ?? ""), to: length }),
        ...kept,
        checkpoint,
        JSON.stringify({ ...parsedLine(lines.at(-1) ?? ""), seq: length }),
      ];
      expect(proofOf(file).fault).toMatchObject({ seq: length + 1, reason: "missing" });
    }
  });

  test("or lengthened after its end, it is found", () => {
    const more = lines.find(isOf("entry")) ?? "";
    expect(proofOf([...lines, more]).fault).toMatchObject({ seq: SEALED + 1, reason: "not-the-end" });
  });
});

const sealedIn = (file: readonly string[]): readonly SealedEntry[] =>
  file.filter(isOf("entry")).map((line) => SealedEntry.parse(parsedLine(line)));

/** The file with other entries from one on, every hash computed anew. */
const forked = (from: number): readonly string[] => {
  const before = sealedIn(lines)[from - 2];
  const head = { administration: "FR", seq: from - 1, hash: before?.hash ?? "0".repeat(64) };
  const others = Array.from({ length: SEALED - from + 1 }, (_, n) => entryOf("FR", from + n));
  const links = linked(nodeCryptography.sha256, head, others);
  return lines.map((line) => {
    const seq = seqOf(line);
    return isOf("entry")(line) && seq >= from
      ? JSON.stringify({ kind: "entry", ...links[seq - from] })
      : line;
  });
};

test("a fork, every hash computed anew, is found at the next checkpoint", () => {
  for (let from = 1; from <= SIGNED; from++)
    expect(proofOf(forked(from)).fault).toMatchObject({
      seq: Math.ceil(from / 10) * 10,
      reason: "not-as-signed",
    });
});

test("another administration's trail, or a part of it, is found at its first entry", () => {
  const named = [lines[0] ?? "", ...ofKenya.slice(1)];
  expect(proofOf(named).fault).toMatchObject({ seq: 1, reason: "other-administration" });
  expect(proofOf(ofKenya).administration).toBe("KE");
  for (const seq of [1, 2, 10, 11, SEALED]) {
    const n = lines.findIndex((line) => isOf("entry")(line) && seqOf(line) === seq);
    const foreign = ofKenya[ofKenya.findIndex((line) => isOf("entry")(line) && seqOf(line) === seq)] ?? "";
    expect(proofOf(withLine(n, foreign)).fault?.seq).toBe(seq);
  }
});

test("another administration's checkpoint is found at the entry that it should prove", () => {
  const own = lines.findIndex(isOf("checkpoint"));
  const foreign = ofKenya[ofKenya.findIndex(isOf("checkpoint"))] ?? "";
  expect(proofOf(withLine(own, foreign)).fault).toMatchObject({ seq: 10, reason: "other-administration" });
});

/** A checkpoint line over an end of the trail, whole in itself, by a key of the forger's own. */
const forgedCheckpoint = async (line: string, hash: string, key: SigningKey): Promise<string> => {
  const { checkpoint, inclusion } = CheckpointLine.parse(parsedLine(line));
  const heads = [{ ...inclusion.head, hash }];
  const publicKey = await key.publicKey();
  const unsigned = {
    ...checkpoint,
    size: 1,
    root: rootOf(nodeCryptography.sha256, heads),
    key: nodeCryptography.fingerprint(publicKey),
  };
  const signed = { ...unsigned, publicKey, signature: await key.sign(signedText(unsigned)) };
  const [included] = inclusionsOf(nodeCryptography.sha256, { checkpoint: signed, heads });
  return JSON.stringify({ kind: "checkpoint", checkpoint: signed, inclusion: included });
};

test("a trail rewritten and signed anew by another key is found by whoever names the exchange's keys", async () => {
  const key = newSigningKey();
  const file = forked(5);
  const hashes = new Map(sealedIn(file).map(({ seq, hash }) => [seq, hash]));
  let seen = 0;
  const forged: string[] = [];
  for (const line of file) {
    // One checkpoint is enough for a forger; the others would have to follow it.
    if (!isOf("checkpoint")(line)) forged.push(line);
    else if (seen++ === 0) forged.push(await forgedCheckpoint(line, hashes.get(10) ?? "", key));
  }
  expect(proofOf(forged, fingerprints).fault).toMatchObject({ seq: 10, reason: "another-key" });
  const unnamed = proofOf(forged);
  // Nothing in the file itself can tell: the keys are told, to be compared.
  expect(unnamed.fault).toBeUndefined();
  for (const fingerprint of unnamed.keys) expect(fingerprints).not.toContain(fingerprint);
});

test("after a rotation, the earlier keys have to be named as well", () => {
  expect(proofOf(lines, fingerprints.slice(2)).fault).toMatchObject({ seq: 10, reason: "another-key" });
});
