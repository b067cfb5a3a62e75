import * as z from "zod/mini";
import { asReported, lines, printed, text } from "./text.ts";

export const rightTypes = [
  "trademark",
  "copyright",
  "design",
  "patent",
  "supplementary-protection-certificate",
  "utility-model",
  "geographical-indication",
  "plant-variety",
  "trade-name",
  "semiconductor-topography",
] as const;
const RightType = z
  .enum(rightTypes)
  .check(z.describe("Kind of right (after Regulation (EU) No 608/2013, article 2)"));

/** The right that a product infringes. */
export const IntellectualProperty = z
  .strictObject({
    right: z.optional(RightType),
    rightAsReported: asReported("The right"),
    mark: z.optional(
      printed({ max: 120 }).check(z.describe("The mark, work or number that is protected, as registered")),
    ),
    niceClass: z.optional(
      z
        .int("A Nice class is a whole number.")
        .check(
          z.minimum(1, "Nice classes are 1 to 45."),
          z.maximum(45, "Nice classes are 1 to 45."),
          z.describe("Class of the Nice Classification (WIPO), 1 to 45; medicines are 5"),
        ),
    ),
    rightHolder: z.optional(text({ max: 200 }).check(z.describe("Whose right it is"))),
    applicationForAction: z.optional(
      printed({ max: 60 }).check(z.describe("Number of the right holder's application for action")),
    ),
    evidence: z.optional(lines({ max: 2000 }).check(z.describe("What shows the infringement"))),
  })
  .check(z.describe("The right that the product infringes"));
export type IntellectualProperty = z.infer<typeof IntellectualProperty>;
