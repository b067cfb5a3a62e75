import { generateKeyPairSync, sign } from "node:crypto";
import { v7 } from "uuid";
import { checkpointing } from "../../../functions/schedules/checkpoint/checkpointing.ts";
import { sealing } from "../../../functions/streams/index/sealing.ts";
import { nodeCryptography } from "../../../shared/adapters/crypto/cryptography.ts";
import type { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { auditItem } from "../../../shared/adapters/records/change.ts";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import type { Vault } from "../../../shared/domain/checkpoint.ts";
import type { SigningKey } from "../../../shared/domain/cryptography.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

export type MemoryStore = ReturnType<typeof memoryRecordStore>;

export const begun = Date.parse("2026-11-01T00:00:00.000Z");

/** A key as KMS holds them. */
export const newSigningKey = (): SigningKey => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    publicKey: async () => publicKey.export({ format: "der", type: "spki" }).toString("base64"),
    sign: async (text) => sign("sha256", Buffer.from(text), privateKey).toString("base64"),
  };
};

export const entryOf = (administration: string, n: number): AuditEntry => ({
  id: v7({ msecs: begun + n * 1000 }),
  at: new Date(begun + n * 1000).toISOString(),
  administration,
  actor: v7(),
  action: n % 3 === 0 ? "alerts.release" : "alerts.get",
  subject: v7(),
  detail: { version: n, language: "fr", first: n === 1 },
});

export const record = async (store: RecordStore, entries: readonly AuditEntry[]): Promise<void> =>
  store.writeMany(entries.map((entry) => ({ put: auditItem(entry) })));

export const sealerOf = (store: RecordStore) => sealing({ store, cryptography: nodeCryptography });

export const checkpointOf = (store: RecordStore, vault: Vault, signingKey: SigningKey) =>
  checkpointing({ store, vault, signingKey, cryptography: nodeCryptography });

/** Trails of several administrations with a checkpoint after each round; the last round has none yet. */
export const growTrails = async (
  store: MemoryStore,
  vault: Vault,
  signingKeys: readonly SigningKey[],
  administrations: readonly string[],
  each: number,
): Promise<void> => {
  for (let round = 0; round <= signingKeys.length; round++) {
    for (const code of administrations) {
      const numbers = Array.from({ length: each }, (_, n) => round * each + n + 1);
      await record(
        store,
        numbers.map((n) => entryOf(code, n)),
      );
      await sealerOf(store)(code);
    }
    const key = signingKeys[round];
    if (key !== undefined) await checkpointOf(store, vault, key)(new Date(begun + (round + 1) * each * 1000));
  }
};

/** Every text and number in a value, by the way to it. */
export const leavesOf = (value: unknown, path: readonly (string | number)[] = []): (string | number)[][] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]))
    : [[...path]];

/** The value with the leaf at a path made another one. */
export const changedAt = <T>(
  value: T,
  path: readonly (string | number)[],
  change: (leaf: unknown) => unknown,
): T => {
  const [step, ...rest] = path;
  if (step === undefined) return change(value) as T;
  const members = value as Record<string | number, unknown>;
  const changed = changedAt(members[step], rest, change);
  if (!Array.isArray(value)) return { ...members, [step]: changed } as T;
  return value.map((member, n) => (n === Number(step) ? changed : member)) as T;
};

/** One bit of one character, or one more; never what it was. */
export const flipped =
  (at: number, bit: number) =>
  (leaf: unknown): unknown => {
    if (typeof leaf === "number") return leaf + 1;
    if (typeof leaf === "boolean") return !leaf;
    const text = String(leaf);
    if (text === "") return "x";
    const position = at % text.length;
    const character = String.fromCharCode(text.charCodeAt(position) ^ (1 << bit));
    return text.slice(0, position) + character + text.slice(position + 1);
  };
