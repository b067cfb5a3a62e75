import fc from "fast-check";
import { expect, test } from "vitest";
import type * as z from "zod/mini";
import { Goods, HsPrefix } from "../../../shared/domain/goods.ts";

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
  expect(goods({ hs: { edition: "HS2022", code: 3004 } })).toEqual(['An HS code is a text, such as "3004".']);
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

test("a quantity has no more than thousandths of its unit", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (thousandths) => {
      expect(goods({ quantity: { value: thousandths / 1000, unit: "KGM" } })).toEqual([]);
      expect(goods({ quantity: { value: (thousandths * 10 + 5) / 10_000, unit: "KGM" } })).toHaveLength(1);
    }),
  );
});
