import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { lines, text } from "../../../shared/domain/text.ts";

const reasons = (schema: z.ZodMiniType, value: unknown): readonly string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

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
