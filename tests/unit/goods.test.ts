import { expect, test } from "vitest";
import { Goods } from "../../shared/domain/goods.ts";
import { Route } from "../../shared/domain/place.ts";
import { text } from "../../shared/domain/text.ts";

const line = { category: "gloves", description: "Examination gloves" };
const reason = (value: unknown): string => Goods.safeParse(value).error?.issues[0]?.message ?? "";

test("a category and a description are enough", () => {
  expect(Goods.parse(line)).toEqual(line);
});

test("an HS code of five digits is refused with its heading", () => {
  expect(reason({ ...line, hs: { edition: "HS2022", code: "30043" } })).toBe(
    "An HS code has 4 or 6 digits; 30043 has 5. The heading is 3004.",
  );
});

test("an HS code that does not exist is refused", () => {
  expect(reason({ ...line, hs: { edition: "HS2022", code: "9999" } })).toBe("9999 is not in HS 2022.");
});

test("a quantity is positive and in a known unit", () => {
  expect(reason({ ...line, quantity: { value: -1, unit: "KGM" } })).toBe("A quantity is greater than 0.");
  expect(reason({ ...line, quantity: { value: 1, unit: "QQQ" } })).toContain(
    "neither a unit of UN/ECE Rec 20",
  );
  expect(Goods.safeParse({ ...line, quantity: { value: 1.5, unit: "KGM" } }).success).toBe(true);
});

test("a route country is an ISO 3166-1 code", () => {
  expect(Route.safeParse({ departure: { country: "XX" } }).error?.issues[0]?.message).toContain(
    "XX is no ISO 3166-1",
  );
});

test("a title has no control characters and a bounded length", () => {
  const title = text({ max: 200 });
  expect(title.safeParse("a\u0007b").success).toBe(false);
  expect(title.safeParse("x".repeat(10_000)).success).toBe(false);
  expect(title.parse("  Cafe\u0301 ")).toBe("Café");
});
