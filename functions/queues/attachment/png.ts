import { crc32 } from "node:zlib";

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** What a picture is drawn from (PNG, third edition, 11.2 and 11.3); text, time, Exif and private chunks are none of it. */
const drawn = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "cHRM",
  "gAMA",
  "iCCP",
  "sBIT",
  "sRGB",
  "cICP",
  "pHYs",
]);

export interface StrippedPng {
  readonly image: Buffer;
  readonly trailing: Buffer;
}

/** A PNG of nothing but its picture, unchanged. Undefined of what is no whole PNG. */
export const stripPng = (file: Buffer): StrippedPng | undefined => {
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return undefined;
  const kept: Buffer[] = [SIGNATURE];
  let at = SIGNATURE.length;
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > file.length) return undefined;
    const type = file.toString("latin1", at + 4, at + 8);
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return undefined;
    if (drawn.has(type)) kept.push(file.subarray(at, end));
    if (type === "IEND") return { image: Buffer.concat(kept), trailing: file.subarray(end) };
    at = end;
  }
  return undefined;
};
