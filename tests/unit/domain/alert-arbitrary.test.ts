import fc from "fast-check";
import { expect, test } from "vitest";
import type * as z from "zod/mini";
import { AlertContent, contentConflict } from "../../../shared/domain/alert.ts";
import { alertContents } from "./alert-arbitrary.ts";

test("whatever an alert can say is taken again as it was given out", () => {
  fc.assert(
    fc.property(alertContents, (content) => {
      expect(AlertContent.parse(content)).toEqual(content);
      expect(AlertContent.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
      expect(contentConflict(content)).toBeUndefined();
    }),
  );
});

/** Where a value has fields, whatever the place in a list. */
const pathsIn = (value: unknown, at = ""): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((entry) => pathsIn(entry, at));
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, field]) => pathsIn(field, `${at}/${name}`))];
};

/** The same of a schema. */
const pathsOf = (schema: z.core.$ZodType, at = ""): readonly string[] => {
  const { def } = schema._zod as z.core.$ZodTypes["_zod"];
  switch (def.type) {
    case "object":
      return [at, ...Object.entries(def.shape).flatMap(([name, field]) => pathsOf(field, `${at}/${name}`))];
    case "array":
      return pathsOf(def.element, at);
    case "optional":
      return pathsOf(def.innerType, at);
    case "union":
      return def.options.flatMap((option) => pathsOf(option, at));
    default:
      return [at];
  }
};

test("there is no field that is never tried", () => {
  const tried = new Set(fc.sample(alertContents, { numRuns: 250, seed: 1 }).flatMap((each) => pathsIn(each)));
  expect(pathsOf(AlertContent).filter((path) => !tried.has(path))).toEqual([]);
});
