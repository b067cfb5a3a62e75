import * as z from "zod/mini";
import { ShownEntry } from "../domain/audit.ts";
import { ChainHead, chainFaults, SealedEntry, Seq } from "../domain/audit-chain.ts";
import { ExportLine } from "../domain/audit-export.ts";
import { Checkpoint } from "../domain/checkpoint.ts";
import { AdministrationCode, Id, Instant } from "../domain/identifiers.ts";
import { pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";

const whose = {
  administration: z.optional(
    AdministrationCode.check(
      z.describe("Whose trail: the own one, which is the default; any for the secretariat's operator"),
    ),
  ),
};

const seq = (description: string) =>
  z.optional(
    z.coerce
      .number()
      .check(
        z.int("A position is a whole number."),
        z.minimum(1, "The first position is 1."),
        z.maximum(999_999_999_999, "No trail is as long."),
        z.describe(description),
      ),
  );

const range = {
  from: seq("Position of the first entry; 1 when left out"),
  to: seq("Position of the last entry; the trail's end when left out"),
  cursor: paging.cursor,
};

const word = (description: string) =>
  z.optional(z.string().check(z.minLength(1), z.maxLength(100), z.describe(description)));

const time = (description: string) =>
  z.optional(
    z.iso
      .datetime({ precision: 3, error: "Write a time in UTC, such as 2026-11-01T08:00:00.000Z." })
      .check(z.describe(description)),
  );

export const Verification = z.object({
  administration: AdministrationCode,
  from: Seq,
  to: z.int().check(z.describe("The last entry of the range that is being verified")),
  verifiedUpTo: z.int().check(z.describe("Every entry of the range up to this one is what was sealed")),
  signedUpTo: z
    .nullable(z.int())
    .check(z.describe("The last of them that a signed checkpoint of this page holds; null for none")),
  fault: z
    .nullable(
      z.object({
        seq: Seq,
        reason: z.enum(Object.keys(chainFaults) as [keyof typeof chainFaults]),
        detail: z.string(),
      }),
    )
    .check(z.describe("The first entry that is wrong, and why")),
  head: ChainHead.check(z.describe("The end of the trail now; position 0 when nothing is sealed yet")),
  nextCursor: z.nullable(z.string()).check(z.describe("null at the end of the range, and at a fault")),
});
export type Verification = z.infer<typeof Verification>;

/** A sealed entry; the hashes are over the whole of it, also where a part is not shown, and over no name. */
export const TrailEntry = z.object({
  ...SealedEntry.shape,
  entry: ShownEntry,
  actorName: z.optional(
    z.string().check(z.describe("What the person or system is called now; in the own trail alone")),
  ),
  subjectName: z.optional(
    z.string().check(z.describe("An alert's or application's reference, or a name; in the own trail alone")),
  ),
});
export type TrailEntry = z.infer<typeof TrailEntry>;

/** Where an entry should be and none can be read; verification says what is wrong with it. */
export const DamagedEntry = z.object({ seq: Seq, damaged: z.literal(true) });
export type DamagedEntry = z.infer<typeof DamagedEntry>;

/** Whom entries name as their actor. */
export const Actor = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(["person", "system-account"]),
  deletedAt: z.optional(Instant),
});
export type Actor = z.infer<typeof Actor>;

export const audit = {
  list: {
    method: "GET",
    path: "/v1/audit",
    summary: "Read an audit trail, the newest entry first; entries appear when they are sealed, in seconds",
    access: "audit.read",
    query: z.strictObject({
      ...paging,
      ...whose,
      actor: word(
        "Id of the person or system account; `system` for the exchange itself, `applicant` for somebody not signed in, `secretariat` for its help with accounts",
      ),
      action: word("Noun and verb, such as alerts.release; or the noun alone"),
      subject: word("Id, code or reference of what was changed or shown"),
      from: time("Entries of this time and later"),
      to: time("Entries of this time and earlier"),
    }),
    status: 200,
    response: pageOf(z.union([TrailEntry, DamagedEntry])),
    refusals: ["unknown"],
  },
  actors: {
    method: "GET",
    path: "/v1/audit/actors",
    summary: "List the own administration's people and systems by whom entries are, those deleted too",
    access: "audit.read",
    query: z.strictObject(paging),
    status: 200,
    response: pageOf(Actor),
  },
  verification: {
    method: "GET",
    path: "/v1/audit/verification",
    summary: "Prove a range of a trail against its chain and the signed checkpoints, a part at a time",
    access: "audit.read",
    query: z.strictObject({ ...whose, ...range }),
    status: 200,
    response: Verification,
    refusals: ["unknown"],
  },
  checkpoints: {
    method: "GET",
    path: "/v1/audit/checkpoints",
    summary: "List the signed checkpoints over all trails, the newest first",
    access: "audit.read",
    query: z.strictObject(paging),
    status: 200,
    response: pageOf(Checkpoint),
  },
  export: {
    method: "GET",
    path: "/v1/audit/export",
    summary:
      "Export a range of the own trail with all that proves it: each item of each page is one line of the file that npm run audit:verify reads",
    access: "audit.read",
    query: z.strictObject(range),
    status: 200,
    response: pageOf(ExportLine),
  },
} as const satisfies Noun;
