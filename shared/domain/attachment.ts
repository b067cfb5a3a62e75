import * as z from "zod/mini";
import { Tlp } from "./audience.ts";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { lines, text } from "./text.ts";

/** 25 MB, as the file's own folder shows it: megabytes of a million bytes, so that 26 MB are over it however they are counted. */
export const MAX_SIZE = 25_000_000;
/** S3's least size of any part but the last. */
export const PART_SIZE = 5 * 1024 * 1024;
export const ATTACHMENTS_PER_ALERT = 20;
/** What one image may have: read from its header, before anything is decoded. A photograph of today's telephones has 12 to 50 million. */
export const MAX_PIXELS = 50_000_000;

/** What is taken, with the endings that its file's name may have. */
const endings = {
  "image/jpeg": [".jpg", ".jpeg"],
  "image/png": [".png"],
  "application/pdf": [".pdf"],
} as const;
export const mediaTypes = Object.keys(endings) as [keyof typeof endings, ...(keyof typeof endings)[]];
const WHAT_IS_TAKEN =
  "Photos as JPEG or PNG, and documents as PDF, can be attached. Save it as one of these.";
export const MediaType = z.enum(mediaTypes, { error: WHAT_IS_TAKEN });
export type MediaType = z.infer<typeof MediaType>;

export const isImage = (mediaType: MediaType): boolean => mediaType !== "application/pdf";

