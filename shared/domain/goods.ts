import * as z from "zod/mini";
import { isHsCode } from "../reference/hs-2022.ts";
import { otherEditionOf } from "../reference/hs-other-editions.ts";
import { unitCodes } from "../reference/units.ts";
import { CommodityCategory } from "./commodity-category.ts";
import { Falsification } from "./falsification.ts";
import { Gtin } from "./gtin.ts";
import { IntellectualProperty } from "./intellectual-property.ts";
import { Medicine } from "./medicine.ts";
import { Money } from "./money.ts";
import { PartialDate } from "./partial-date.ts";
import { CountryCode } from "./place.ts";
import { asReported, hasUnseen, lines, printed, REMOVE_UNSEEN, text } from "./text.ts";

const wrongHs = (code: string): string | undefined => {
  const [foreign] = /[^\P{Nd}0-9]/u.exec(code) ?? [];
  if (foreign !== undefined) return `Write an HS code with the digits 0 to 9; ${foreign} is none of them.`;
  if (!/^\d+$/.test(code)) return "An HS code has digits only, such as 3004 or 300490.";
  if (code.length !== 4 && code.length !== 6)
    return `An HS code has 4 or 6 digits; ${code} has ${code.length}.${
      code.length > 4 && isHsCode(code.slice(0, 4)) ? ` The heading is ${code.slice(0, 4)}.` : ""
    }`;
  if (isHsCode(code)) return undefined;
  const other = otherEditionOf(code);
  if (other !== undefined)
    return `${code} is of HS ${other.edition}, not of HS 2022. Such goods are under ${other.now} there.`;
  return `${code} is not in HS 2022.${
    code.length === 6 && isHsCode(code.slice(0, 4)) ? ` The heading ${code.slice(0, 4)} is.` : ""
  }`;
};

/** A code of the Harmonized System, never without its edition: HS 2028 moves the vaccines. */
export const Hs = z
  .strictObject({
    edition: z
      .literal("HS2022", {
        error: ({ input }) =>
          `${input === undefined ? "An HS code is never without its edition" : `${String(input)} is not the edition in force`}: write HS2022. HS 2028 applies from 2028-01-01.`,
      })
      .check(z.describe("Edition of the Harmonized System; HS 2028 applies from 2028-01-01")),
    code: z.string('An HS code is a text, such as "3004".').check(
      z.refine((code) => wrongHs(code) === undefined, { error: ({ input }) => wrongHs(String(input)) ?? "" }),
      z.describe("Heading (4 digits) or subheading (6 digits) of HS 2022, without a dot"),
    ),
  })
  .check(z.describe("Code of the Harmonized System with its edition (WCO)"));

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
    unitText: z.optional(
      text({ max: 60 }).check(z.describe("The unit in words, where no code stands for it")),
    ),
  })
  .check(
    z.refine(
      ({ unit, unitText }) => (unit === undefined) !== (unitText === undefined),
      "A quantity has either a unit, by its code, or a unitText, in words: one of the two.",
    ),
    z.describe("How many or how much, in a unit of UN/ECE Rec 20, a package of Rec 21, or in words"),
  );

const numbers = <Entry extends z.ZodMiniType>(entry: Entry, what: string) =>
  z.optional(
    z
      .array(entry)
      .check(
        z.minLength(1, "Name at least one, or leave the list out."),
        z.maxLength(100, "A line of goods has at most 100 of them."),
        z.describe(what),
      ),
  );

/** The numbers that goods carry beside their batches. */
export const GoodsIdentifiers = z
  .strictObject({
    gtins: numbers(Gtin, "Article numbers"),
    serials: numbers(printed({ max: 60 }), "Serial numbers, as printed"),
    registrations: numbers(printed({ max: 60 }), "Marketing authorisations or certificates, as printed"),
    models: numbers(printed({ max: 60 }), "Model or article names, as printed"),
  })
  .check(z.describe("The numbers that the goods carry beside their batches"));
export type GoodsIdentifiers = z.infer<typeof GoodsIdentifiers>;

/**
 * One line of goods: its category and what it is; the rest where it is known. What forged goods carry is
 * recorded as it stands on them: dates may contradict each other, a manufacturer need not exist.
 */
export const Goods = z.strictObject({
  category: CommodityCategory,
  categoryAsReported: asReported("The category"),
  description: text({ max: 300 }).check(z.describe("What the goods are, in the author's words")),
  hs: z.optional(Hs),
  hsAsReported: asReported("The tariff code"),
  quantity: z.optional(Quantity),
  quantityAsReported: asReported("The quantity"),
  value: z.optional(Money.check(z.describe("Of the whole line, as the author values it; ISO 4217"))),
  valueAsReported: asReported("The value"),
  brand: z.optional(text({ max: 120 }).check(z.describe("Mark on the goods, as printed"))),
  marks: z.optional(printed({ max: 300 }).check(z.describe("Marks and numbers on the packages, as printed"))),
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
  batchesAsReported: z.optional(
    lines({ max: 5000 }).check(z.describe("The batches, in the words of whoever reported them")),
  ),
  manufactured: z.optional(PartialDate),
  manufacturedAsReported: asReported("The date of manufacture"),
  expires: z.optional(PartialDate),
  expiresAsReported: asReported("The date of expiry"),
  origin: z.optional(CountryCode.check(z.describe("Country of manufacture, as stated (ISO 3166-1 alpha-2)"))),
  originAsReported: asReported("The country of manufacture"),
  identifiers: z.optional(GoodsIdentifiers),
  medicine: z.optional(Medicine),
  falsification: z.optional(Falsification),
  ipr: z.optional(IntellectualProperty),
});
export type Goods = z.infer<typeof Goods>;

/** A brand or batch number that is not what it looks like. Of the other numbers and marks their schemas say it. */
export const unseenInGoods = (
  goods: readonly Goods[],
): { readonly pointer: string; readonly detail: string } | undefined => {
  const pointer = goods
    .flatMap(({ brand = "", batches = [] }, n) => [
      { pointer: `/goods/${n}/brand`, copied: brand },
      ...batches.map((copied, m) => ({ pointer: `/goods/${n}/batches/${m}`, copied })),
    ])
    .find(({ copied }) => hasUnseen(copied))?.pointer;
  return pointer === undefined ? undefined : { pointer, detail: REMOVE_UNSEEN };
};
