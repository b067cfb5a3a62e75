import * as z from "zod/mini";
import {
  ATTACHMENTS_PER_ALERT,
  AttachmentInput,
  attachmentStates,
  MediaType,
  refusalCodes,
  ScanResult,
} from "../domain/attachment.ts";
import { Tlp } from "../domain/audience.ts";
import { Id, Instant } from "../domain/identifiers.ts";
import { byId } from "./common.ts";
import type { Noun } from "./endpoint.ts";

/** Good for a minute at most, for whoever has it; another one is asked for, and decided on, each time. */
const Link = z.object({
  url: z.string().check(z.describe("Straight from S3, always as a download")),
  expiresAt: Instant,
});

/** An attachment as the alert's view lists it. */
export const AttachmentLine = z.object({
  id: Id,
  fileName: z.string(),
  mediaType: MediaType,
  size: z.int().check(z.describe("Bytes, as it is given out; before that, as it was sent")),
  sha256: z
    .string()
    .check(z.describe("SHA-256, hexadecimal, of what is given out: an image without its metadata")),
  tlp: Tlp,
  caption: z.optional(z.string()),
  state: z
    .enum(attachmentStates)
    .check(
      z.describe(
        "awaited; quarantined: being checked; clean: given out; refused. Readers see clean ones alone",
      ),
    ),
  refusal: z.optional(
    z
      .object({ code: z.enum(refusalCodes), detail: z.string() })
      .check(z.describe("Why, and what would be right")),
  ),
  scan: z.optional(ScanResult).check(z.describe("What a malware scanner said, where the exchange has one")),
  hasThumbnail: z.boolean(),
  createdAt: Instant,
});
export type AttachmentLine = z.infer<typeof AttachmentLine>;

const PartView = z.object({
  number: z.int(),
  size: z.int(),
  isThere: z.boolean(),
  url: z.optional(z.string()).check(z.describe("PUT the part's bytes here; absent of one that is there")),
  headers: z.optional(z.record(z.string(), z.string())).check(z.describe("To be sent with it, as they are")),
});

export const AttachmentView = z.object({
  ...AttachmentLine.shape,
  alert: Id,
  /** Of one that is awaited, to its author's side. */
  upload: z.optional(z.object({ parts: z.array(PartView), expiresAt: Instant })),
  download: z.optional(Link),
  thumbnail: z.optional(Link),
});
export type AttachmentView = z.infer<typeof AttachmentView>;

const AttachmentRow = z.object({ ...AttachmentLine.shape, thumbnail: z.optional(Link) });

export const attachments = {
  list: {
    method: "GET",
    path: "/v1/attachments",
    summary: `List an alert's attachments, at most ${ATTACHMENTS_PER_ALERT}, with links to their thumbnails`,
    access: "alerts.read",
    query: z.strictObject({ alert: Id }),
    status: 200,
    response: z.object({ items: z.array(AttachmentRow) }),
    refusals: ["unknown", "gone"],
  },
  create: {
    method: "POST",
    path: "/v1/attachments",
    summary: "Announce a photo or PDF for a draft, and get the addresses that its parts are PUT to",
    access: "alerts.draft",
    body: AttachmentInput,
    status: 201,
    response: AttachmentView,
    refusals: ["unknown", "conflict", "gone"],
  },
  complete: {
    method: "POST",
    path: "/v1/attachments/{id}/complete",
    summary: "Say that all parts were sent; the file is then checked",
    access: "alerts.draft",
    params: byId,
    status: 202,
    response: AttachmentView,
    refusals: ["conflict", "gone"],
  },
  get: {
    method: "GET",
    path: "/v1/attachments/{id}",
    summary: "Show an attachment: which parts are missing, or where to download it within a minute",
    access: "alerts.read",
    params: byId,
    status: 200,
    response: AttachmentView,
    refusals: ["gone"],
  },
  remove: {
    method: "DELETE",
    path: "/v1/attachments/{id}",
    summary: "Take an attachment off a draft",
    access: "alerts.draft",
    params: byId,
    status: 204,
    refusals: ["conflict", "gone"],
  },
} as const satisfies Noun;
