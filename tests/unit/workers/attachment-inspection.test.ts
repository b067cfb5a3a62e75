import { deflateSync } from "node:zlib";
import jpegCodec from "@jimp/js-jpeg";
import pngCodec from "@jimp/js-png";
import { imageSize } from "image-size";
import { describe, expect, test } from "vitest";
import { inspect } from "../../../functions/queues/attachment/inspecting.ts";
import { thumbnailOf } from "../../../functions/queues/attachment/thumbnail.ts";
import type { MediaType } from "../../../shared/domain/attachment.ts";
import {
  boastfulPng,
  chunk,
  exif,
  jpegOf,
  jpegOfPixels,
  pdfOf,
  pngOf,
  segment,
  sha256,
  withSegments,
  zip,
} from "./pictures.ts";

const inspected = (file: Buffer, mediaType: MediaType, said: object = {}) =>
  inspect(file, { size: file.length, sha256: sha256(file), mediaType, ...said });

const kept = async (file: Buffer, mediaType: MediaType): Promise<Buffer> => {
  const found = await inspected(file, mediaType);
  if (!("file" in found)) throw new Error(`Refused: ${found.refusal}`);
  return found.file;
};

const photograph = await jpegOf(40, 30);
const comment = segment(0xfe, Buffer.from("by an officer"));
const xmp = segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<place/>"));

describe("a photograph", () => {
  test("is given out bit for bit when there is nothing in it but the picture", async () => {
    expect(await kept(photograph, "image/jpeg")).toEqual(photograph);
  });

  test("loses its place, its comments and its maker's notes, and nothing of the picture", async () => {
    const notes = segment(0xed, Buffer.from("Photoshop 3.0\0name"));
    const file = withSegments(photograph, exif(1), xmp, notes, comment);
    expect(await kept(file, "image/jpeg")).toEqual(photograph);
  });

  test.each([2, 3, 6, 8])("is still turned as it was (%s), and says nothing else", async (orientation) => {
    const image = await kept(withSegments(photograph, exif(orientation)), "image/jpeg");
    expect(imageSize(image).orientation).toBe(orientation);
    expect(image.length).toBe(photograph.length + 36);
    // 0x8825 points to the place.
    expect(image.includes(Buffer.from([0x88, 0x25]), 0)).toBe(photograph.includes(Buffer.from([0x88, 0x25])));
    const thumbnail = imageSize(await thumbnailOf(image));
    expect([thumbnail.width, thumbnail.height]).toEqual(orientation >= 5 ? [30, 40] : [40, 30]);
  });

  test("loses the film that a telephone keeps behind it", async () => {
    const film = Buffer.concat([photograph, Buffer.from("\0\0\0\x18ftypmp42 film", "latin1")]);
    expect(await kept(film, "image/jpeg")).toEqual(photograph);
  });

  test("loses what stands between its scans", async () => {
    const end = photograph.lastIndexOf(Buffer.from([0xff, 0xd9]));
    const file = Buffer.concat([photograph.subarray(0, end), comment, photograph.subarray(end)]);
    expect(await kept(file, "image/jpeg")).toEqual(photograph);
  });

  test.each([1, 3, 100, photograph.length - 2])("cut off after %s bytes is refused", async (length) => {
    expect(await inspected(photograph.subarray(0, length), "image/jpeg")).toHaveProperty("refusal");
  });
});

describe("a PNG", () => {
  test("loses its texts, its time and its Exif", async () => {
    const said = [
      chunk("tEXt", Buffer.from("Author\0An officer")),
      chunk("eXIf", Buffer.from("MM\0*place", "latin1")),
      chunk("tIME", Buffer.alloc(7)),
      chunk("prVt", Buffer.from("private")),
    ];
    expect(await kept(pngOf(5, 4, ...said), "image/png")).toEqual(pngOf(5, 4));
  });

  test("that is a ZIP, too, is refused", async () => {
    const both = Buffer.concat([pngOf(5, 4), zip()]);
    expect(await inspected(both, "image/png")).toEqual({ refusal: "archive" });
    const inside = pngOf(5, 4, chunk("zIPp", zip()));
    expect(await inspected(inside, "image/png")).toEqual({ refusal: "archive" });
    const padded = Buffer.concat([both, Buffer.alloc(100)]);
    expect(await inspected(padded, "image/png")).toEqual({ refusal: "archive" });
  });

  test("with a changed byte is refused", async () => {
    const broken = pngOf(5, 4);
    broken[40] = (broken[40] ?? 0) ^ 1;
    expect(await inspected(broken, "image/png")).toEqual({ refusal: "unreadable" });
  });

  test("of 20,000 × 20,000 pixels is refused by its header, before anything is decoded", async () => {
    expect(await inspected(boastfulPng(20_000, 20_000), "image/png")).toEqual({ refusal: "pixels" });
    expect(await inspected(boastfulPng(50_001, 1000), "image/png")).toEqual({ refusal: "pixels" });
    expect(await inspected(boastfulPng(50_000, 1000), "image/png")).toHaveProperty("file");
  });
});

