import * as z from "zod/mini";

const inCalendar = (value: string): boolean => {
  const [year = "", month = "01", day = "01"] = value.split("-");
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
};

/** A date at the precision it is known with: `2021`, `2021-04` or `2021-04-19` (EDTF level 0). */
export const PartialDate = z
  .string({ error: ({ input }) => (input === undefined ? "This is required." : "A date is a text.") })
  .check(
    z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
      error: "A date is written 2021, 2021-04 or 2021-04-19, as far as it is known.",
      abort: true,
    }),
    z.refine(inCalendar, { error: ({ input }) => `${String(input)} is not in the calendar.` }),
    z.describe("EDTF level 0 (ISO 8601-2): YYYY, YYYY-MM or YYYY-MM-DD"),
  );
export type PartialDate = z.infer<typeof PartialDate>;
