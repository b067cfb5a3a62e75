import * as z from "zod/mini";
import { PartialDate } from "./partial-date.ts";
import { CountryCode, isInCountry, LocodeShape, WRONG_COUNTRY_OF_LOCODE } from "./place.ts";
import { asReported, text } from "./text.ts";

export const locationTypes = [
  "seaport",
  "airport",
  "land-border",
  "rail-terminal",
  "inland-port",
  "postal-centre",
  "express-hub",
  "warehouse",
  "free-zone",
  "factory",
  "shop-or-market",
  "pharmacy-or-hospital",
  "online",
  "premises",
  "road",
  "at-sea",
  "other",
] as const;

export const customsProcedures = [
  "home-use",
  "transit",
  "transhipment",
  "customs-warehousing",
  "free-zone",
  "temporary-admission",
  "inward-processing",
  "outward-processing",
  "exportation",
  "re-exportation",
  "re-importation",
  "postal-traffic",
  "travellers",
  "relief-consignments",
  "not-declared",
] as const;

export const directions = ["import", "export", "transit"] as const;

export const outcomes = ["detained", "seized", "released", "destroyed", "found"] as const;

/** What happened, where and when. */
export const AlertEvent = z
  .strictObject({
    date: z.optional(PartialDate),
    dateAsReported: asReported("The date"),
    place: z.optional(text({ max: 200 }).check(z.describe("In the author's words"))),
    locode: z.optional(LocodeShape),
    country: z.optional(CountryCode),
    locationType: z.optional(z.enum(locationTypes).check(z.describe("Kind of place; list of our own"))),
    locationTypeAsReported: asReported("The kind of place"),
    procedure: z.optional(
      z
        .enum(customsProcedures)
        .check(z.describe("Customs procedure (after the annexes of the revised Kyoto Convention)")),
    ),
    procedureAsReported: asReported("The customs procedure"),
    direction: z.optional(
      z.enum(directions).check(z.describe("Of the consignment, to whoever found the goods")),
    ),
    directionAsReported: asReported("The direction"),
    outcome: z.optional(z.enum(outcomes).check(z.describe("What became of the goods"))),
    outcomeAsReported: asReported("The outcome"),
  })
  .check(
    z.refine(
      ({ country, locode }) => country === undefined || locode === undefined || isInCountry(locode, country),
      { path: ["locode"], error: WRONG_COUNTRY_OF_LOCODE },
    ),
    z.describe("What happened, where and when"),
  );
export type AlertEvent = z.infer<typeof AlertEvent>;