describe("a document", () => {
  test("is given out as it is", async () => {
    const file = pdfOf();
    expect(await kept(file, "application/pdf")).toEqual(file);
  });

  test.each([
    "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
    "/OpenAction << /S /Launch /F (cmd.exe) >>",
    "/OpenAction << /S /J#61vaScript >>",
    "/Names << /EmbeddedFiles 5 0 R >>",
    "/AcroForm << /XFA 5 0 R >>",
  ])("with %s is refused", async (catalogue) => {
    expect(await inspected(pdfOf(catalogue), "application/pdf")).toEqual({ refusal: "active" });
  });

  test("with a script in a compressed object is refused", async () => {
    const packed = deflateSync(Buffer.from("5 0 << /S /JavaScript /JS (x) >>")).toString("latin1");
    const object = `4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj`;
    expect(await inspected(pdfOf("", object), "application/pdf")).toEqual({ refusal: "active" });
  });

  test("whose picture happens to have the bytes of a script's name is taken", async () => {
    const object = "4 0 obj\n<< /Type /XObject >>\nstream\n/JS /Launch \nendstream\nendobj";
    expect(await inspected(pdfOf("", object), "application/pdf")).toHaveProperty("file");
  });

  test("that is protected by a password is refused", async () => {
    const file = Buffer.from(pdfOf().toString("latin1").replace("/Root", "/Encrypt 9 0 R /Root"), "latin1");
    expect(await inspected(file, "application/pdf")).toEqual({ refusal: "protected" });
  });

  test("cut off is refused", async () => {
    expect(await inspected(pdfOf().subarray(0, 90), "application/pdf")).toEqual({ refusal: "unreadable" });
  });
});

test.each([
  ["an SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
  ["HTML", "<!doctype html><script>1</script>"],
  ["a ZIP", zip().toString("latin1")],
  ["a program", "MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff"],
  ["a script", "#!/bin/sh\necho"],
  ["nothing that is known", "\x00\x01\x02"],
])("%s is refused whatever it is said to be", async (_, content) => {
  for (const mediaType of ["image/jpeg", "image/png", "application/pdf"] as const)
    expect(await inspected(Buffer.from(content, "latin1"), mediaType)).toEqual({ refusal: "type" });
});

test("a picture of another type than was said is refused", async () => {
  expect(await inspected(pngOf(5, 4), "image/jpeg")).toEqual({ refusal: "type" });
  expect(await inspected(photograph, "image/png")).toEqual({ refusal: "type" });
  expect(await inspected(pdfOf(), "image/png")).toEqual({ refusal: "type" });
});

test("a file that is one byte short, or another one, is refused", async () => {
  const size = photograph.length + 1;
  expect(await inspected(photograph, "image/jpeg", { size })).toEqual({ refusal: "length" });
  const other = sha256(Buffer.from("other"));
  expect(await inspected(photograph, "image/jpeg", { sha256: other })).toEqual({ refusal: "digest" });
});

test("a thumbnail has at most 320 pixels on its longer side, and a small picture is not made larger", async () => {
  const size = (picture: Buffer) => imageSize(thumbnailOf(picture));
  expect(size(await jpegOf(1000, 500))).toMatchObject({ width: 320, height: 160, type: "jpg" });
  expect(size(pngOf(10, 1000))).toMatchObject({ width: 3, height: 320, type: "jpg" });
  expect(size(pngOf(5, 4))).toMatchObject({ width: 5, height: 4 });
});

/** 64 × 32 pixels, white but for the quarter at the top left. */
const markedAtTopLeft = (): Buffer => {
  const data = Buffer.alloc(64 * 32 * 4, 255);
  for (let y = 0; y < 16; y++) for (let x = 0; x < 32; x++) data.set([0, 0, 0, 255], (y * 64 + x) * 4);
  return jpegOfPixels(64, 32, data);
};

test.each([
  [1, "top left"],
  [2, "top right"],
  [3, "bottom right"],
  [4, "bottom left"],
  [5, "top left"],
  [6, "top right"],
  [7, "bottom right"],
  [8, "bottom left"],
])("a thumbnail of a picture that is turned (%s) is the right way up", (orientation, where) => {
  const { width, height, data } = jpegCodec().decode(
    thumbnailOf(withSegments(markedAtTopLeft(), exif(orientation))),
  );
  expect([width, height]).toEqual(orientation > 4 ? [32, 64] : [64, 32]);
  const isDark = (x: number, y: number) =>
    (data[(Math.floor(y * height) * width + Math.floor(x * width)) * 4] ?? 0) < 128;
  const corners = {
    "top left": [0.2, 0.2],
    "top right": [0.8, 0.2],
    "bottom left": [0.2, 0.8],
    "bottom right": [0.8, 0.8],
  };
  const dark = Object.entries(corners).filter(([, [x = 0, y = 0]]) => isDark(x, y));
  expect(dark.map(([name]) => name)).toEqual([where]);
});

test("what can be seen through is white in a thumbnail, and no thumbnail says where its picture was taken", () => {
  const clear = pngCodec().encode({ width: 2, height: 2, data: Buffer.alloc(16, 0) });
  expect(jpegCodec().decode(thumbnailOf(clear)).data[0]).toBeGreaterThan(250);
  const thumbnail = thumbnailOf(withSegments(markedAtTopLeft(), exif(6)));
  expect(thumbnail.includes(Buffer.from("Exif"))).toBe(false);
});
