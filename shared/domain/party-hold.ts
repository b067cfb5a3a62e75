import * as z from "zod/mini";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { lines } from "./text.ts";

/** A hold is looked at anew at least so often; it can be prolonged without end. */
const HOLD_YEARS = 10;

/** Keeps whom an alert names from being erased, for proceedings; or lets go of it. */
export const HoldInput = z.strictObject({
  reference: z
    .string()
    .check(
      z.regex(/^[A-Z][A-Z0-9-]{1,60}$/, "A reference looks like IPR-2026-000123."),
      z.describe("Of a released alert"),
    ),
  until: z
    .optional(Instant)
    .check(z.describe("Nothing is erased until then; left out, the hold that there is ends now")),
  reason: lines({ max: 1000 }).check(z.describe("Which proceedings, or why it ends; without names")),
});
export type HoldInput = z.infer<typeof HoldInput>;

/** One of them. Where its end has passed it holds nothing any more. */
export const PartyHold = z.object({
  alert: Id,
  reference: z.string(),
  /** The alert's author. */
  administration: AdministrationCode,
  until: Instant,
  reason: z.string(),
  by: Id,
  at: Instant,
});
export type PartyHold = z.infer<typeof PartyHold>;

/** Why names cannot be held until then; undefined when they can. */
export const untilRefusal = (until: Instant, now: Date): string | undefined => {
  if (until <= now.toISOString()) return "A hold ends later than now. To end it now, leave its end out.";
  const last = new Date(now);
  last.setUTCFullYear(last.getUTCFullYear() + HOLD_YEARS);
  return until > last.toISOString()
    ? `A hold lasts ${HOLD_YEARS} years at most; it can be prolonged before its end.`
    : undefined;
};
