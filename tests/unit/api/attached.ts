import { v7 } from "uuid";
import type { Attachment } from "../../../shared/domain/attachment.ts";

/** A photograph that was checked. */
export const clean = (alert: string, administration: string): Attachment => {
  const at = new Date().toISOString();
  const sha256 = "0".repeat(64);
  return {
    ...{ id: v7(), alert, administration, place: 1, createdBy: v7(), createdAt: at, changedAt: at },
    ...{ revision: 3, fileName: "photo.png", mediaType: "image/png", size: 3, sha256, parts: [sha256] },
    state: "clean",
    upload: "upload",
    scan: "not-scanned",
    kept: { size: 3, sha256, hasThumbnail: true },
  };
};
