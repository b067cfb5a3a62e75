import { createHash } from "node:crypto";
import type { AttachmentFiles } from "../../domain/attachment-files.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Where files arrive and are kept, in memory. `put` is what sending to a signed address is. */
export const memoryAttachmentFiles = () => {
  const uploads = new Map<string, Map<number, Uint8Array>>();
  const quarantine = new Map<string, Uint8Array>();
  const kept = new Map<
    string,
    { readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string }
  >();
  const signed = new Map<string, { upload: string; number: number; size: number; sha256: string }>();
  let count = 0;

  const files: AttachmentFiles = {
    begin: async () => {
      const upload = `upload-${++count}`;
      uploads.set(upload, new Map());
      return upload;
    },
    sign: async (id, upload, parts) =>
      parts.map((part) => {
        const url = `https://files.example/quarantine/${id}?uploadId=${upload}&partNumber=${part.number}`;
        signed.set(url, { upload, ...part });
        return {
          number: part.number,
          url,
          headers: { "x-amz-checksum-sha256": Buffer.from(part.sha256, "hex").toString("base64") },
        };
      }),
    arrived: async (_, upload) => {
      const parts = uploads.get(upload);
      if (parts === undefined) return undefined;
      return [...parts]
        .sort(([a], [b]) => a - b)
        .map(([number, bytes]) => ({ number, size: bytes.length, sha256: sha256(bytes) }));
    },
    finish: async (id, upload) => {
      const parts = uploads.get(upload);
      if (parts === undefined) return;
      quarantine.set(id, Buffer.concat([...parts].sort(([a], [b]) => a - b).map(([, bytes]) => bytes)));
      uploads.delete(upload);
    },
    read: async (id) => quarantine.get(id),
    keep: async (id, which, bytes, as) => {
      kept.set(`clean/${id}/${which}`, { bytes, ...as });
    },
    link: async (id, which, seconds) => `https://files.example/clean/${id}/${which}?expires=${seconds}`,
    clear: async (id, upload) => {
      uploads.delete(upload);
      quarantine.delete(id);
    },
    remove: async (id) => {
      for (const which of ["file", "thumbnail"]) kept.delete(`clean/${id}/${which}`);
    },
  };

  const put = (url: string, bytes: Uint8Array): number => {
    const part = signed.get(url);
    const parts = part && uploads.get(part.upload);
    if (part === undefined || parts === undefined) return 404;
    if (part.size !== bytes.length) return 403;
    if (part.sha256 !== sha256(bytes)) return 400;
    parts.set(part.number, bytes);
    return 200;
  };
  return { ...files, put, quarantine, kept };
};
