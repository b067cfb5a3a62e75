import * as z from "zod/mini";
import { countryCodes } from "../reference/countries.ts";
import { text } from "./text.ts";

const SHAPE = "A country is written as its ISO 3166-1 code: two capital letters, such as CN.";

const wrongCountry = (code: string): string =>
  /^[A-Z]{2}$/.test(code) ? `${code} is no ISO 3166-1 country code. ${SHAPE}` : SHAPE;

export const CountryCode = z.string(SHAPE).check(
  z.refine((code) => countryCodes.has(code), { error: ({ input }) => wrongCountry(String(input)) }),
  z.describe("ISO 3166-1 alpha-2, or XK"),
);

/** A place on a route. */
export const Place = z
  .strictObject({
    country: CountryCode,
    place: z.optional(text({ max: 120 })),
    locode: z.optional(
      z
        .string()
        .check(
          z.regex(
            /^[A-Z]{2}[A-Z2-9]{3}$/,
            "A UN/LOCODE has two letters for the country and three for the place, such as FRLEH.",
          ),
          z.describe("UN/LOCODE, without a space"),
        ),
    ),
  })
  .check(
    // XZ is UN/LOCODE's own for installations in international waters.
    z.refine(
      ({ country, locode }) => locode === undefined || locode.startsWith(country) || locode.startsWith("XZ"),
      { path: ["locode"], error: "A UN/LOCODE begins with the code of its country." },
    ),
  );
export type Place = z.infer<typeof Place>;

/** Where a consignment came from, passed, and was going to; each part only where it is known. */
export const Route = z
  .strictObject({
    departure: z.optional(Place),
    transits: z.optional(z.array(Place).check(z.maxLength(10, "A route has at most ten transits."))),
    destination: z.optional(Place),
  })
  .check(
    z.refine(
      ({ departure, transits = [], destination }) =>
        departure !== undefined || destination !== undefined || transits.length > 0,
      "A route names at least one place; leave it out when none is known.",
    ),
  );
export type Route = z.infer<typeof Route>;
