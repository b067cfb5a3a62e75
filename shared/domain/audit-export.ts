import * as z from "zod/mini";
import { Digest, SealedEntry, Seq } from "./audit-chain.ts";
import { Checkpoint, Inclusion } from "./checkpoint.ts";
import { AdministrationCode } from "./identifiers.ts";

/*
 * An export of a trail, one JSON value a line, in this order: what it is of; the entries; after an entry that a checkpoint
 * holds, that checkpoint and the way from the entry to its root; the end. Every field takes part in the proof
 * (audit-proof.ts): what nobody can prove is not in it.
 */

export const TrailLine = z.object({
  kind: z.literal("trail"),
  administration: AdministrationCode,
  from: Seq,
  to: z.int().check(z.describe("The last entry of this export; before `from` when the trail is empty")),
  after: Digest.check(z.describe("The hash of the entry before the first one; zeros at the beginning")),
});

export type TrailLine = z.infer<typeof TrailLine>;

export const EntryLine = z.object({ kind: z.literal("entry"), ...SealedEntry.shape });

export const CheckpointLine = z.object({
  kind: z.literal("checkpoint"),
  checkpoint: Checkpoint,
  inclusion: Inclusion,
});

export type CheckpointLine = z.infer<typeof CheckpointLine>;

export const EndLine = z.object({ kind: z.literal("end"), administration: AdministrationCode, seq: z.int() });

export const ExportLine = z.discriminatedUnion("kind", [TrailLine, EntryLine, CheckpointLine, EndLine]);
export type ExportLine = z.infer<typeof ExportLine>;
