import fc from "fast-check";
import { expect, test } from "vitest";
import type * as z from "zod/mini";
import { PartialDate } from "../../../shared/domain/partial-date.ts";

const reasons = (schema: z.ZodMiniType, value: unknown): readonly string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

test("a date is one of the calendar, as precise as it is known", () => {
  for (const date of ["2021", "2021-04", "2021-04-19", "2020-02-29"])
    expect(reasons(PartialDate, date)).toEqual([]);
  expect(reasons(PartialDate, "2021-02-29")).toEqual(["2021-02-29 is not in the calendar."]);
  expect(reasons(PartialDate, "2021-13")).toEqual(["2021-13 is not in the calendar."]);
  expect(reasons(PartialDate, "19.4.2021")).toHaveLength(1);
});

test("every day of the calendar is a date, at each precision", () => {
  const days = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom(4, 7, 10), (day, precision) => {
      expect(reasons(PartialDate, day.toISOString().slice(0, precision))).toEqual([]);
    }),
  );
});
