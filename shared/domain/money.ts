import * as z from "zod/mini";
import { currencyCodes } from "../reference/currencies.ts";

/** An amount of money, in a currency of ISO 4217. */
export const Money = z.strictObject({
  amount: z
    .number({ error: ({ input }) => (input === undefined ? "This is required." : "An amount is a number.") })
    .check(
      z.nonnegative("An amount is not below 0."),
      z.maximum(1e12, "An amount is at most 1,000,000,000,000."),
      z.refine((value) => Number(value.toFixed(3)) === value, "An amount has at most three decimals."),
      z.describe("In the currency beside it"),
    ),
  currency: z.string("A currency is written as its code, such as EUR.").check(
    z.refine((code) => currencyCodes.has(code), {
      error: ({ input }) =>
        `${String(input)} is no currency of ISO 4217: write three capital letters, such as EUR.`,
    }),
    z.describe("ISO 4217 currency code"),
  ),
});
export type Money = z.infer<typeof Money>;
