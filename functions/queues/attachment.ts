import { recordedScans } from "../../shared/adapters/records/attachments.ts";
import { noScanner } from "../../shared/domain/malware-scanner.ts";
import { AttachmentWork } from "../../shared/domain/outbox.ts";
import { queueHandler } from "../runtime/batch.ts";
import { attachmentFiles, clock, newId, recordStore } from "../runtime/dependencies.ts";
import { environment } from "../runtime/environment.ts";
import { dropping } from "./attachment/dropping.ts";
import { verifying } from "./attachment/verifying.ts";

const store = recordStore();
const files = attachmentFiles();
const scanner = environment("malwareScanner") === "guardduty" ? recordedScans(store) : noScanner;
const drop = dropping({ store, files, clock, newId });
const verify = verifying({ store, files, scanner, clock, newId });

export const handler = queueHandler(AttachmentWork, async (work) => {
  switch (work.kind) {
    case "attachment-uploaded":
      return verify(work.attachment);
    case "attachment-removed":
      await files.clear(work.attachment, work.upload);
      return files.remove(work.attachment);
    case "attachments-recalled":
      return drop(work.alert);
  }
});
