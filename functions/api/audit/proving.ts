import {
  headAsStored,
  linkAt,
  linksAfter,
  newestCheckpointNumber,
  newestProven,
  provenAfter,
} from "../../../shared/adapters/records/trail.ts";
import { beginning, type ChainFault, ChainHead, faultOfNext } from "../../../shared/domain/audit-chain.ts";
import {
  type Checkpoint,
  checkpointName,
  type Inclusion,
  includes,
  isSigned,
  KeptCheckpoint,
  keyName,
  rootOf,
  type Vault,
} from "../../../shared/domain/checkpoint.ts";
import type { Cryptography } from "../../../shared/domain/cryptography.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly vault: Vault;
  readonly cryptography: Cryptography;
}

/** What a checkpoint says of an end of the trail; where it is broken, nothing. */
interface Proof {
  readonly seq: number;
  readonly inclusion: Inclusion | undefined;
  readonly checkpoint: Checkpoint | undefined;
}

export interface Fault {
  readonly seq: number;
  readonly reason: ChainFault;
}

/** Entries that one request proves. */
const PROVEN_AT_ONCE = 500;

/**
 * Proves a trail from what is stored, believing none of it but the keys in the vault, where nobody can change them. What is proven
 * is bounded by the page, and the next page goes on from the entry that this one ended at.
 */
export const proving = ({ store, vault, cryptography }: Dependencies) => {
  const { sha256 } = cryptography;

  /** Whether a key is one of the exchange's, asked once for each request. */
  const keyring = () => {
    const known = new Map<string, Promise<boolean>>();
    return (fingerprint: string): Promise<boolean> => {
      const asked =
        known.get(fingerprint) ?? vault.read(keyName(fingerprint)).then((key) => key !== undefined);
      known.set(fingerprint, asked);
      return asked;
    };
  };

  /** The end of the trail as signed, where proof and checkpoint are whole. */
  const signedEnd = async (
    administration: AdministrationCode,
    { seq, inclusion, checkpoint }: Proof,
    isOurs: (fingerprint: string) => Promise<boolean>,
  ): Promise<ChainHead | undefined> => {
    if (inclusion === undefined || checkpoint === undefined) return undefined;
    const { head } = inclusion;
    const whole =
      head.seq === seq &&
      head.administration === administration &&
      (await isOurs(checkpoint.key)) &&
      isSigned(cryptography, checkpoint) &&
      includes(sha256, checkpoint, inclusion);
    return whole ? head : undefined;
  };

  /** Where a range begins: the entry before it, which is believed here and proven by the range before. */
  const beginningAt = async (administration: AdministrationCode, from: number): Promise<ChainHead> => {
    if (from === 1) return beginning(administration);
    const before = await linkAt(store, administration, from - 1);
    const hash = ChainHead.shape.hash.safeParse(before?.hash).data;
    // Nothing links to it, so that the first entry is then the one at fault.
    return { administration, seq: from - 1, hash: hash ?? "" };
  };

  const page = async (before: ChainHead, to: number) => {
    const isOurs = keyring();
    const limit = Math.min(PROVEN_AT_ONCE, to - before.seq);
    const [links, proofs] = await Promise.all([
      linksAfter(store, before.administration, before.seq, limit),
      provenAfter(store, before.administration, before.seq, limit),
    ]);
    const bySeq = new Map(proofs.map((proof) => [proof.seq, proof]));
    let end = before;
    let signedUpTo: number | undefined;
    const outcome = (fault?: Fault) => ({ end, signedUpTo, fault });
    for (let n = 0; n < limit; n++) {
      const seq = end.seq + 1;
      const link = links[n];
      const reason = link === undefined ? "missing" : faultOfNext(sha256, end, link);
      if (reason !== undefined) return outcome({ seq, reason });
      const hash = String(link?.hash);
      const proof = bySeq.get(seq);
      if (proof !== undefined) {
        const signed = await signedEnd(before.administration, proof, isOurs);
        if (signed === undefined) return outcome({ seq, reason: "checkpoint-forged" });
        if (signed.hash !== hash) return outcome({ seq, reason: "not-as-signed" });
        signedUpTo = seq;
      }
      end = { administration: before.administration, seq, hash };
    }
    return outcome();
  };

  /**
   * The newest checkpoint in the vault, whatever the table says: they are numbered without a gap, so that a table that was set back is
   * found out by asking for the next one, then in strides.
   */
  const newestKept = async (): Promise<string | undefined> => {
    const at = (number: number) => vault.read(checkpointName(number));
    let low = await newestCheckpointNumber(store);
    let newest = low === 0 ? undefined : await at(low);
    if (low > 0 && newest === undefined) low = 0;
    let stride = 1;
    for (let found = await at(low + 1); found !== undefined; found = await at(low + stride)) {
      newest = found;
      low += stride;
      stride *= 2;
    }
    for (let high = low + stride; high - low > 1; ) {
      const middle = Math.floor((low + high) / 2);
      const found = await at(middle);
      if (found === undefined) high = middle;
      else [low, newest] = [middle, found];
    }
    return newest;
  };

  /** The end of the trail in it. */
  const lockedEnd = async (administration: AdministrationCode): Promise<ChainHead | "forged" | undefined> => {
    const text = await newestKept();
    if (text === undefined) return undefined;
    const { checkpoint, heads } = KeptCheckpoint.parse(JSON.parse(text));
    const whole =
      checkpoint.root === rootOf(sha256, heads) &&
      (await keyring()(checkpoint.key)) &&
      isSigned(cryptography, checkpoint);
    return whole ? heads.find((head) => head.administration === administration) : "forged";
  };

  /** What holds the end of a range in its place: the entry after it, the trail's end, and what is signed of that. */
  const faultAtEnd = async (end: ChainHead): Promise<Fault | undefined> => {
    const { administration, seq } = end;
    // In this order, since sealing goes on meanwhile: what was there is never after an end that was read later.
    const next = await linkAt(store, administration, seq + 1);
    const proven = await newestProven(store, administration);
    const locked = await lockedEnd(administration);
    const head = await headAsStored(store, administration);
    if (locked === "forged") return { seq: Math.max(proven?.seq ?? 1, 1), reason: "checkpoint-forged" };
    if (head === undefined) return { seq: Math.max(seq, 1), reason: "other-head" };
    if (head.seq < Math.max(proven?.seq ?? 0, locked?.seq ?? 0))
      return { seq: head.seq + 1, reason: "truncated" };
    if (next !== undefined && head.seq <= seq) return { seq: seq + 1, reason: "beyond-head" };
    if (head.seq < seq) return { seq: head.seq + 1, reason: "beyond-head" };
    if (head.seq === seq && head.hash !== end.hash) return { seq: Math.max(seq, 1), reason: "other-head" };
    if (next !== undefined && next.prevHash !== end.hash) return { seq: seq + 1, reason: "not-linked" };
    if (locked !== undefined && locked.seq <= seq) {
      const there = locked.seq === seq ? end.hash : (await linkAt(store, administration, locked.seq))?.hash;
      if (there !== locked.hash) return { seq: locked.seq, reason: "not-as-signed" };
    }
    return undefined;
  };

  return { beginningAt, page, faultAtEnd };
};
