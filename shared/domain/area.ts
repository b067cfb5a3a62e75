import * as z from "zod/mini";
import { CountryCode } from "./place.ts";
import { asReported } from "./text.ts";

/** Where the goods were found, sold or are to be expected (CAP 1.2 area), whatever way they came. */
export const Area = z
  .strictObject({
    countries: z.optional(
      z.array(CountryCode).check(
        z.minLength(1, "Name at least one country, or leave the list out."),
        z.maxLength(250, "There are at most 250 countries."),
        z.refine((codes) => new Set(codes).size === codes.length, "Name each country once."),
        z.describe("ISO 3166-1 alpha-2"),
      ),
    ),
    asReported: asReported("The countries"),
  })
  .check(
    z.describe(
      "Where the goods were found, sold or are to be expected (CAP 1.2 area), whatever way they came",
    ),
  );
export type Area = z.infer<typeof Area>;
