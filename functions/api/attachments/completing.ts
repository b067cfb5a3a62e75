import { draftKey } from "../../../shared/adapters/records/alerts.ts";
import { attachmentItem, placeItem } from "../../../shared/adapters/records/attachments.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import type { attachments } from "../../../shared/contract/attachments.ts";
import { type Attachment, attachmentSteps, partSize } from "../../../shared/domain/attachment.ts";
import type { ArrivedPart, AttachmentFiles } from "../../../shared/domain/attachment-files.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Command } from "../../runtime/request.ts";
import { ownDraft } from "../alerts/access.ts";
import { assertChangeable } from "../alerts/stepping.ts";
import { untilCurrent } from "./until-current.ts";
import { viewing } from "./viewing.ts";

type Contract = typeof attachments;

/** Refuses to go on with parts that are missing, or are not what was said of them. */
const assertWhole = ({ parts, size }: Attachment, arrived: readonly ArrivedPart[]): void => {
  const found = new Map(arrived.map((part) => [part.number, part]));
  const missing = parts.map((_, n) => n + 1).filter((number) => !found.has(number));
  if (missing.length > 0)
    throw new Problem(
      "conflict",
      `Not all of it has arrived: part ${missing.join(", ")} of ${parts.length} is missing. Send it to the address that the attachment shows.`,
    );
  for (const { number, size: sent, sha256 } of arrived) {
    const said = partSize(size, number);
    if (sent !== said)
      throw new Problem(
        "conflict",
        `Part ${number} has ${sent} bytes, and ${said} were said. Send it again.`,
      );
    if (sha256 !== undefined && sha256 !== parts[number - 1])
      throw new Problem("conflict", `Part ${number} has another SHA-256 than was said. Send it again.`);
  }
};

export const completing = ({
  store,
  files,
}: {
  readonly store: RecordStore;
  readonly files: AttachmentFiles;
}) => {
  const { load, view } = viewing({ store, files });

  const complete: Command<Contract["complete"]> = {
    perform: ({ params, caller, circumstances }) =>
      untilCurrent(async () => {
        const { now, newId } = circumstances;
        const { attachment } = await load(caller, params.id, newId(), now);
        const { draft } = await ownDraft(store, caller, attachment.alert, now);
        const step = attachmentSteps.complete;
        if (attachment.state !== step.from) return { subject: params.id };
        assertChangeable(draft.state);
        const arrived = await files.arrived(attachment.id, attachment.upload);
        // An upload that is gone was finished by a request that was not answered, or given up after a day: the check will tell.
        if (arrived !== undefined) {
          assertWhole(attachment, arrived);
          await files.finish(attachment.id, attachment.upload);
        }
        const next: Attachment = {
          ...attachment,
          state: step.to,
          revision: attachment.revision + 1,
          changedAt: now.toISOString(),
        };
        await commit(store, circumstances, {
          action: "attachments.complete",
          subject: attachment.id,
          detail: { alert: attachment.alert },
          steps: [
            { put: attachmentItem(next), when: { equals: { revision: attachment.revision } } },
            // It has its place for good now.
            { put: placeItem(next) },
            {
              check: draftKey(draft.administration, draft.id),
              when: { equals: { state: draft.state } },
            },
          ],
          outbox: [{ kind: "attachment-uploaded", attachment: attachment.id }],
        });
        return { subject: attachment.id };
      }),
    render: async (id, { caller, circumstances }) => {
      const { attachment, found } = await load(caller, id, circumstances.newId(), circumstances.now);
      return { body: await view(attachment, found, circumstances.now) };
    },
  };

  return { complete };
};
