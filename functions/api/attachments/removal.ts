import { attachmentKey, placeKey } from "../../../shared/adapters/records/attachments.ts";
import type { Step } from "../../../shared/adapters/records/change.ts";
import type { Attachment } from "../../../shared/domain/attachment.ts";
import type { OutboxWork } from "../../../shared/domain/outbox.ts";

/** Takes an attachment off its draft at once; its files are deleted after it. */
export const removalOf = (
  attachment: Attachment,
): { readonly steps: readonly Step[]; readonly work: OutboxWork } => ({
  steps: [
    { delete: attachmentKey(attachment.id), when: { equals: { revision: attachment.revision } } },
    { delete: placeKey(attachment.alert, attachment.place) },
  ],
  work: { kind: "attachment-removed", attachment: attachment.id, upload: attachment.upload },
});
