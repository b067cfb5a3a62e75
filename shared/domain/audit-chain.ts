import * as z from "zod/mini";
import { AuditEntry } from "./audit.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Cryptography } from "./cryptography.ts";
import { AdministrationCode } from "./identifiers.ts";

export const Digest = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/, "A digest is 64 hexadecimal digits."), z.describe("SHA-256, hexadecimal"));

export const Seq = z.int().check(z.minimum(1), z.describe("Position in the administration's chain, from 1"));

/** What the first entry of every chain is linked to. */
export const GENESIS = "0".repeat(64);

/** An entry in its administration's chain. `hash` is over the canonical JSON (RFC 8785) of `seq`, `prevHash` and `entry`. */
export const SealedEntry = z.object({ seq: Seq, prevHash: Digest, hash: Digest, entry: AuditEntry });
export type SealedEntry = z.infer<typeof SealedEntry>;

/** The last entry of a chain: it stands for every entry before it. */
export const ChainHead = z.object({ administration: AdministrationCode, seq: z.int(), hash: Digest });
export type ChainHead = z.infer<typeof ChainHead>;

export const beginning = (administration: AdministrationCode): ChainHead => ({
  administration,
  seq: 0,
  hash: GENESIS,
});

type Sha256 = Cryptography["sha256"];

/** What the hash of a link is made of. */
export const sealedText = ({ seq, prevHash, entry }: Omit<Link, "hash">): string =>
  canonicalJson({ entry, prevHash, seq });

/** The entries linked to a chain in the order given. */
export const linked = (
  sha256: Sha256,
  head: ChainHead,
  entries: readonly AuditEntry[],
): readonly SealedEntry[] => {
  let { seq, hash: prevHash } = head;
  return entries.map((entry) => {
    seq += 1;
    const hash = sha256(sealedText({ seq, prevHash, entry }));
    const sealed = { seq, prevHash, hash, entry };
    prevHash = hash;
    return sealed;
  });
};

/** What can be wrong with an entry, and what that means. */
export const chainFaults = {
  missing: "It is not there, although the trail goes on: it was deleted, or its position changed.",
  unreadable: "It is no entry of a trail.",
  "not-linked":
    "It is not linked to the entry before it: one of both was exchanged, or the trail was forked.",
  "other-administration": "It belongs to another administration's trail.",
  altered: "It is not what was sealed: its contents or its hash were changed.",
  truncated: "It was sealed, and is gone from the end of the trail.",
  "beyond-head":
    "It stands after the end of the trail: it was not sealed by the exchange, or the end was set back.",
  "other-head": "It is not what the end of the trail stands for.",
  "not-as-signed":
    "A signed checkpoint holds another hash: this entry, or one since the checkpoint before, was replaced.",
  "checkpoint-forged":
    "The checkpoint that should prove it was changed, or is not signed by a key of the exchange.",
} as const;
export type ChainFault = keyof typeof chainFaults;

/** What stands where an entry should, right or wrong. */
export interface Link {
  readonly seq?: unknown;
  readonly prevHash?: unknown;
  readonly hash?: unknown;
  readonly entry?: unknown;
}

/**
 * What is wrong with the link that should come next, whatever it is that was found; undefined when it follows. Nothing of
 * it is trusted: it may come from a table or a file that somebody changed. `text` is for who has it already.
 */
export const faultOfNext = (
  sha256: Sha256,
  before: ChainHead,
  link: Link,
  text = sealedText(link),
): ChainFault | undefined => {
  const { seq, prevHash, hash, entry } = link;
  if (seq !== before.seq + 1) return "missing";
  if (typeof hash !== "string" || typeof entry !== "object" || entry === null) return "unreadable";
  if (prevHash !== before.hash) return "not-linked";
  if (sha256(text) !== hash) return "altered";
  if (!("administration" in entry) || entry.administration !== before.administration)
    return "other-administration";
  return undefined;
};
