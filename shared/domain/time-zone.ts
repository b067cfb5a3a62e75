import * as z from "zod/mini";

const isKnown = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

/** An offset such as +03:00 is refused: it would be wrong for half of the year where clocks are changed. */
export const TimeZone = z.string().check(
  z.maxLength(60),
  z.refine(
    (zone) => /^[A-Z]/.test(zone) && isKnown(zone),
    "A time zone is named as the IANA database does, such as Africa/Nairobi.",
  ),
  z.describe("IANA time zone"),
);
export type TimeZone = z.infer<typeof TimeZone>;
