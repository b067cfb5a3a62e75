import { reachedByAny } from "../../../shared/adapters/records/reached.ts";
import { headAndRecall, receiptsOf, signaturesOf } from "../../../shared/adapters/records/recalls.ts";
import { getUser } from "../../../shared/adapters/records/users.ts";
import type { RecallView, ReceiptLine } from "../../../shared/contract/alert-recall.ts";
import type { AlertHead } from "../../../shared/domain/alert.ts";
import { type AdministrationCode, SECRETARIAT } from "../../../shared/domain/identifiers.ts";
import { unknown } from "../../../shared/domain/problem.ts";
import {
  capacitiesOf,
  completes,
  isLive,
  lapsesAt,
  type Recall,
  type RecallReceipt,
  type RecallSignature,
  sameSide,
} from "../../../shared/domain/recall.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import type { Answer } from "../../runtime/request.ts";
import { sighted } from "./access.ts";

/** An alert, for its recall: with what was signed, to somebody who may sign. */
export interface Recallable {
  readonly head: AlertHead;
  readonly recall: Recall | undefined;
  /** Undefined to whoever may not sign. */
  readonly signing?: {
    readonly mine: Pick<RecallSignature, "administration" | "by" | "as">;
    /** Every signature that was ever given. */
    readonly all: readonly RecallSignature[];
    /** Those that hold: not lapsed, by somebody who may still sign. */
    readonly live: readonly RecallSignature[];
  };
}

/** Somebody who lost the role, or the account, since has not signed. */
const stillSigns = async (store: RecordStore, author: AdministrationCode, signature: RecallSignature) => {
  const user = await getUser(store, signature.administration, signature.by);
  if (user?.state !== "active") return undefined;
  const as = capacitiesOf(user, author).filter((capacity) => signature.as.includes(capacity));
  return as.length === 0 ? undefined : { ...signature, as };
};

/**
 * An alert within reach of a recall: to those who may read it; and, by its reference and state alone, to the secretariat's
 * operators, who recall what they may not read. To everybody else it is unknown.
 */
export const recallable = async (
  store: RecordStore,
  caller: Caller,
  id: string,
  now: Date,
): Promise<Recallable & { readonly isSeen: boolean }> => {
  const { head: sightedHead, isSeen } = await sighted(store, caller, id, now);
  const { head, recall } = await headAndRecall(store, id);
  const as = capacitiesOf(caller, sightedHead?.administration ?? "");
  if (head === undefined || sightedHead === undefined || (!isSeen && as.length === 0)) throw unknown();
  if (as.length === 0) return { head, recall, isSeen };
  const all = await signaturesOf(store, id);
  const at = now.toISOString();
  const held = await Promise.all(
    all
      .filter((signature) => isLive(signature, at))
      .map((signature) => stillSigns(store, head.administration, signature)),
  );
  const mine = { administration: caller.administration, by: caller.id, as: [...as] };
  const live = recall === undefined ? held.filter((signature) => signature !== undefined) : [];
  return { head, recall, isSeen, signing: { mine, all, live } };
};

const nextOf = ({ signing }: Recallable): "open" | "complete" | "wait" | undefined => {
  if (signing === undefined) return undefined;
  const { mine, live } = signing;
  if (live.some((first) => completes(first, mine))) return "complete";
  return live.some((first) => sameSide(first, mine)) ? "wait" : "open";
};

const lineOf = (administration: AdministrationCode, receipts: readonly RecallReceipt[]): ReceiptLine => {
  const told = (isSystem: boolean) => {
    const found = receipts.find(
      (each) => each.administration === administration && each.isSystem === isSystem,
    );
    return found && { at: found.at, ...(found.note === undefined ? {} : { note: found.note }) };
  };
  const [people, system] = [told(false), told(true)];
  return { administration, ...(people ? { people } : {}), ...(system ? { system } : {}) };
};

/** Of everybody whom it reached, to the author and to the operators; to others their own line. */
export const receiptLines = async (
  store: RecordStore,
  head: AlertHead,
  caller: Caller,
): Promise<readonly ReceiptLine[]> => {
  const oversees = caller.administration === head.administration || caller.roles.includes("operator");
  if (!oversees) {
    const own = await receiptsOf(store, head.id, caller.administration);
    return [lineOf(caller.administration, own)];
  }
  const [{ administrations }, receipts] = await Promise.all([
    reachedByAny(store, head),
    receiptsOf(store, head.id, undefined),
  ]);
  return administrations
    .filter((code) => code !== head.administration)
    .toSorted()
    .map((code) => lineOf(code, receipts));
};

export const recallEtag = ({ head, recall, signing }: Recallable): string =>
  `recall-${recall === undefined ? "open" : "done"}-${head.version}${(signing?.live ?? []).map(({ number }) => `.${number}`).join("")}`;

/** Where the recall stands, to this caller. */
export const recallAnswer = async (
  store: RecordStore,
  found: Recallable & { readonly isSeen: boolean },
  caller: Caller,
): Promise<Answer> => {
  const { head, recall, signing, isSeen } = found;
  const next = nextOf(found);
  const receipts = recall === undefined ? [] : await receiptLines(store, head, caller);
  const confirmed = receipts.flatMap(({ people, system }) => [people, system]).filter(Boolean).length;
  const body: RecallView = {
    id: head.id,
    reference: head.reference,
    ...(isSeen || recall !== undefined ? { administration: head.administration } : {}),
    state: head.state,
    ...(recall === undefined ? {} : { recalled: recall, receipts: [...receipts] }),
    ...(signing === undefined || recall !== undefined
      ? {}
      : {
          signatures: signing.live.map(({ administration, as, reason, at, by }) => ({
            administration,
            as,
            reason,
            at,
            until: lapsesAt({ at }),
            isOwn: by === caller.id,
          })),
          ...(next === undefined ? {} : { next }),
        }),
  };
  return { body, etag: `${recallEtag(found)}${recall === undefined ? "" : `-${confirmed}`}` };
};

/** Whose recalls somebody's second signature is asked for. */
export const sideOfCaller = ({ roles, administration }: Caller): AdministrationCode =>
  roles.includes("operator") ? SECRETARIAT : administration;
