import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { imageSize } from "image-size";
import { type Attachment, MAX_PIXELS, type Refusal } from "../../../shared/domain/attachment.ts";
import { endsAsZip, holdsArchive } from "./archive.ts";
import { stripJpeg } from "./jpeg.ts";
import { examinePdf } from "./pdf.ts";
import { stripPng } from "./png.ts";

export type Inspection = { readonly refusal: Refusal } | { readonly file: Buffer };

const sizeOf = (file: Buffer) => {
  try {
    return imageSize(file);
  } catch {
    return undefined;
  }
};

const inspectImage = (file: Buffer, mediaType: "image/jpeg" | "image/png"): Inspection => {
  const size = sizeOf(file);
  if (size === undefined) return { refusal: "unreadable" };
  if (size.width * size.height > MAX_PIXELS) return { refusal: "pixels" };
  const stripped = mediaType === "image/jpeg" ? stripJpeg(file, size.orientation) : stripPng(file);
  if (stripped === undefined) return { refusal: "unreadable" };
  return holdsArchive(stripped.trailing) ? { refusal: "archive" } : { file: stripped.image };
};

/** Whether a file is what was said of it, and what of it is given out. Nothing is decoded yet. */
export const inspect = async (
  file: Buffer,
  { size, sha256, mediaType }: Pick<Attachment, "size" | "sha256" | "mediaType">,
): Promise<Inspection> => {
  if (file.length !== size) return { refusal: "length" };
  if (createHash("sha256").update(file).digest("hex") !== sha256) return { refusal: "digest" };
  const found = await fileTypeFromBuffer(file).catch(() => undefined);
  if (found?.mime !== mediaType) return { refusal: "type" };
  if (endsAsZip(file)) return { refusal: "archive" };
  if (mediaType !== "application/pdf") return inspectImage(file, mediaType);
  const finding = examinePdf(file);
  return finding === "sound" ? { file } : { refusal: finding };
};
