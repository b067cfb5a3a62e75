import { createHash } from "node:crypto";
import { attachmentsOf } from "../../../shared/adapters/records/attachments.ts";
import type { AttachmentLine } from "../../../shared/contract/attachments.ts";
import { type Attachment, isShownTo, refusals } from "../../../shared/domain/attachment.ts";
import type { Tlp } from "../../../shared/domain/audience.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

/** Its own marking, or its alert's. */
export const attachmentLine = (attachment: Attachment, alertTlp: Tlp): AttachmentLine => {
  const { id, fileName, mediaType, caption, state, refusal, scan, kept, createdAt } = attachment;
  return {
    id,
    fileName,
    mediaType,
    size: kept?.size ?? attachment.size,
    sha256: kept?.sha256 ?? attachment.sha256,
    tlp: attachment.tlp ?? alertTlp,
    ...(caption === undefined ? {} : { caption }),
    state,
    ...(refusal === undefined ? {} : { refusal: { code: refusal, detail: refusals[refusal] } }),
    ...(scan === undefined ? {} : { scan }),
    hasThumbnail: kept?.hasThumbnail ?? false,
    createdAt,
  };
};

/** What an alert's view says of its attachments, and a mark that changes whenever that does. */
export const attached = async (
  store: RecordStore,
  alert: string,
  side: "author" | "reviewer" | "reader",
  tlp: Tlp,
): Promise<{ readonly attachments: readonly AttachmentLine[]; readonly mark: string }> => {
  const shown = (await attachmentsOf(store, alert)).filter((attachment) => isShownTo(attachment, side));
  const said = shown.map(({ id, revision }) => `${id}.${revision}`).join();
  return {
    attachments: shown.map((attachment) => attachmentLine(attachment, tlp)),
    mark: said === "" ? "" : `.a${createHash("sha256").update(said).digest("hex").slice(0, 12)}`,
  };
};
