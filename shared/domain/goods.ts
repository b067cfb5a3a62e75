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
  return isHsCode(code) ? undefined : `${code} is not in HS 2022.`;
};

/** A code of the Harmonized System, never without its edition: HS 2028 moves the vaccines. */
export const Hs = z.strictObject({
  edition: z.literal("HS2022"),
  code: z.string().check(
    z.refine((code) => wrongHs(code) === undefined, { error: ({ input }) => wrongHs(String(input)) ?? "" }),
    z.describe("Heading (4 digits) or subheading (6 digits) of HS 2022, without a dot"),
  ),
});

/** The beginning of HS codes: a chapter, heading or subheading. */
export const HsPrefix = z.string().check(
  z.refine((code) => /^(\d{2}|\d{4}|\d{6})$/.test(code) && isHsCode(code), {
    error: ({ input }) => `${String(input)} is no chapter, heading or subheading of HS 2022.`,
  }),
);

/** How many or how much, in a unit of UN/ECE Rec 20, a package of Rec 21, or the reporter's own word. */
export const Quantity = z
  .strictObject({
    value: z.number("A quantity is a number.").check(
      z.positive("A quantity is greater than 0."),
      z.maximum(1e12, "A quantity is at most 1,000,000,000,000."),
      z.refine(
        (value) => Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-3,
        "A quantity has at most three decimals.",
      ),
    ),
    unit: z.optional(
      z.string().check(
        z.refine((code) => unitCodes.has(code), {
          error: ({ input }) =>
            `${String(input)} is neither a unit of UN/ECE Rec 20 nor a package of Rec 21; write its word as unitText.`,
        }),
        z.describe("UN/ECE Rec 20 unit or Rec 21 package code"),
      ),
    ),
    unitText: z.optional(text({ max: 60 })),
  })
  .check(
    z.refine(
      ({ unit, unitText }) => (unit === undefined) !== (unitText === undefined),
      "Give a quantity either a unit code or a unitText.",
    ),
  );

/** One line of goods: its category and what it is; the rest where it is known. */
export const Goods = z.strictObject({
  category: CommodityCategory,
  description: text({ max: 300 }),
  hs: z.optional(Hs),
  quantity: z.optional(Quantity),
  brand: z.optional(text({ max: 120 })),
  statedManufacturer: z.optional(text({ max: 200 })),
  batches: z.optional(z.array(text({ max: 60 })).check(z.maxLength(100, "A line has at most 100 batches."))),
  manufactured: z.optional(PartialDate),
  expires: z.optional(PartialDate),
  origin: z.optional(CountryCode),
});
export type Goods = z.infer<typeof Goods>;
