import * as z from "zod/mini";
import { countryCodes } from "../reference/countries.ts";
import { PartialDate } from "./partial-date.ts";
import { asReported, text } from "./text.ts";

const SHAPE = "A country is written as its ISO 3166-1 code: two capital letters, such as CN.";

const wrongCountry = (code: string): string =>
  /^[A-Z]{2}$/.test(code) ? `${code} is no ISO 3166-1 country code. ${SHAPE}` : SHAPE;

export const CountryCode = z.string(SHAPE).check(
  z.refine((code) => countryCodes.has(code), { error: ({ input }) => wrongCountry(String(input)) }),
  z.describe("ISO 3166-1 alpha-2, or XK"),
);

export const LocodeShape = z
  .string()
  .check(
    z.regex(
      /^[A-Z]{2}[A-Z2-9]{3}$/,
      "A UN/LOCODE has two letters for the country and three for the place, such as FRLEH.",
    ),
    z.describe("UN/LOCODE, without a space"),
  );

/** XZ is UN/LOCODE's own for installations in international waters. */
export const isInCountry = (locode: string, country: string): boolean =>
  locode.startsWith(country) || locode.startsWith("XZ");

export const WRONG_COUNTRY_OF_LOCODE = "A UN/LOCODE begins with the code of its country.";

/** A place on a route. */
export const Place = z
  .strictObject({
    country: CountryCode,
    place: z.optional(text({ max: 120 }).check(z.describe("Its name, in the author's words"))),
    locode: z.optional(LocodeShape),
    date: z.optional(
      PartialDate.check(z.describe("When the goods were there, or are expected; EDTF level 0")),
    ),
  })
  .check(
    z.refine(({ country, locode }) => locode === undefined || isInCountry(locode, country), {
      path: ["locode"],
      error: WRONG_COUNTRY_OF_LOCODE,
    }),
    z.describe("A place on the route"),
  );
export type Place = z.infer<typeof Place>;

/** Where a consignment came from, passed, and was going to; each part only where it is known. */
export const Route = z
  .strictObject({
    departure: z.optional(Place),
    transits: z.optional(
      z
        .array(Place)
        .check(
          z.maxLength(10, "A route has at most ten transits."),
          z.describe("Places passed, in travelling order"),
        ),
    ),
    destination: z.optional(Place),
    asReported: asReported("The route"),
  })
  .check(
    z.refine(
      ({ departure, transits = [], destination, asReported: words }) =>
        departure !== undefined || destination !== undefined || transits.length > 0 || words !== undefined,
      "A route names at least one place; leave it out when none is known.",
    ),
    z.describe("Where the goods came from, passed, and were going to"),
  );
export type Route = z.infer<typeof Route>;