/** Format characters but the joiners that some scripts are written with; and what some system reads as more than a name. */
const UNFIT_IN_A_NAME = /[<>:"/\\|?*]|(?![\u200C\u200D])\p{Cf}/u;

/** A file's name alone. */
const FileName = text({ max: 150 }).check(
  z.refine(
    (name) => !UNFIT_IN_A_NAME.test(name),
    "Send the file's name alone: without folders, without < > : \" / \\ | ? * and without invisible characters.",
  ),
  z.refine((name) => !name.startsWith("."), "A file's name begins with another character than a full stop."),
);

/** Why a file of this name is not of that type; undefined when it may be. */
const nameConflict = (fileName: string, mediaType: MediaType): string | undefined => {
  const fitting = endings[mediaType];
  if (fitting.some((ending) => fileName.toLowerCase().endsWith(ending))) return undefined;
  return `The name of a file of type ${mediaType} ends in ${fitting.join(" or ")}.`;
};

const Sha256 = z.string({ error: "This is the SHA-256 of the bytes, as 64 hexadecimal digits." }).check(
  z.overwrite((value) => value.toLowerCase()),
  z.regex(/^[0-9a-f]{64}$/, "This is the SHA-256 of the bytes, as 64 hexadecimal digits."),
  z.describe("SHA-256, hexadecimal"),
);

/** How many parts of {@link PART_SIZE} a file goes up in; the last one is what remains. */
const partCount = (size: number): number => Math.max(1, Math.ceil(size / PART_SIZE));
export const partSize = (size: number, number: number): number =>
  Math.min(PART_SIZE, size - (number - 1) * PART_SIZE);

/** What a file is said to be, before it arrives. */
export const AttachmentInput = z.strictObject({
  alert: Id.check(z.describe("The draft that it is attached to")),
  fileName: FileName,
  mediaType: MediaType,
  size: z
    .int({ error: "This is the file's size in bytes." })
    .check(
      z.minimum(1, "The file is empty. Choose one with content."),
      z.maximum(
        MAX_SIZE,
        "A file has at most 25 MB (25,000,000 bytes). Make it smaller, or attach its parts.",
      ),
      z.describe("Bytes"),
    ),
  sha256: Sha256,
  parts: z.optional(
    z
      .array(Sha256)
      .check(
        z.maxLength(5),
        z.describe(
          "Above 5 MiB: the SHA-256 of each part of 5 MiB in their order; the last one may be shorter",
        ),
      ),
  ),
  caption: z.optional(lines({ max: 500 })),
  tlp: z.optional(Tlp).check(z.describe("Its own marking; absent: the alert's")),
});
export type AttachmentInput = z.infer<typeof AttachmentInput>;

/** Rules between fields; the pointer names the field to change. */
export const attachmentConflict = (
  input: AttachmentInput,
): { readonly pointer: string; readonly detail: string } | undefined => {
  const name = nameConflict(input.fileName, input.mediaType);
  if (name !== undefined) return { pointer: "/fileName", detail: name };
  const count = partCount(input.size);
  const parts = input.parts ?? (count === 1 ? [input.sha256] : []);
  if (parts.length !== count)
    return {
      pointer: "/parts",
      detail: `A file of ${input.size} bytes has ${count} parts of ${PART_SIZE} bytes, the last one shorter: send the SHA-256 of each.`,
    };
  if (count === 1 && parts[0] !== input.sha256)
    return {
      pointer: "/parts/0",
      detail: "A file in one part has one SHA-256: this is to be the same as sha256.",
    };
  return undefined;
};

export const attachmentStates = ["awaited", "quarantined", "clean", "refused"] as const;
export type AttachmentState = (typeof attachmentStates)[number];

/** The lifecycle as data. A refused one is removed and added anew: nothing leads out of it, nor out of what is given out. */
export const attachmentSteps = {
  complete: { from: "awaited", to: "quarantined" },
  pass: { from: "quarantined", to: "clean" },
  refuse: { from: "quarantined", to: "refused" },
} as const satisfies Record<string, { readonly from: AttachmentState; readonly to: AttachmentState }>;

/** Why a file that arrived is not given out, and what would be right. */
export const refusals = {
  missing: "The file did not arrive whole. Remove it and add it again.",
  length: "The file is longer or shorter than was said. Remove it and add it again.",
  digest:
    "The file's SHA-256 is another than was said: it was changed on its way. Remove it and add it again.",
  type: "Its content is not of the type that it was said to be. Save it as JPEG, PNG or PDF and add it again.",
  archive: "There is an archive hidden in it. Save the picture or document alone and add it again.",
  pixels: "The image has more than 50 million pixels. Make it smaller and add it again.",
  unreadable: "It cannot be read as a picture or document. Open it, save it anew and add it again.",
  active: "The document holds scripts, forms, files or actions. Print it to PDF and add that.",
  protected:
    "The document is protected by a password, so it cannot be checked. Save it without one and add it again.",
  malware: "The malware scanner found something in it. Do not open it; tell your security officer.",
} as const;
export type Refusal = keyof typeof refusals;
export const refusalCodes = Object.keys(refusals) as [Refusal, ...Refusal[]];

/** What a malware scanner said of it. */
const scanResults = ["not-scanned", "clean", "infected"] as const;
export const ScanResult = z.enum(scanResults);

/** What is given out: an image without what its camera wrote into it, so of another length and SHA-256 than was sent. */
const Kept = z.object({ size: z.int(), sha256: z.string(), hasThumbnail: z.boolean() });

export const Attachment = z.object({
  id: Id,
  alert: Id,
  /** Its author's. */
  administration: AdministrationCode,
  /** From 1 to {@link ATTACHMENTS_PER_ALERT}: two files cannot have one, so that there are never more. */
  place: z.int(),
  createdBy: Id,
  createdAt: Instant,
  changedAt: Instant,
  revision: z.int(),
  fileName: z.string(),
  mediaType: MediaType,
  size: z.int(),
  sha256: z.string(),
  parts: z.array(z.string()),
  caption: z.optional(z.string()),
  tlp: z.optional(Tlp),
  state: z.enum(attachmentStates),
  /** The name of its upload where files are kept. */
  upload: z.string(),
  refusal: z.optional(z.enum(refusalCodes)),
  scan: z.optional(ScanResult),
  kept: z.optional(Kept),
});
export type Attachment = z.infer<typeof Attachment>;

/** An upload that was not finished is given up a day after it was begun (infra/stacks/attachments.ts), and what was said of it with it. */
export const lapsesAt = ({ createdAt }: Pick<Attachment, "createdAt">): Date =>
  new Date(Date.parse(createdAt) + 24 * 3_600_000);

/** Its author's administration follows it from the beginning; everybody else sees what was checked. */
export const isShownTo = ({ state }: Attachment, side: "author" | "reviewer" | "reader"): boolean =>
  side === "author" || state === "clean";
