import * as z from "zod/mini";

const exists = (value: string): boolean => {
  const [year = "", month = "01", day = "01"] = value.split("-");
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
};

/** A date at the precision it is known with: `2021`, `2021-04` or `2021-04-19` (EDTF level 0). */
export const PartialDate = z
  .string()
  .check(
    z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "A date is written 2021, 2021-04 or 2021-04-19."),
    z.refine(exists, "There is no such day in the calendar."),
    z.describe("EDTF level 0: YYYY, YYYY-MM or YYYY-MM-DD"),
  );
export type PartialDate = z.infer<typeof PartialDate>;
