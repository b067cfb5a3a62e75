import {
  type ChainFault,
  type ChainHead,
  chainFaults,
  faultOfNext,
  type Link,
  sealedText,
} from "./audit-chain.ts";
import { CheckpointLine, EndLine, TrailLine } from "./audit-export.ts";
import { canonicalJson } from "./canonical-json.ts";
import { type Checkpoint, includes, isSigned, signedText } from "./checkpoint.ts";
import type { Cryptography } from "./cryptography.ts";

/** What can be wrong with a file beside its entries. */
const fileFaults = {
  unwritten:
    "It is not written as the exchange writes it: one JSON value a line, each name once, without white space.",
  "out-of-place": "This line does not belong here.",
  "another-key": "The checkpoint after it is signed by a key that you did not name.",
  "not-the-end": "The file ends elsewhere than it says: lines were cut off or added.",
} as const;

export type ProofFault = ChainFault | keyof typeof fileFaults;

export interface Proof {
  readonly administration: string;
  readonly from: number;
  /** The last entry that holds. */
  readonly upTo: number;
  readonly checkpoints: number;
  /** The last entry that a signature holds, and since when it was there. */
  readonly signed?: { readonly seq: number; readonly number: number; readonly at: string };
  /** Fingerprints of the keys that signed. */
  readonly keys: readonly string[];
  /** The first entry that is wrong. */
  readonly fault?: {
    readonly seq: number;
    readonly line: number;
    readonly reason: ProofFault;
    readonly detail: string;
  };
}

type Found = { readonly seq: number; readonly reason: ProofFault } | undefined;

/**
 * What an entry's line has beside what was sealed. A line of another length has a name twice, a name more or white space, by which
 * it could show a reader what was not proven; comparing lengths spares writing a million values again.
 */
const BESIDE_SEALED = `"hash":"${"0".repeat(64)}","kind":"entry",`;

const jsonOf = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};

/** As a schema reads it, and nothing beside it: what the schema would drop, nobody has proven. */
const exactly = <T>(
  schema: { safeParse(value: unknown): { readonly data?: T | undefined } },
  value: object,
): T | undefined => {
  const { data } = schema.safeParse(value);
  return data !== undefined && canonicalJson(data) === canonicalJson(value) ? data : undefined;
};

/**
 * Proves an export line by line, holding no more of it than the entry before. It believes nothing but what follows from the lines,
 * and that the keys named are the exchange's; without any, the keys found are told, to be compared.
 */
export const auditProof = (cryptography: Cryptography, trusted: ReadonlySet<string>) => {
  const { sha256 } = cryptography;
  const keys = new Set<string>();
  let line = 0;
  let trail: TrailLine | undefined;
  let end: ChainHead = { administration: "", seq: 0, hash: "" };
  let checkpoints = 0;
  let last: Checkpoint | undefined;
  let signed: Proof["signed"];
  let ended = false;
  let fault: Proof["fault"];

  const begin = (value: object): Found => {
    trail = exactly(TrailLine, value);
    if (trail === undefined) return { seq: 1, reason: "out-of-place" };
    end = { administration: trail.administration, seq: trail.from - 1, hash: trail.after };
    return undefined;
  };

  const entry = (value: Link, text: string): Found => {
    const seq = end.seq + 1;
    const sealed = sealedText(value);
    if (text.length !== sealed.length + BESIDE_SEALED.length) return { seq, reason: "unwritten" };
    const reason = faultOfNext(sha256, end, value, sealed);
    if (reason !== undefined) return { seq, reason };
    end = { administration: end.administration, seq, hash: String(value.hash) };
    return undefined;
  };

  const checkpoint = ({ checkpoint: found, inclusion }: CheckpointLine): Found => {
    const { head } = inclusion;
    const { seq } = end;
    const follows =
      last === undefined ||
      found.number > last.number + 1 ||
      (found.number === last.number + 1 && found.previous === sha256(signedText(last)));
    if (!follows || !isSigned(cryptography, found) || !includes(sha256, found, inclusion))
      return { seq, reason: "checkpoint-forged" };
    if (trusted.size > 0 && !trusted.has(found.key)) return { seq, reason: "another-key" };
    if (head.administration !== end.administration) return { seq, reason: "other-administration" };
    if (head.seq > seq) return { seq: seq + 1, reason: "missing" };
    if (head.seq < seq || head.hash !== end.hash) return { seq: head.seq, reason: "not-as-signed" };
    keys.add(found.key);
    checkpoints += 1;
    last = found;
    signed = { seq, number: found.number, at: found.at };
    return undefined;
  };

  const finish = (value: object): Found => {
    const seq = end.seq + 1;
    const said = exactly(EndLine, value);
    if (said === undefined) return { seq, reason: "out-of-place" };
    ended = said.administration === end.administration && said.seq === end.seq && end.seq === trail?.to;
    return ended ? undefined : { seq, reason: "not-the-end" };
  };

  const take = (text: string): Found => {
    const seq = end.seq + 1;
    const value = jsonOf(text);
    if (value === undefined) return { seq, reason: "unwritten" };
    const kind = "kind" in value ? value.kind : undefined;
    if (kind === "entry" && trail !== undefined && !ended) return entry(value, text);
    if (JSON.stringify(value) !== text) return { seq, reason: "unwritten" };
    if (ended) return { seq, reason: "not-the-end" };
    if (trail === undefined) return begin(value);
    if (kind !== "checkpoint") return finish(value);
    const proven = exactly(CheckpointLine, value);
    return proven === undefined ? { seq: end.seq, reason: "checkpoint-forged" } : checkpoint(proven);
  };

  const told = (found: Found): Proof["fault"] =>
    found && {
      seq: Math.max(found.seq, 1),
      line,
      reason: found.reason,
      detail: { ...chainFaults, ...fileFaults }[found.reason],
    };

  return {
    /** The next line, without its end. What comes after the first fault says nothing any more. */
    accept: (text: string): void => {
      line += 1;
      fault ??= told(take(text));
    },
    result: (): Proof => {
      fault ??= ended ? undefined : told({ seq: end.seq + 1, reason: "not-the-end" });
      return {
        administration: end.administration,
        from: trail?.from ?? 1,
        upTo: end.seq,
        checkpoints,
        keys: [...keys],
        ...(signed === undefined ? {} : { signed }),
        ...(fault === undefined ? {} : { fault }),
      };
    },
  };
};
