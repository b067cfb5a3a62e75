import { expect, test } from "vitest";
import * as z from "zod/mini";
import { AlertContent } from "../../../shared/domain/alert.ts";

type Schema = z.core.$ZodType;
const defOf = (schema: Schema) => (schema._zod as z.core.$ZodTypes["_zod"]).def;

/** A list is described by itself or by its entries; what tells the kinds of a union apart, by each kind. */
const isDescribed = (schema: Schema): boolean => {
  if (z.globalRegistry.get(schema)?.description !== undefined) return true;
  const def = defOf(schema);
  if (def.type === "optional") return isDescribed(def.innerType);
  if (def.type === "array") return isDescribed(def.element);
  return def.type === "literal" && def.values.length === 1;
};

const undescribed = (schema: Schema, at = ""): readonly string[] => {
  const def = defOf(schema);
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).flatMap(([name, field]) => [
        ...(isDescribed(field) ? [] : [`${at}/${name}`]),
        ...undescribed(field, `${at}/${name}`),
      ]);
    case "optional":
      return undescribed(def.innerType, at);
    case "array":
      return undescribed(def.element, at);
    case "union":
      return def.options.flatMap((option) => [
        ...(isDescribed(option) ? [] : [`${at} (one of its kinds)`]),
        ...undescribed(option, at),
      ]);
    default:
      return [];
  }
};

test("every field of the record says what stands in it, so that the API's document does", () => {
  expect(undescribed(AlertContent)).toEqual([]);
});

test("a field that says nothing is found, in a list and in a kind of a union too", () => {
  const said = z.string().check(z.describe("said"));
  const kinds = z.union([z.object({ a: z.string() }), said]);
  expect(
    undescribed(z.object({ said, unsaid: z.string(), list: z.array(z.object({ b: z.int() })) })),
  ).toEqual(["/unsaid", "/list", "/list/b"]);
  expect(undescribed(z.object({ kinds }))).toEqual(["/kinds", "/kinds (one of its kinds)", "/kinds/a"]);
});
