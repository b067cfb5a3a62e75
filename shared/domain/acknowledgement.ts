import * as z from "zod/mini";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { lines } from "./text.ts";

export const acknowledgementResults = ["no-trace", "trace-found", "action-taken"] as const;

/** What an administration says when it acknowledges. */
export const AcknowledgementInput = z.strictObject({
  result: z.enum(acknowledgementResults),
  note: z.optional(lines({ max: 1000 })),
});
export type AcknowledgementInput = z.infer<typeof AcknowledgementInput>;

export const Acknowledgement = z.object({
  ...AcknowledgementInput.shape,
  administration: AdministrationCode,
  at: Instant,
  by: Id,
});
export type Acknowledgement = z.infer<typeof Acknowledgement>;

/** One administration's line of an alert's ledger. */
export const LedgerLine = z.object({
  administration: AdministrationCode,
  handedOverAt: z.optional(Instant),
  /** Mailboxes and phones that the notice was handed to; seen by their own administration and the author. */
  endpoints: z.int(),
  readAt: z.optional(Instant),
  acknowledgement: z.optional(z.object({ ...AcknowledgementInput.shape, at: Instant, by: z.optional(Id) })),
});
export type LedgerLine = z.infer<typeof LedgerLine>;
