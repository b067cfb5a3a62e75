import * as z from "zod/mini";

/** An id of ours: UUIDv7 (RFC 9562), so that ids sort by the time they were made. */
export const Id = z.uuidv7().check(z.describe("UUIDv7 (RFC 9562)"));
export type Id = z.infer<typeof Id>;

/** RFC 3339 in UTC with milliseconds. */
export const Instant = z.iso.datetime({ precision: 3 }).check(z.describe("RFC 3339, UTC"));
export type Instant = z.infer<typeof Instant>;

/** `FR` for a customs administration, `WCO` the secretariat, `RILO-…` regional offices, `X-…` observers. */
export const AdministrationCode = z
  .string()
  .check(
    z.regex(
      /^([A-Z]{2}|WCO|RILO-[A-Z0-9-]{2,30}|X-[A-Z0-9-]{2,30})$/,
      "An administration is named by its ISO 3166-1 code, such as FR.",
    ),
    z.describe("Administration: ISO 3166-1 alpha-2 code of a member; WCO for the secretariat"),
  );
export type AdministrationCode = z.infer<typeof AdministrationCode>;

export const SECRETARIAT: AdministrationCode = "WCO";
