import { attachmentsOf, getAttachment } from "../../../shared/adapters/records/attachments.ts";
import type { AttachmentLine, AttachmentView } from "../../../shared/contract/attachments.ts";
import { type Attachment, isShownTo, partSize } from "../../../shared/domain/attachment.ts";
import type { AttachmentFiles, KeptFile } from "../../../shared/domain/attachment-files.ts";
import type { Tlp } from "../../../shared/domain/audience.ts";
import { unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import { contentOf, type Reached, reach } from "../alerts/access.ts";
import { attachmentLine } from "../alerts/attached.ts";

/** How long a link to download is good for. */
const LINK_SECONDS = 60;
/** And an address that a part is sent to: 5 MiB take ten minutes on a line of 70 kbit/s. */
const UPLOAD_SECONDS = 15 * 60;

const after = (now: Date, seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString();

const tlpOf = async (store: RecordStore, found: Reached): Promise<Tlp> =>
  ("draft" in found ? found.draft.content : await contentOf(store, found.head)).tlp;

/** Attachments as they are to this caller now: what they may not see of an alert is unknown, and so is what nobody checked. */
export const viewing = ({
  store,
  files,
}: {
  readonly store: RecordStore;
  readonly files: AttachmentFiles;
}) => {
  const load = async (caller: Caller, id: string, spare: string, now: Date) => {
    const attachment = await getAttachment(store, id);
    // Asked for whether there is an attachment or not, so that the answer takes the same time.
    const found = await reach(store, caller, attachment?.alert ?? spare, now);
    if (attachment === undefined || !isShownTo(attachment, found.side)) throw unknown();
    return { attachment, found };
  };

  const link = async ({ id }: Attachment, which: KeptFile, now: Date) => ({
    url: await files.link(id, which, LINK_SECONDS),
    expiresAt: after(now, LINK_SECONDS),
  });

  const uploadOf = async (attachment: Attachment, now: Date): Promise<AttachmentView["upload"]> => {
    const { id, upload, size } = attachment;
    const arrived = await files.arrived(id, upload);
    if (arrived === undefined) return undefined;
    const parts = attachment.parts.map((sha256, n) => ({
      number: n + 1,
      size: partSize(size, n + 1),
      sha256,
    }));
    const isThere = (part: (typeof parts)[number]): boolean =>
      arrived.some(({ number, size: sent }) => number === part.number && sent === part.size);
    const missing = parts.filter((part) => !isThere(part));
    const signed = await files.sign(id, upload, missing, UPLOAD_SECONDS);
    return {
      parts: parts.map((part) => {
        const { url, headers } = signed.find(({ number }) => number === part.number) ?? {};
        return {
          number: part.number,
          size: part.size,
          isThere: url === undefined,
          ...(url === undefined ? {} : { url }),
          ...(headers === undefined ? {} : { headers: { ...headers } }),
        };
      }),
      expiresAt: after(now, UPLOAD_SECONDS),
    };
  };

  const view = async (attachment: Attachment, found: Reached, now: Date): Promise<AttachmentView> => {
    const line = attachmentLine(attachment, await tlpOf(store, found));
    const { alert, state } = attachment;
    const upload = state === "awaited" ? await uploadOf(attachment, now) : undefined;
    return {
      ...line,
      alert,
      ...(upload === undefined ? {} : { upload }),
      ...(state === "clean" ? { download: await link(attachment, "file", now) } : {}),
      ...(line.hasThumbnail ? { thumbnail: await link(attachment, "thumbnail", now) } : {}),
    };
  };

  /** All that this side sees of an alert's, with links to their thumbnails. */
  const rows = async (found: Reached, alert: string, now: Date) => {
    const [all, tlp] = await Promise.all([attachmentsOf(store, alert), tlpOf(store, found)]);
    return Promise.all(
      all
        .filter((attachment) => isShownTo(attachment, found.side))
        .map(async (attachment) => {
          const line: AttachmentLine = attachmentLine(attachment, tlp);
          return line.hasThumbnail ? { ...line, thumbnail: await link(attachment, "thumbnail", now) } : line;
        }),
    );
  };

  return { load, view, rows };
};
