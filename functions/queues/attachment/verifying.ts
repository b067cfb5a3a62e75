import { createHash } from "node:crypto";
import { attachmentItem, getAttachment } from "../../../shared/adapters/records/attachments.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import {
  type Attachment,
  attachmentSteps,
  isImage,
  type Refusal,
} from "../../../shared/domain/attachment.ts";
import type { AttachmentFiles } from "../../../shared/domain/attachment-files.ts";
import type { Id } from "../../../shared/domain/identifiers.ts";
import type { MalwareScanner } from "../../../shared/domain/malware-scanner.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { inspect } from "./inspecting.ts";
import { thumbnailOf } from "./thumbnail.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly files: AttachmentFiles;
  readonly scanner: MalwareScanner;
  readonly clock: () => Date;
  readonly newId: () => Id;
}

type Outcome = Pick<Attachment, "refusal" | "kept" | "scan">;

/** A picture that is sound by its header and cannot be drawn is none. */
const thumbnailIfAny = (file: Buffer): Buffer | undefined => {
  try {
    return thumbnailOf(file);
  } catch {
    return undefined;
  }
};

/**
 * Lets a file out of quarantine, or says why not. Killed at any moment it is done again with the same outcome: what is kept is
 * written under the same names, the record changes once, and the quarantine is cleared after it.
 */
export const verifying = ({ store, files, scanner, clock, newId }: Dependencies) => {
  const keep = async (attachment: Attachment, file: Buffer): Promise<Outcome> => {
    const { id, mediaType, fileName } = attachment;
    const thumbnail = isImage(mediaType) ? thumbnailIfAny(file) : undefined;
    if (isImage(mediaType) && thumbnail === undefined) return { refusal: "unreadable" };
    await files.keep(id, "file", file, { mediaType, fileName });
    if (thumbnail !== undefined)
      await files.keep(id, "thumbnail", thumbnail, { mediaType: "image/jpeg", fileName: "thumbnail.jpg" });
    return {
      kept: {
        size: file.length,
        sha256: createHash("sha256").update(file).digest("hex"),
        hasThumbnail: thumbnail !== undefined,
      },
    };
  };

  const outcomeOf = async (attachment: Attachment): Promise<Outcome> => {
    const bytes = await files.read(attachment.id);
    if (bytes === undefined) return { refusal: "missing" as Refusal };
    const found = await inspect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), attachment);
    return "refusal" in found ? found : keep(attachment, found.file);
  };

  return async (id: Id): Promise<void> => {
    const attachment = await getAttachment(store, id);
    // Removed while it was being checked: whatever was kept of it goes, too.
    if (attachment === undefined) return files.remove(id);
    if (attachment.state === "awaited") return;
    if (attachment.state === "quarantined") {
      const scan = await scanner.resultOf(id);
      // The scanner's result puts this work into the queue again.
      if (scan === "awaited") return;
      const outcome: Outcome = scan === "infected" ? { refusal: "malware" } : await outcomeOf(attachment);
      const { to } = outcome.refusal === undefined ? attachmentSteps.pass : attachmentSteps.refuse;
      const now = clock();
      await commit(
        store,
        { now, newId, administration: attachment.administration, actor: "system" },
        {
          action: "attachments.check",
          subject: id,
          detail: { alert: attachment.alert, state: to },
          steps: [
            {
              put: attachmentItem({
                ...attachment,
                ...outcome,
                scan,
                state: to,
                revision: attachment.revision + 1,
                changedAt: now.toISOString(),
              }),
              when: { equals: { revision: attachment.revision } },
            },
          ],
        },
      );
    }
    await files.clear(id, attachment.upload);
  };
};
