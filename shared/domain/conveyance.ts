import * as z from "zod/mini";
import { transportModes } from "../reference/transport-modes.ts";
import { AirWaybill } from "./air-waybill.ts";
import { ContainerNumber } from "./container-number.ts";
import { ImoNumber } from "./imo-number.ts";
import { PostalItem } from "./postal-item.ts";
import { asReported, printed, text } from "./text.ts";

const transportModeCodes = Object.keys(transportModes) as (keyof typeof transportModes)[];

const listOf = <Entry extends z.ZodMiniType>(entry: Entry, what: string) =>
  z.optional(
    z
      .array(entry)
      .check(
        z.minLength(1, "Name at least one, or leave the list out."),
        z.maxLength(50, "At most 50 fit here; name the others in the summary."),
        z.describe(what),
      ),
  );

/** What carried the goods on one leg of the route. */
export const Conveyance = z
  .strictObject({
    mode: z.optional(
      z
        .enum(transportModeCodes)
        .check(
          z.describe("Mode of transport: UN/ECE Recommendation 19, and express-courier, which it lacks"),
        ),
    ),
    modeAsReported: asReported("The mode of transport"),
    vessel: z.optional(printed({ max: 120 }).check(z.describe("Name of the ship or aircraft"))),
    imo: z.optional(ImoNumber),
    voyage: z.optional(printed({ max: 60 }).check(z.describe("Voyage or flight number"))),
    containers: listOf(ContainerNumber, "Container numbers"),
    seals: listOf(printed({ max: 60 }), "Seal numbers, as printed"),
    airWaybills: listOf(AirWaybill, "Air waybills"),
    billsOfLading: listOf(printed({ max: 60 }), "Bills of lading, as printed"),
    postalItems: listOf(PostalItem, "Postal items"),
    plates: listOf(printed({ max: 30 }), "Number plates of the vehicles, as they stand on them"),
    courier: z.optional(text({ max: 120 }).check(z.describe("Express carrier"))),
    consignments: listOf(printed({ max: 60 }), "Numbers of other consignment notes or parcels, as printed"),
  })
  .check(z.describe("What carried the goods on one leg of the route"));
export type Conveyance = z.infer<typeof Conveyance>;
