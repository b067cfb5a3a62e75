import { inflateSync } from "node:zlib";

/** What a page of a PDF says, as Chromium writes it: objects one by one, text as numbers of glyphs, a table of their letters. */
export const pdfTexts = (pdf: Buffer): readonly string[] => {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const shown = [...head.matchAll(/\/Contents\s+(\d+) 0 R/g)]
      .map(([, id]) => streamOf(objects, id))
      .join("");
    const fonts = new Map(
      [...resourcesOf(objects, head).matchAll(/\/(F\d+)\s+(\d+) 0 R/g)].map(([, name = "", id]) => [
        name,
        lettersOf(objects, id),
      ]),
    );
    return textOf(shown, fonts);
  });
};

interface PdfObject {
  readonly head: string;
  readonly stream: Buffer | undefined;
}
type Objects = ReadonlyMap<string, PdfObject>;

const objectsOf = (pdf: Buffer): Objects => {
  const written = pdf.toString("latin1");
  const found = new Map<string, PdfObject>();
  for (const { 0: opening, 1: id = "", index } of written.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const from = index + opening.length;
    const streamAt = written.indexOf("stream\n", from);
    const endAt = written.indexOf("endobj", from);
    if (streamAt < 0 || endAt < streamAt) {
      found.set(id, { head: written.slice(from, endAt), stream: undefined });
      continue;
    }
    const head = written.slice(from, streamAt);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    found.set(id, { head, stream: pdf.subarray(streamAt + 7, streamAt + 7 + length) });
  }
  return found;
};

const streamOf = (objects: Objects, id = ""): string => {
  const { head = "", stream } = objects.get(id) ?? {};
  if (stream === undefined) return "";
  return (head.includes("/FlateDecode") ? inflateSync(stream) : stream).toString("latin1");
};

/** Of a page alone, or of an object that several share. */
const resourcesOf = (objects: Objects, head: string): string => {
  const shared = /\/Resources\s+(\d+) 0 R/.exec(head)?.[1];
  return shared === undefined ? head : (objects.get(shared)?.head ?? "");
};

/** Which letters each glyph of a font stands for. */
const lettersOf = (objects: Objects, font = ""): ReadonlyMap<number, string> => {
  const table = streamOf(objects, /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? "")?.[1]);
  const letters = new Map<number, string>();
  const read = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, block = ""] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = "", letter = ""] of block.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(Number.parseInt(glyph, 16), read(letter));
  for (const [, block = ""] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = "", last = "", letter = ""] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let glyph = Number.parseInt(first, 16), n = 0; glyph <= Number.parseInt(last, 16); glyph++, n++)
        letters.set(glyph, String.fromCodePoint(Number.parseInt(letter, 16) + n));
  return letters;
};

/** Blanks that only move the pen are left out: what is looked for is looked for without them. */
const textOf = (shown: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string => {
  let letters: ReadonlyMap<number, string> | undefined;
  let text = "";
  for (const [, font, hex] of shown.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (font !== undefined) letters = fonts.get(font);
    else
      for (const [glyph] of (hex ?? "").matchAll(/.{4}/g))
        text += letters?.get(Number.parseInt(glyph, 16)) ?? "";
  }
  return text.replaceAll(/\s/g, "");
};
