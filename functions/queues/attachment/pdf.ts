import { inflateSync } from "node:zlib";

/** What acts, carries files or sends something when a document is opened (ISO 32000-2, 12.6.4, 7.11, 12.7.8). */
const ACTIVE =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Movie|Sound|3D)(?![A-Za-z0-9#])/;
const PROTECTED = /\/Encrypt(?![A-Za-z0-9#])/;

/** Where programs look for the end of a document. */
const TAIL = 1024;
/** What compressed objects may come to, all together. */
const OBJECTS_LIMIT = 64 * 1024 * 1024;

export type PdfFinding = "sound" | "unreadable" | "active" | "protected";

/** A name's letters may be written as their numbers: `/J#53` is `/JS`. */
const plainNames = (text: string): string =>
  text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );

const STREAM = /stream\r?\n([\s\S]*?)endstream/g;

/** The objects that a document keeps compressed; undefined where they cannot be read. */
const compressedObjects = (text: string): string | undefined => {
  const read: string[] = [];
  let left = OBJECTS_LIMIT;
  for (const match of text.matchAll(STREAM)) {
    const before = text.lastIndexOf(" obj", match.index);
    const dictionary = plainNames(text.slice(Math.max(before, match.index - 2000), match.index));
    if (!/\/Type\s*\/ObjStm/.test(dictionary)) continue;
    const bytes = Buffer.from(match[1] ?? "", "latin1");
    if (!dictionary.includes("/Filter")) {
      read.push(bytes.toString("latin1"));
      continue;
    }
    try {
      const inflated = inflateSync(bytes, { maxOutputLength: Math.max(left, 1) });
      left -= inflated.length;
      read.push(inflated.toString("latin1"));
    } catch {
      return undefined;
    }
  }
  return read.join("\n");
};

/**
 * Whether a document is one to look at alone. Its pictures and pages are left out, where bytes may spell anything; its objects are
 * read, the compressed ones, too. This is no interpreter of PDF: what hides deeper is the malware scanner's.
 */
export const examinePdf = (file: Buffer): PdfFinding => {
  if (!/^%PDF-[12]\.\d/.test(file.toString("latin1", 0, 8))) return "unreadable";
  if (!file.subarray(-TAIL).includes("%%EOF")) return "unreadable";
  const text = file.toString("latin1");
  const compressed = compressedObjects(text);
  const objects = plainNames(text.replaceAll(STREAM, "stream endstream"));
  if (PROTECTED.test(objects)) return "protected";
  if (compressed === undefined) return "unreadable";
  return ACTIVE.test(objects) || ACTIVE.test(plainNames(compressed)) ? "active" : "sound";
};
