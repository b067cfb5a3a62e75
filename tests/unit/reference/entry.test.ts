import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { Goods, HsPrefix } from "../../../shared/domain/goods.ts";
import { PartialDate } from "../../../shared/domain/partial-date.ts";
import { Route } from "../../../shared/domain/place.ts";
import { lines, text } from "../../../shared/domain/text.ts";

const reasons = (schema: z.ZodMiniType, value: unknown): readonly string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
const goods = (changes: object): readonly string[] =>
  reasons(Goods, { category: "gloves", description: "Gloves", ...changes });
const hs = (code: string) => goods({ hs: { edition: "HS2022", code } });

test("an HS code is refused with what would be right", () => {
  expect(hs("30043")).toEqual(["An HS code has 4 or 6 digits; 30043 has 5. The heading is 3004."]);
  expect(hs("300499")).toEqual(["300499 is not in HS 2022. The heading 3004 is."]);
  expect(hs("9999")).toEqual(["9999 is not in HS 2022."]);
  expect(hs("30")).toEqual(["An HS code has 4 or 6 digits; 30 has 2."]);
  expect(hs("3004.90")).toEqual(["An HS code has digits only, such as 3004 or 300490."]);
  expect(reasons(HsPrefix, "30")).toEqual([]);
  expect(reasons(HsPrefix, "300")).toHaveLength(1);
});

test("a quantity is a positive number of at most three decimals in one known unit", () => {
  const quantity = (value: unknown, unit: object = { unit: "KGM" }) =>
    goods({ quantity: { value, ...unit } });
  expect(quantity(-1)).toEqual(["A quantity is greater than 0."]);
  expect(quantity(Number.POSITIVE_INFINITY)).toHaveLength(1);
  expect(quantity("3")).toEqual(["A quantity is a number."]);
  expect(quantity(1e13)).toHaveLength(1);
  expect(quantity(0.0001)).toEqual(["A quantity has at most three decimals."]);
  expect(quantity(2.675)).toEqual([]);
  expect(quantity(1, { unit: "QQQ" })[0]).toContain("QQQ is neither a unit of UN/ECE Rec 20");
  expect(quantity(1, {})).toHaveLength(1);
  expect(quantity(1, { unit: "KGM", unitText: "kilos" })).toHaveLength(1);
  expect(quantity(1, { unitText: "sachets" })).toEqual([]);
});

test("a route's country and place are refused with what would be right", () => {
  expect(reasons(Route, { departure: { country: "XX" } })).toEqual(["XX is no ISO 3166-1 country code."]);
  expect(reasons(Route, { departure: { country: "cn" } })[0]).toContain("two capital letters");
  expect(reasons(Route, {})).toHaveLength(1);
  expect(reasons(Route, { destination: { country: "FR", locode: "FRLEH" } })).toEqual([]);
  expect(reasons(Route, { destination: { country: "DE", locode: "FRLEH" } })).toEqual([
    "A UN/LOCODE begins with the code of its country.",
  ]);
});

test("a date is one of the calendar, as precise as it is known", () => {
  for (const date of ["2021", "2021-04", "2021-04-19", "2020-02-29"])
    expect(reasons(PartialDate, date)).toEqual([]);
  expect(reasons(PartialDate, "2021-02-29")).toEqual(["2021-02-29 is not in the calendar."]);
  expect(reasons(PartialDate, "2021-13")).toEqual(["2021-13 is not in the calendar."]);
  expect(reasons(PartialDate, "19.4.2021")).toHaveLength(1);
});

test.each([
  ["a bell", "a\u0007b"],
  ["a line break", "a\nb"],
  ["a line separator", "a\u2028b"],
  ["a direction override", "a\u202Eb"],
  ["a lone surrogate", "a\uD800b"],
])("a single line is refused with %s", (_, value) => {
  expect(reasons(text({ max: 200 }), value)).toEqual([
    "Remove line breaks, control characters and text direction controls.",
  ]);
});

test("a text has something to read and a bounded length", () => {
  expect(reasons(text({ max: 200 }), "x".repeat(10_000))).toEqual(["This has at most 200 characters."]);
  expect(reasons(text({ max: 2 }), "😷😷")).toEqual([]);
  expect(reasons(text({ max: 200 }), " \u200B ")).toHaveLength(1);
  expect(reasons(text({ max: 200 }), undefined)).toEqual(["This is required."]);
  expect(lines({ max: 20 }).parse("one\r\ntwo\u2028three\tfour")).toBe("one\ntwo\nthree four");
  expect(reasons(lines({ max: 20 }), "a\u0000b")).toHaveLength(1);
});

test("what a text accepts, it accepts again unchanged", () => {
  const schema = text({ max: 50 });
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (value) => {
      const first = schema.safeParse(value);
      return !first.success || schema.parse(first.data) === first.data;
    }),
  );
});

test("the length of a text is documented", () => {
  expect(z.toJSONSchema(text({ max: 200 }))).toMatchObject({ type: "string", minLength: 1, maxLength: 200 });
});
