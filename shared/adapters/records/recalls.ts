import { AlertHead } from "../../domain/alert.ts";
import { type AdministrationCode, type Id, type Instant, SECRETARIAT } from "../../domain/identifiers.ts";
import { lapsesAt, Recall, RecallReceipt, RecallSignature } from "../../domain/recall.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { headKey } from "./alert-places.ts";
import { parsed, parsedIfAny } from "./parsed.ts";

const padded = (number: number): string => String(number).padStart(4, "0");

const signatureKey = (alert: Id, number: number): Key => ({
  pk: `ALT#${alert}`,
  sk: `RCL#${padded(number)}`,
});
export const signatureItem = (signature: RecallSignature): Item => ({
  ...signatureKey(signature.alert, signature.number),
  schema: 1,
  ...signature,
});

/** Every signature that was ever given under a recall of this alert, in their order. */
export const signaturesOf = async (store: RecordStore, alert: Id): Promise<readonly RecallSignature[]> =>
  (await store.query({ pk: `ALT#${alert}`, prefix: "RCL#", consistent: true })).items.map((item) =>
    parsed(RecallSignature, item),
  );

/** Where those who may give the second signature find what waits for it, until it lapses. */
export const openRecallKey = (side: AdministrationCode, alert: Id): Key => ({
  pk: `ADM#${side}`,
  sk: `RCL#${alert}`,
});

/** Whose people complete a signature: the secretariat's its operators', the author's its own. */
export const sideOf = ({ as, administration }: Pick<RecallSignature, "as" | "administration">) =>
  as.includes("operator") ? SECRETARIAT : administration;

export const openRecallItem = (signature: RecallSignature, reference: string): Item => ({
  ...openRecallKey(sideOf(signature), signature.alert),
  schema: 1,
  alert: signature.alert,
  reference,
  at: signature.at,
  until: lapsesAt(signature),
  expiresAt: Math.floor(Date.parse(lapsesAt(signature)) / 1000),
});

/** What waits for a second signature of this side's, the lapsed left out. */
export const openRecalls = async (store: RecordStore, side: AdministrationCode, now: Instant) =>
  (await store.query({ pk: `ADM#${side}`, prefix: "RCL#", consistent: true })).items
    .map((item) => ({
      id: String(item["alert"]),
      reference: String(item["reference"]),
      at: String(item["at"]) as Instant,
      until: String(item["until"]) as Instant,
    }))
    .filter(({ until }) => now < until);

/** The head of what was recalled, with the recall in it. */
export const recalledHeadItem = (head: AlertHead, recall: Recall): Item => ({
  ...headKey(head.id),
  schema: 1,
  ...head,
  recall,
});

/** A head, with the recall where there was one. */
export const headAndRecall = async (store: RecordStore, alert: Id) => {
  const item = await store.get(headKey(alert));
  const head = parsedIfAny(AlertHead, item);
  const recall = head?.state === "recalled" ? parsed(Recall, item?.["recall"] as Item) : undefined;
  return { head, recall };
};

export const receiptKey = (alert: Id, administration: AdministrationCode, isSystem: boolean): Key => ({
  pk: `ALT#${alert}`,
  sk: `RCP#${administration}#${isSystem ? "system" : "people"}`,
});
export const receiptItem = (alert: Id, receipt: RecallReceipt): Item => ({
  ...receiptKey(alert, receipt.administration, receipt.isSystem),
  schema: 1,
  ...receipt,
});

/** Who confirmed; all, or one administration's own. */
export const receiptsOf = async (
  store: RecordStore,
  alert: Id,
  of: AdministrationCode | undefined,
): Promise<readonly RecallReceipt[]> =>
  (
    await store.query({
      pk: `ALT#${alert}`,
      prefix: of === undefined ? "RCP#" : `RCP#${of}#`,
      consistent: true,
    })
  ).items.map((item) => parsed(RecallReceipt, item));
