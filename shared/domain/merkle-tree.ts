import type { Cryptography } from "./cryptography.ts";

/*
 * The Merkle tree of RFC 6962, section 2.1: leaves and nodes are hashed with different prefixes, so that neither can be
 * passed off as the other. Leaves are texts.
 */

type Sha256 = Cryptography["sha256"];

const bytesOf = (digest: string): readonly number[] =>
  (digest.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

const leafHash = (sha256: Sha256, leaf: string): string => sha256(`\u0000${leaf}`);

const nodeHash = (sha256: Sha256, left: string, right: string): string =>
  sha256(Uint8Array.from([1, ...bytesOf(left), ...bytesOf(right)]));

/** The largest power of two smaller than the number of leaves: how many of them are on the left. */
const split = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

export const merkleRoot = (sha256: Sha256, leaves: readonly string[]): string => {
  const [only] = leaves;
  if (only === undefined) return sha256("");
  if (leaves.length === 1) return leafHash(sha256, only);
  const left = split(leaves.length);
  return nodeHash(sha256, merkleRoot(sha256, leaves.slice(0, left)), merkleRoot(sha256, leaves.slice(left)));
};

/** For each leaf the hashes that lead from it to the root, its neighbour first. Every node is hashed once. */
export const auditPaths = (sha256: Sha256, leaves: readonly string[]): readonly (readonly string[])[] =>
  grown(sha256, leaves).paths;

const grown = (
  sha256: Sha256,
  leaves: readonly string[],
): { readonly root: string; readonly paths: readonly (readonly string[])[] } => {
  if (leaves.length <= 1) return { root: merkleRoot(sha256, leaves), paths: leaves.map(() => []) };
  const left = split(leaves.length);
  const near = grown(sha256, leaves.slice(0, left));
  const far = grown(sha256, leaves.slice(left));
  return {
    root: nodeHash(sha256, near.root, far.root),
    paths: [
      ...near.paths.map((path) => [...path, far.root]),
      ...far.paths.map((path) => [...path, near.root]),
    ],
  };
};

export interface Place {
  readonly index: number;
  /** How many leaves the tree has. */
  readonly size: number;
  readonly path: readonly string[];
}

/** The root that a leaf and its path lead to; undefined where the path is not one of such a place. */
export const rootFrom = (sha256: Sha256, leaf: string, { index, size, path }: Place): string | undefined => {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return undefined;
  if (size === 1) return path.length === 0 ? leafHash(sha256, leaf) : undefined;
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const left = split(size);
  const before = path.slice(0, -1);
  const near =
    index < left
      ? rootFrom(sha256, leaf, { index, size: left, path: before })
      : rootFrom(sha256, leaf, { index: index - left, size: size - left, path: before });
  if (near === undefined) return undefined;
  return index < left ? nodeHash(sha256, near, last) : nodeHash(sha256, last, near);
};
