import { alertByReference } from "../../../shared/adapters/records/alert-places.ts";
import { getVersion, pointerItem, toAcknowledgeKey } from "../../../shared/adapters/records/alerts.ts";
import { commit, inTrailOf, recordDisclosure, type Step } from "../../../shared/adapters/records/change.ts";
import { reachedByAny } from "../../../shared/adapters/records/reached.ts";
import {
  headAndRecall,
  openRecallItem,
  openRecallKey,
  openRecalls,
  recalledHeadItem,
  receiptItem,
  receiptKey,
  sideOf,
  signatureItem,
} from "../../../shared/adapters/records/recalls.ts";
import { endedReview, getReview } from "../../../shared/adapters/records/reviews.ts";
import type { RecallRow } from "../../../shared/contract/alert-recall.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import { type AlertHead, summarise } from "../../../shared/domain/alert.ts";
import { transitions } from "../../../shared/domain/lifecycle.ts";
import { invalid, Problem, unknown } from "../../../shared/domain/problem.ts";
import {
  completes,
  entombed,
  lapsesAt,
  type Recall,
  type RecallReceipt,
  type RecallSignature,
  SIGNATURE_HOURS,
  sameSide,
} from "../../../shared/domain/recall.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { standingAfter } from "../../../shared/domain/review.ts";
import { assertCurrent, type Command, isHeld, type Read, type Request } from "../../runtime/request.ts";
import { sighted } from "./access.ts";
import { recallAnswer, recallable, recallEtag, receiptLines, sideOfCaller } from "./recall-standing.ts";
import { assertStep } from "./stepping.ts";

type Contract = typeof alerts;

/** So many rows are emptied with the recall itself; those of a longer list of named administrations, seconds later. */
const ROWS_AT_ONCE = 60;

/** Why a signature adds nothing to one that was given already. */
const refusalBy = (first: RecallSignature, isOwn: boolean): Problem => {
  const until = lapsesAt(first);
  if (isOwn)
    return new Problem(
      "conflict",
      `You signed it at ${first.at}. A second person has to sign it by ${until}; nobody recalls alone.`,
    );
  const other = first.as.includes("releaser") ? "contact point" : "releaser";
  return new Problem(
    "conflict",
    `A colleague signed it at ${first.at} in the same role; a ${other} of your administration completes it by ${until}.`,
  );
};

