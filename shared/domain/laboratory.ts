import * as z from "zod/mini";
import { PartialDate } from "./partial-date.ts";
import { asReported, lines, printed, text } from "./text.ts";

export const laboratoryResults = [
  "pending",
  "conforms",
  "no-active-ingredient",
  "wrong-active-ingredient",
  "too-little-active-ingredient",
  "too-much-active-ingredient",
  "undeclared-active-ingredient",
  "contaminated",
  "does-not-perform",
  "other-fault",
  "inconclusive",
] as const;

/** What a laboratory found; after the WHO's form for substandard and falsified medical products. */
export const Laboratory = z
  .strictObject({
    result: z.optional(
      z
        .enum(laboratoryResults)
        .check(z.describe("Its gravest finding; does-not-perform: filtration, sterility, a test's accuracy")),
    ),
    resultAsReported: asReported("The result"),
    laboratory: z.optional(text({ max: 200 }).check(z.describe("Its name and country"))),
    date: z.optional(PartialDate),
    report: z.optional(printed({ max: 60 }).check(z.describe("Number of the report"))),
    findings: z.optional(lines({ max: 2000 }).check(z.describe("Method, amounts with their units"))),
  })
  .check(
    z.describe(
      "What a laboratory found (after the WHO's form for substandard and falsified medical products)",
    ),
  );
export type Laboratory = z.infer<typeof Laboratory>;

export const adverseReactionStandings = ["none-known", "suspected", "confirmed"] as const;

const people = (what: string) =>
  z.optional(
    z
      .int("This is a whole number.")
      .check(
        z.minimum(0, "This is not below 0."),
        z.maximum(10_000_000, "This is at most 10,000,000."),
        z.describe(what),
      ),
  );

/** Harm to people who used the goods; nothing here may name or describe one of them. */
export const AdverseReactions = z
  .strictObject({
    standing: z.optional(
      z.enum(adverseReactionStandings).check(z.describe("Whether harm from the goods is known")),
    ),
    standingAsReported: asReported("The harm"),
    cases: people("People harmed, the dead included"),
    deaths: people("People who died"),
    text: z.optional(
      lines({ max: 2000 }).check(z.describe("What is known of the harm, in the author's words")),
    ),
  })
  .check(z.describe("Harm to people who used the goods; nothing here may name or describe one of them"));
export type AdverseReactions = z.infer<typeof AdverseReactions>;
