import { isRecalled } from "../../../shared/adapters/records/alert-places.ts";
import { attachmentsOf, removalOf } from "../../../shared/adapters/records/attachments.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import type { AttachmentFiles } from "../../../shared/domain/attachment-files.ts";
import type { Id } from "../../../shared/domain/identifiers.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly files: AttachmentFiles;
  readonly clock: () => Date;
  readonly newId: () => Id;
}

/**
 * Deletes what was attached to an alert that was recalled. The files go before what is written of them, so that whoever is killed
 * between is followed by somebody who finds them; a check that goes on meanwhile finds its record gone, and deletes what it kept.
 */
export const dropping =
  ({ store, files, clock, newId }: Dependencies) =>
  async (alert: Id): Promise<void> => {
    if (!(await isRecalled(store, alert))) throw new Error(`Alert ${alert} was not recalled`);
    for (const attachment of await attachmentsOf(store, alert)) {
      await files.clear(attachment.id, attachment.upload);
      await files.remove(attachment.id);
      await commit(
        store,
        { now: clock(), newId, administration: attachment.administration, actor: "system" },
        {
          action: "attachments.remove",
          subject: attachment.id,
          detail: { alert },
          steps: removalOf(attachment).steps,
        },
      );
    }
  };
