import { expect, test } from "vitest";
import type * as z from "zod/mini";
import { Route } from "../../../shared/domain/place.ts";

const reasons = (schema: z.ZodMiniType, value: unknown): readonly string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

test("a route's country and place are refused with what would be right", () => {
  expect(reasons(Route, { departure: { country: "XX" } })).toEqual([
    "XX is no ISO 3166-1 country code. A country is written as its ISO 3166-1 code: two capital letters, such as CN.",
  ]);
  expect(reasons(Route, { departure: { country: "cn" } })[0]).toContain("two capital letters");
  expect(reasons(Route, {})).toHaveLength(1);
  expect(reasons(Route, { destination: { country: "FR", locode: "FRLEH" } })).toEqual([]);
  expect(reasons(Route, { destination: { country: "DE", locode: "FRLEH" } })).toEqual([
    "A UN/LOCODE begins with the code of its country.",
  ]);
});
