import * as z from "zod/mini";
import { isHsCode } from "../reference/hs-2022.ts";
import { unitCodes } from "../reference/units.ts";
import { CommodityCategory } from "./commodity-category.ts";
import { PartialDate } from "./partial-date.ts";
import { CountryCode } from "./place.ts";
import { text } from "./text.ts";

const wrongHs = (code: string): string | undefined => {
  if (!/^\d+$/.test(code)) return "An HS code has digits only, such as 3004 or 300490.";
  if (code.length !== 4 && code.length !== 6)
    return `An HS code has 4 or 6 digits; ${code} has ${code.length}.${
      code.length > 4 && isHsCode(code.slice(0, 4)) ? ` The heading is ${code.slice(0, 4)}.` : ""
    }`;
  if (isHsCode(code)) return undefined;
  return `${code} is not in HS 2022.${
    code.length === 6 && isHsCode(code.slice(0, 4)) ? ` The heading ${code.slice(0, 4)} is.` : ""
  }`;
};

/** A code of the Harmonized System, never without its edition: HS 2028 moves the vaccines. */
export const Hs = z.strictObject({
  edition: z.literal("HS2022"),
  code: z.string('An HS code is a text, such as "3004".').check(
    z.refine((code) => wrongHs(code) === undefined, { error: ({ input }) => wrongHs(String(input)) ?? "" }),
    z.describe("Heading (4 digits) or subheading (6 digits) of HS 2022, without a dot"),
  ),
});

/** The beginning of HS codes: a chapter, heading or subheading. */
export const HsPrefix = z.string('An HS code is a text, such as "3004".').check(
  z.refine((code) => /^(\d{2}|\d{4}|\d{6})$/.test(code) && isHsCode(code), {
    error: ({ input }) =>
      `${String(input)} is not in HS 2022; write the 2, 4 or 6 digits of a chapter, heading or subheading, such as 30 or 3004.`,
  }),
  z.describe("Chapter (2 digits), heading (4) or subheading (6) of HS 2022, without a dot"),
);

/** How many or how much, in a unit of UN/ECE Rec 20, a package of Rec 21, or the reporter's own word. */
export const Quantity = z
  .strictObject({
    value: z
      .number({
        error: ({ input }) => (input === undefined ? "This is required." : "A quantity is a number."),
      })
      .check(
        z.positive("A quantity is greater than 0."),
        z.maximum(1e12, "A quantity is at most 1,000,000,000,000."),
        z.refine((value) => Number(value.toFixed(3)) === value, "A quantity has at most three decimals."),
        z.describe("In the unit beside it"),
      ),
    unit: z.optional(
      z.string("A unit is written as its code, such as KGM.").check(
        z.refine((code) => unitCodes.has(code), {
          error: ({ input }) =>
            `${String(input)} is neither a unit of UN/ECE Rec 20 nor a package of Rec 21 in use here; write its word as unitText instead.`,
        }),
        z.describe("UN/ECE Rec 20 unit or Rec 21 package code"),
      ),
    ),
    unitText: z.optional(text({ max: 60 })),
  })
  .check(
    z.refine(
      ({ unit, unitText }) => (unit === undefined) !== (unitText === undefined),
      "A quantity has either a unit, by its code, or a unitText, in words: one of the two.",
    ),
  );

/**
 * One line of goods: its category and what it is; the rest where it is known. What forged goods carry is
 * recorded as it stands on them: dates may contradict each other, a manufacturer need not exist.
 */
export const Goods = z.strictObject({
  category: CommodityCategory,
  description: text({ max: 300 }).check(z.describe("What the goods are, in the author's words")),
  hs: z.optional(Hs),
  quantity: z.optional(Quantity),
  brand: z.optional(text({ max: 120 }).check(z.describe("Mark on the goods, as printed"))),
  statedManufacturer: z.optional(
    text({ max: 200 }).check(z.describe("Manufacturer as the goods or their papers state it")),
  ),
  batches: z.optional(
    z
      .array(text({ max: 60 }))
      .check(
        z.maxLength(100, "A line of goods has at most 100 batches."),
        z.describe("Batch or lot numbers, as printed"),
      ),
  ),
  manufactured: z.optional(PartialDate),
  expires: z.optional(PartialDate),
  origin: z.optional(CountryCode.check(z.describe("Country of manufacture, as stated (ISO 3166-1 alpha-2)"))),
});
export type Goods = z.infer<typeof Goods>;
