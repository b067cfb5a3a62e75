import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import jpegCodec from "@jimp/js-jpeg";

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export const chunk = (type: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
};

const header = (width: number, height: number): Buffer => {
  const content = Buffer.alloc(13);
  content.writeUInt32BE(width, 0);
  content.writeUInt32BE(height, 4);
  // Eight bits of grey.
  content.set([8, 0, 0, 0, 0], 8);
  return chunk("IHDR", content);
};

/** A grey PNG, with further chunks before its picture. */
export const pngOf = (width: number, height: number, ...between: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    header(width, height),
    ...between,
    chunk("IDAT", deflateSync(Buffer.alloc((width + 1) * height, 0))),
    chunk("IEND", Buffer.alloc(0)),
  ]);

/** A PNG that says it is so large, and has next to nothing in it. */
export const boastfulPng = (width: number, height: number): Buffer =>
  Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    header(width, height),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);

/** A JPEG of these red, green, blue and opaque bytes. */
export const jpegOfPixels = (width: number, height: number, data: Buffer): Buffer =>
  jpegCodec().encode({ width, height, data }, { quality: 90 });

/** A JPEG of noise, so that it has every kind of byte. */
export const jpegOf = async (width: number, height: number): Promise<Buffer> => {
  const data = Buffer.alloc(width * height * 4, 255);
  let seed = 7;
  data.forEach((_, n) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    data[n] = n % 4 === 3 ? 255 : seed & 255;
  });
  return jpegOfPixels(width, height, data);
};

/** A segment of a JPEG. */
export const segment = (marker: number, content: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, content]);
};

/** Exif with how the picture is turned, and a place where it was taken. */
export const exif = (orientation: number): Buffer => {
  const entry = (tag: number, type: number, count: number, value: readonly number[]) =>
    Buffer.from([tag >> 8, tag & 255, 0, type, 0, 0, 0, count, ...value]);
  return segment(
    0xe1,
    Buffer.concat([
      Buffer.from("Exif\0\0MM\0*\0\0\0\x08\0\x02", "latin1"),
      entry(0x01_12, 3, 1, [0, orientation, 0, 0]),
      entry(0x88_25, 4, 1, [0, 0, 0, 38]),
      Buffer.from([0, 0, 0, 0]),
      Buffer.from([0, 1]),
      entry(0x00_01, 2, 2, [0x4e, 0, 0, 0]),
      Buffer.from([0, 0, 0, 0]),
    ]),
  );
};

/** A picture with segments after its beginning. */
export const withSegments = (picture: Buffer, ...segments: readonly Buffer[]): Buffer =>
  Buffer.concat([picture.subarray(0, 2), ...segments, picture.subarray(2)]);

/** A ZIP of one stored file. */
export const zip = (): Buffer => {
  const [name, content] = [Buffer.from("a.txt"), Buffer.from("hidden")];
  const local = Buffer.alloc(30);
  local.write("PK\x03\x04", "latin1");
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.concat([local, name, content]);
  const central = Buffer.alloc(46);
  central.write("PK\x01\x02", "latin1");
  central.writeUInt16LE(name.length, 28);
  const directory = Buffer.concat([central, name]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(entry.length, 16);
  return Buffer.concat([entry, directory, end]);
};

/** A document of one empty page, with what else stands in its catalogue, and further objects. */
export const pdfOf = (catalogue = "", ...objects: readonly string[]): Buffer =>
  Buffer.from(
    [
      "%PDF-1.7",
      `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalogue} >>\nendobj`,
      "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj",
      "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj",
      ...objects,
      "trailer\n<< /Root 1 0 R >>\n%%EOF\n",
    ].join("\n"),
    "latin1",
  );
