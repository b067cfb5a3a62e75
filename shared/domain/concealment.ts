import * as z from "zod/mini";
import { asReported, lines } from "./text.ts";

export const concealmentMethods = [
  "none",
  "misdeclared",
  "not-declared",
  "among-other-goods",
  "in-other-packaging",
  "relabelled",
  "split-consignments",
  "hidden-space",
  "in-baggage",
  "on-person",
  "other",
] as const;

/** How the goods were hidden. */
export const Concealment = z
  .strictObject({
    method: z.optional(
      z.enum(concealmentMethods).check(z.describe("How the goods were hidden; list of our own")),
    ),
    methodAsReported: asReported("The method"),
    text: z.optional(lines({ max: 2000 }).check(z.describe("More about it, in the author's words"))),
  })
  .check(z.describe("How the goods were hidden"));
export type Concealment = z.infer<typeof Concealment>;
