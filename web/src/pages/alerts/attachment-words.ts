import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { AttachmentState, Refusal } from "../../../../shared/domain/attachment.ts";

export const attachmentStateWords: Readonly<Record<AttachmentState, MessageDescriptor>> = {
  awaited: msg`Did not go up whole yet. Choose the same file again, and it goes on.`,
  quarantined: msg`Is being checked; readers see it afterwards.`,
  clean: msg`Checked`,
  refused: msg`Refused`,
};

export const refusalWords: Readonly<Record<Refusal, MessageDescriptor>> = {
  missing: msg`Refused: it did not arrive whole. Remove it and add it again.`,
  length: msg`Refused: it arrived longer or shorter than it is. Remove it and add it again.`,
  digest: msg`Refused: it was changed on its way. Remove it and add it again.`,
  type: msg`Refused: its content is not what its name says. Save it as JPEG, PNG or PDF.`,
  archive: msg`Refused: there is an archive hidden in it. Save the picture or document alone.`,
  pixels: msg`Refused: it has more than 50 million pixels. Make it smaller.`,
  unreadable: msg`Refused: it cannot be read. Open it, save it anew and add that.`,
  active: msg`Refused: it holds scripts, forms, files or actions. Print it to PDF and add that.`,
  protected: msg`Refused: it is protected by a password. Save it without one.`,
  malware: msg`Refused: the malware scanner found something in it. Do not open it; tell your security officer.`,
};
