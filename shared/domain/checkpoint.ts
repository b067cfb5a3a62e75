import * as z from "zod/mini";
import { ChainHead, Digest } from "./audit-chain.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Cryptography } from "./cryptography.ts";
import { Instant } from "./identifiers.ts";
import { auditPaths, merkleRoot, rootFrom } from "./merkle-tree.ts";

const Base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/));

const signedPart = {
  number: z.int().check(z.minimum(1), z.describe("Checkpoints are numbered from 1, without a gap")),
  at: Instant,
  previous: Digest.check(
    z.describe("SHA-256 of what was signed in the checkpoint before; zeros for the first"),
  ),
  size: z.int().check(z.describe("How many administrations' trails it covers")),
  root: Digest.check(
    z.describe("Merkle root (RFC 6962) over the ends of all trails, by administration's code"),
  ),
  key: Digest.check(z.describe("SHA-256 of the signing key's SubjectPublicKeyInfo (DER)")),
};

/** One signature over the ends of all administrations' trails at a moment; the key is kept with it, whatever key follows. */
export const Checkpoint = z.object({
  ...signedPart,
  signature: Base64.check(
    z.describe("ECDSA (P-256, SHA-256) over the canonical JSON of number, at, previous, size, root and key"),
  ),
  publicKey: Base64.check(z.describe("SubjectPublicKeyInfo (DER), base64")),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

/** Where a checkpoint holds the end of one administration's trail. */
export const Inclusion = z.object({
  number: signedPart.number,
  head: ChainHead,
  index: z.int(),
  path: z.array(Digest).check(z.describe("From the leaf to the root (RFC 6962, 2.1.1)")),
});
export type Inclusion = z.infer<typeof Inclusion>;

/** A checkpoint with all that it signs, as it is kept where nobody can change it. */
export const KeptCheckpoint = z.object({ checkpoint: Checkpoint, heads: z.array(ChainHead) });
export type KeptCheckpoint = z.infer<typeof KeptCheckpoint>;

const leafOf = ({ administration, seq, hash }: ChainHead): string =>
  canonicalJson({ administration, seq, hash });

/** Code order: that of UTF-16 code units, on every machine the same. */
export const inCodeOrder = (heads: readonly ChainHead[]): readonly ChainHead[] =>
  heads.toSorted((a, b) => (a.administration < b.administration ? -1 : 1));

export const rootOf = (sha256: Cryptography["sha256"], heads: readonly ChainHead[]): string =>
  merkleRoot(sha256, heads.map(leafOf));

export const inclusionsOf = (
  sha256: Cryptography["sha256"],
  { checkpoint, heads }: KeptCheckpoint,
): readonly Inclusion[] => {
  const paths = auditPaths(sha256, heads.map(leafOf));
  return heads.map((head, index) => ({
    number: checkpoint.number,
    head,
    index,
    path: [...(paths[index] ?? [])],
  }));
};

export type Unsigned = Omit<Checkpoint, "signature" | "publicKey">;

export const signedText = ({ number, at, previous, size, root, key }: Unsigned): string =>
  canonicalJson({ number, at, previous, size, root, key });

/** Whether its key's owner signed it as it stands. Whose key that is, is for the caller to know. */
export const isSigned = (cryptography: Cryptography, checkpoint: Checkpoint): boolean =>
  cryptography.fingerprint(checkpoint.publicKey) === checkpoint.key &&
  cryptography.verify(checkpoint.publicKey, signedText(checkpoint), checkpoint.signature);

/** Whether the checkpoint is over this end of a trail. */
export const includes = (
  sha256: Cryptography["sha256"],
  { number, size, root }: Checkpoint,
  inclusion: Inclusion,
): boolean =>
  inclusion.number === number && rootFrom(sha256, leafOf(inclusion.head), { ...inclusion, size }) === root;

/** Port: where what was written once can neither be changed nor deleted. */
export interface Vault {
  /** Keeps a text under a name that has none yet, and answers with the text that is kept there now. */
  keep(name: string, text: string): Promise<string>;
  read(name: string): Promise<string | undefined>;
}

export const checkpointName = (number: number): string =>
  `checkpoints/${String(number).padStart(12, "0")}.json`;
export const keyName = (fingerprint: string): string => `keys/${fingerprint}`;