export const recalling = ({ store }: { readonly store: RecordStore }) => {
  /** What is left in every list: none of it may still say what was recalled. */
  const emptiedRows = async (head: AlertHead, recall: Recall, before: number): Promise<readonly Step[]> => {
    const version = await getVersion(store, head.id, before);
    if (version === undefined) throw new Error(`Alert ${head.id} has no version ${before}`);
    const summary = entombed(summarise(head, version.content), recall);
    const { scopes } = await reachedByAny(store, head);
    return scopes
      .slice(0, ROWS_AT_ONCE)
      .map((scope) => ({ put: pointerItem(scope, head.position, summary) }));
  };

  /** The two signatures, the state, the rows, the review that waited, the trails and the work: one transaction. */
  const carryOut = async (
    { circumstances, caller }: Request<Contract["recall"]>,
    head: AlertHead,
    first: RecallSignature,
    second: RecallSignature,
  ): Promise<void> => {
    const at = circumstances.now.toISOString();
    const next: AlertHead = {
      ...head,
      state: transitions.recall.to,
      version: head.version + 1,
      changedAt: at,
    };
    const recall: Recall = { at, reason: first.reason, administration: caller.administration };
    const review = await getReview(store, head.id);
    const detail = { reference: head.reference, signature: 2 };
    await commit(store, circumstances, {
      action: "alerts.recall",
      subject: head.id,
      detail,
      steps: [
        {
          put: recalledHeadItem(next, recall),
          when: { equals: { version: head.version, state: head.state } },
        },
        { put: signatureItem(second), when: { absent: true } },
        { delete: openRecallKey(sideOf(first), head.id) },
        ...(await emptiedRows(next, recall, head.version)),
        ...(review?.state === "waiting"
          ? endedReview(review, { state: "taken-back", revision: review.revision })
          : []),
        ...inTrailOf(head.administration, circumstances, {
          actor: "secretariat",
          action: "alerts.recall",
          subject: head.id,
          detail,
        }),
      ],
      outbox: [
        { kind: "alert-recalled", alert: head.id },
        { kind: "attachments-recalled", alert: head.id },
      ],
    });
  };

  const recall: Command<Contract["recall"]> = {
    perform: async (request) => {
      const { params, body, caller, circumstances } = request;
      const found = await recallable(store, caller, params.id, circumstances.now);
      const { head, signing } = found;
      if (signing === undefined)
        throw new Problem(
          "forbidden",
          "An alert is recalled by its author's contact point and releaser, or by two operators of the secretariat.",
        );
      const { mine, live, all } = signing;
      assertStep("recall", { state: head.state, standing: standingAfter(undefined) });
      const own = live.find(({ by }) => by === caller.id);
      if (own !== undefined) throw refusalBy(own, true);
      // Whoever read the alert itself, before anybody signed, knows all that there is to be known.
      const isOfAlert = request.ifMatch?.split(".")[0] === `version-${head.version}`;
      if (live.length > 0 || !isOfAlert) assertCurrent(request, recallEtag(found));
      const first = live.find((signature) => completes(signature, mine));
      const reason = body.reason ?? first?.reason;
      if (reason === undefined)
        throw invalid("/reason", "Say why it is recalled: everybody whom it reached is told.");
      const signature: RecallSignature = {
        ...mine,
        alert: head.id,
        number: (all.at(-1)?.number ?? 0) + 1,
        reason,
        at: circumstances.now.toISOString(),
      };
      if (first !== undefined) {
        await carryOut(request, head, first, signature);
        return { subject: head.id };
      }
      const same = live.find((each) => sameSide(each, mine));
      if (same !== undefined) throw refusalBy(same, false);
      await commit(store, circumstances, {
        action: "alerts.recall",
        subject: head.id,
        detail: { reference: head.reference, signature: 1, hours: SIGNATURE_HOURS },
        steps: [
          { put: signatureItem(signature), when: { absent: true } },
          { put: openRecallItem(signature, head.reference) },
        ],
      });
      return { subject: head.id };
    },
    render: async (id, { caller, circumstances }) =>
      recallAnswer(store, await recallable(store, caller, id, circumstances.now), caller),
  };

  const recallState: Read<Contract["recallState"]> = async (request) => {
    const { params, caller, circumstances } = request;
    const found = await recallable(store, caller, params.id, circumstances.now);
    const answer = await recallAnswer(store, found, caller);
    if (!isHeld(request, answer))
      await recordDisclosure(store, circumstances, {
        action: "alerts.recall-state",
        subject: params.id,
        detail: { state: found.head.state },
      });
    return answer;
  };

  const confirmRecall: Read<Contract["confirmRecall"]> = async ({ params, body, caller, circumstances }) => {
    const { head, isSeen } = await sighted(store, caller, params.id, circumstances.now);
    if (head === undefined || !isSeen) throw unknown();
    if (head.administration === caller.administration)
      throw new Problem("conflict", "Your own administration issued this alert; the others confirm.");
    if (head.state !== "recalled")
      throw new Problem("conflict", `${head.reference} was not recalled; there is nothing to confirm.`);
    const isSystem = caller.user === undefined;
    const made = await store.get(receiptKey(head.id, caller.administration, isSystem));
    // Said again, it is what it was: whoever said it first, when it was first said.
    if (made === undefined) {
      const receipt: RecallReceipt = {
        administration: caller.administration,
        at: circumstances.now.toISOString(),
        by: caller.id,
        isSystem,
        ...(body.note === undefined ? {} : { note: body.note }),
      };
      await commit(store, circumstances, {
        action: "alerts.confirm-recall",
        subject: head.id,
        detail: { reference: head.reference },
        steps: [
          { put: receiptItem(head.id, receipt), when: { absent: true } },
          // A system's copy is not the only one: its people's stays to be confirmed.
          ...(isSystem ? [] : [{ delete: toAcknowledgeKey(caller.administration, head.position) }]),
        ],
      });
    }
    const lines = await receiptLines(store, head, { ...caller, roles: [] });
    return { body: lines[0] };
  };

  const recalls: Read<Contract["recalls"]> = async ({ query, caller, circumstances }) => {
    const { reference } = query;
    const rows = async (): Promise<readonly RecallRow[]> => {
      if (reference === undefined) {
        const open = await openRecalls(store, sideOfCaller(caller), circumstances.now.toISOString());
        return open.map(({ id, reference, until }) => ({ id, reference, until, state: "released" }));
      }
      const id = (await alertByReference(store, reference)) ?? circumstances.newId();
      try {
        const { head, signing } = await recallable(store, caller, id, circumstances.now);
        return signing === undefined ? [] : [{ id: head.id, reference: head.reference, state: head.state }];
      } catch (error) {
        if (error instanceof Problem && error.kind === "unknown") return [];
        throw error;
      }
    };
    const items = await rows();
    await recordDisclosure(store, circumstances, {
      action: "alerts.recalls",
      subject: "recalls",
      detail: { rows: items.length },
    });
    return { body: { items, nextCursor: null } };
  };

  return { recall, recallState, confirmRecall, recalls };
};

/** The row of what was recalled, where somebody looks for its reference; undefined of anything else. */
export const tombstoneRow = async (store: RecordStore, id: string) => {
  const { head, recall } = await headAndRecall(store, id);
  if (head === undefined || recall === undefined) return undefined;
  const version = await getVersion(store, id, head.version - 1);
  if (version === undefined) return undefined;
  return { position: head.position, summary: entombed(summarise(head, version.content), recall) };
};
