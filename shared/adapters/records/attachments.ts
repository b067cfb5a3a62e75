import { ATTACHMENTS_PER_ALERT, Attachment, lapsesAt } from "../../domain/attachment.ts";
import type { Id } from "../../domain/identifiers.ts";
import type { MalwareScanner, Scan } from "../../domain/malware-scanner.ts";
import type { OutboxWork } from "../../domain/outbox.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import type { Step } from "./change.ts";
import { parsed, parsedIfAny } from "./parsed.ts";

export const attachmentKey = (id: Id): Key => ({ pk: `ATT#${id}`, sk: "META" });

/** What nobody finished sending is cleaned up with its upload; what was sent stays. */
const untilLapse = (attachment: Attachment) =>
  attachment.state === "awaited" ? { expiresAt: Math.floor(lapsesAt(attachment).getTime() / 1000) } : {};

export const attachmentItem = (attachment: Attachment): Item => ({
  ...attachmentKey(attachment.id),
  schema: 1,
  ...attachment,
  ...untilLapse(attachment),
});

/** One of the places that an alert has for attachments; it names the one that has it. */
const placeKey = (alert: Id, place: number): Key => ({
  pk: `ALT#${alert}`,
  sk: `ATT#${String(place).padStart(2, "0")}`,
});
export const placeItem = (attachment: Attachment): Item => ({
  ...placeKey(attachment.alert, attachment.place),
  schema: 1,
  place: attachment.place,
  attachment: attachment.id,
  ...untilLapse(attachment),
});

/** Takes an attachment off its alert at once; its files are deleted after it. */
export const removalOf = (
  attachment: Attachment,
): { readonly steps: readonly Step[]; readonly work: OutboxWork } => ({
  steps: [
    { delete: attachmentKey(attachment.id), when: { equals: { revision: attachment.revision } } },
    { delete: placeKey(attachment.alert, attachment.place) },
  ],
  work: { kind: "attachment-removed", attachment: attachment.id, upload: attachment.upload },
});

export const getAttachment = async (store: RecordStore, id: Id): Promise<Attachment | undefined> =>
  parsedIfAny(Attachment, await store.get(attachmentKey(id)));

/** An alert's, in the order in which they were announced. */
export const attachmentsOf = async (store: RecordStore, alert: Id): Promise<readonly Attachment[]> => {
  const { items } = await store.query({
    pk: `ALT#${alert}`,
    prefix: "ATT#",
    limit: ATTACHMENTS_PER_ALERT,
    consistent: true,
  });
  if (items.length === 0) return [];
  const found = await store.getMany(items.map((item) => attachmentKey(String(item["attachment"]))));
  return found
    .flatMap((item) => (item === undefined ? [] : [parsed(Attachment, item)]))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
};

const scanKey = (id: Id): Key => ({ pk: `ATT#${id}`, sk: "SCAN" });
/** What the scanner said; it may say so before the upload is told to be complete, or after. */
export const scanItem = (id: Id, result: Exclude<Scan, "awaited" | "not-scanned">, at: string): Item => ({
  ...scanKey(id),
  schema: 1,
  result,
  at,
});

/** A scanner whose results are written into the store when it tells them. */
export const recordedScans = (store: RecordStore): MalwareScanner => ({
  resultOf: async (id) => {
    const item = await store.get(scanKey(id));
    if (item === undefined) return "awaited";
    return item["result"] === "clean" ? "clean" : "infected";
  },
});
