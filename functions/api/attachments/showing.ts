import { recordDisclosure } from "../../../shared/adapters/records/change.ts";
import type { attachments } from "../../../shared/contract/attachments.ts";
import type { AttachmentFiles } from "../../../shared/domain/attachment-files.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Read } from "../../runtime/request.ts";
import { reach } from "../alerts/access.ts";
import { viewing } from "./viewing.ts";

type Contract = typeof attachments;

/** Who may see an alert now may have its attachments now: decided at each request, and in the trail before there is a link. */
export const showing = ({
  store,
  files,
}: {
  readonly store: RecordStore;
  readonly files: AttachmentFiles;
}) => {
  const { load, view, rows } = viewing({ store, files });

  const list: Read<Contract["list"]> = async ({ query, caller, circumstances }) => {
    const found = await reach(store, caller, query.alert, circumstances.now);
    const items = await rows(found, query.alert, circumstances.now);
    await recordDisclosure(store, circumstances, {
      action: "attachments.list",
      subject: query.alert,
      detail: { rows: items.length },
    });
    return { body: { items } };
  };

  const get: Read<Contract["get"]> = async ({ params, caller, circumstances }) => {
    const { attachment, found } = await load(caller, params.id, circumstances.newId(), circumstances.now);
    // What is not given out yet is its author's to follow, every few seconds.
    if (attachment.state === "clean")
      await recordDisclosure(store, circumstances, {
        action: "attachments.get",
        subject: attachment.id,
        detail: { alert: attachment.alert },
      });
    return { body: await view(attachment, found, circumstances.now) };
  };

  return { list, get };
};
