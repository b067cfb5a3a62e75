import { listAdministrations } from "../../../shared/adapters/records/administrations.ts";
import {
  chainHeads,
  checkpointItem,
  inclusionItem,
  inclusionKey,
  newestCheckpoints,
} from "../../../shared/adapters/records/trail.ts";
import { type ChainHead, GENESIS } from "../../../shared/domain/audit-chain.ts";
import {
  type Checkpoint,
  checkpointName,
  inCodeOrder,
  inclusionsOf,
  isSigned,
  KeptCheckpoint,
  keyName,
  rootOf,
  signedText,
  type Vault,
} from "../../../shared/domain/checkpoint.ts";
import type { Cryptography, SigningKey } from "../../../shared/domain/cryptography.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";
import { ConditionFailed, type RecordStore } from "../../../shared/domain/record-store.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly vault: Vault;
  readonly signingKey: SigningKey;
  readonly cryptography: Cryptography;
}

const PAGE = 100;

/**
 * Signs the ends of all trails at once. The vault comes first and decides: what is kept under a number there is that
 * checkpoint, and whoever was killed before the table knew of it, or came second, files what is kept.
 */
export const checkpointing = ({ store, vault, signingKey, cryptography }: Dependencies) => {
  const { sha256 } = cryptography;

  const heads = async (): Promise<readonly ChainHead[]> => {
    const found: ChainHead[] = [];
    let after: AdministrationCode | undefined;
    do {
      const { items, more } = await listAdministrations(store, PAGE, after);
      found.push(
        ...(await chainHeads(
          store,
          items.map(({ code }) => code),
        )),
      );
      after = more ? items.at(-1)?.code : undefined;
    } while (after !== undefined);
    return inCodeOrder(found);
  };

  const signed = async (
    previous: Checkpoint | undefined,
    over: readonly ChainHead[],
    now: Date,
  ): Promise<Checkpoint> => {
    const publicKey = await signingKey.publicKey();
    const key = cryptography.fingerprint(publicKey);
    await vault.keep(keyName(key), publicKey);
    const unsigned = {
      number: (previous?.number ?? 0) + 1,
      at: now.toISOString(),
      previous: previous === undefined ? GENESIS : sha256(signedText(previous)),
      size: over.length,
      root: rootOf(sha256, over),
      key,
    };
    return { ...unsigned, signature: await signingKey.sign(signedText(unsigned)), publicKey };
  };

  /** Throws for a checkpoint that is kept although it does not follow: that is for a person to look at. */
  const follows = (kept: KeptCheckpoint, expected: Checkpoint): void => {
    const { checkpoint } = kept;
    const fits =
      checkpoint.number === expected.number &&
      checkpoint.previous === expected.previous &&
      checkpoint.size === kept.heads.length &&
      checkpoint.root === rootOf(sha256, kept.heads) &&
      isSigned(cryptography, checkpoint);
    if (!fits)
      throw new Error(`The checkpoint kept as number ${expected.number} does not follow the one before`);
  };

  const file = async (kept: KeptCheckpoint): Promise<void> => {
    const inclusions = inclusionsOf(sha256, kept);
    // The first checkpoint over an end of a trail says the most about when it was there.
    const earlier = await store.getMany(
      inclusions.map(({ head }) => inclusionKey(head.administration, head.seq)),
    );
    await store.writeMany(
      inclusions
        .filter((_, n) => earlier[n] === undefined)
        .map((inclusion) => ({ put: inclusionItem(inclusion) })),
    );
    await store
      .transact([{ put: checkpointItem(kept.checkpoint), when: { absent: true } }])
      .catch((error: unknown) => {
        // Two were at it; both file the same.
        if (!(error instanceof ConditionFailed)) throw error;
      });
  };

  return async (now: Date): Promise<void> => {
    const over = await heads();
    if (over.length === 0) return;
    const [previous] = (await newestCheckpoints(store, 1)).items;
    const checkpoint = await signed(previous, over, now);
    const text = await vault.keep(
      checkpointName(checkpoint.number),
      JSON.stringify({ checkpoint, heads: over } satisfies {
        checkpoint: Checkpoint;
        heads: readonly ChainHead[];
      }),
    );
    const kept = KeptCheckpoint.parse(JSON.parse(text));
    follows(kept, checkpoint);
    await file(kept);
  };
};
