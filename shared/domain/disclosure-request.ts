import * as z from "zod/mini";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { lines, text } from "./text.ts";

/** Parts of an alert that somebody may want to pass on, in the order of the record. */
export const disclosableParts = [
  "reference",
  "title",
  "summary",
  "event",
  "goods",
  "route",
  "conveyance",
  "detection",
  "concealment",
  "laboratory",
  "attachments",
  "parties",
] as const;
export type DisclosablePart = (typeof disclosableParts)[number];

/** What a reader's administration asks for: to pass on more than the marking allows. */
export const DisclosureInput = z
  .strictObject({
    to: z.optional(text({ max: 300 }).check(z.describe("To whom, in words: an authority, a right holder"))),
    administrations: z.optional(
      z.array(AdministrationCode).check(
        z.minLength(1, "Name at least one administration, or leave it out."),
        z.maxLength(50, "Name at most 50 administrations."),
        z.refine((codes) => new Set(codes).size === codes.length, "Name each administration once."),
      ),
    ),
    why: lines({ max: 1000 }),
    parts: z.array(z.enum(disclosableParts)).check(
      z.minLength(1, "Name at least one part of the alert."),
      z.refine((parts) => new Set(parts).size === parts.length, "Name each part once."),
    ),
  })
  .check(
    z.refine(({ to, administrations }) => to !== undefined || administrations !== undefined, {
      path: ["to"],
      error: "Say to whom: in words, or by the codes of administrations.",
    }),
  );
export type DisclosureInput = z.infer<typeof DisclosureInput>;

const disclosureStates = ["waiting", "granted", "refused"] as const;
export type DisclosureState = (typeof disclosureStates)[number];

/** What was asked, of which version, and what the author's administration made of it. */
export const DisclosureRequest = z.object({
  ...DisclosureInput.shape,
  id: Id,
  alert: Id,
  administration: AdministrationCode,
  by: Id,
  at: Instant,
  version: z.int(),
  state: z.enum(disclosureStates),
  decision: z.optional(z.object({ by: Id, at: Instant, reason: z.optional(z.string()) })),
});
export type DisclosureRequest = z.infer<typeof DisclosureRequest>;

/** As many of one administration's about one alert. */
export const DISCLOSURE_REQUESTS = 20;
