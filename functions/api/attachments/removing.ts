import { draftKey } from "../../../shared/adapters/records/alerts.ts";
import { removalOf } from "../../../shared/adapters/records/attachments.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import type { attachments } from "../../../shared/contract/attachments.ts";
import type { AttachmentFiles } from "../../../shared/domain/attachment-files.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Read } from "../../runtime/request.ts";
import { ownDraft } from "../alerts/access.ts";
import { assertChangeable } from "../alerts/stepping.ts";
import { untilCurrent } from "./until-current.ts";
import { viewing } from "./viewing.ts";

type Contract = typeof attachments;

export const removing = ({
  store,
  files,
}: {
  readonly store: RecordStore;
  readonly files: AttachmentFiles;
}) => {
  const { load } = viewing({ store, files });

  const remove: Read<Contract["remove"]> = ({ params, caller, circumstances }) =>
    untilCurrent(async () => {
      const { now, newId } = circumstances;
      const { attachment } = await load(caller, params.id, newId(), now);
      const { draft } = await ownDraft(store, caller, attachment.alert, now);
      assertChangeable(draft.state);
      const { steps, work } = removalOf(attachment);
      await commit(store, circumstances, {
        action: "attachments.remove",
        subject: attachment.id,
        detail: { alert: attachment.alert },
        steps: [
          ...steps,
          {
            check: draftKey(draft.administration, draft.id),
            when: { equals: { state: draft.state } },
          },
        ],
        outbox: [work],
      });
      return {};
    });

  return { remove };
};
