import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { AlertContent } from "../../../shared/domain/alert.ts";

const page = join(import.meta.dirname, "../../../web/src/pages/alerts");
const named = new Set(
  ["record-field-names.ts", "fact-names.ts"].flatMap((file) =>
    [...readFileSync(join(page, file), "utf8").matchAll(/^ {2}(\w+): msg/gm)].map(([, name]) => name),
  ),
);

/** What is put into words as a whole, and so needs no names inside. */
const wholes = new Set(["audience", "handling", "hs", "quantity", "value", "falsification"]);
/** Numbers with their check digit, beside whether they stand as printed. */
const stated = new Set(["imo", "containers", "airWaybills", "postalItems", "gtins"]);

const fieldsIn = (schema: z.core.$ZodType): readonly string[] => {
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniDefault)
    return fieldsIn(schema._zod.def.innerType);
  if (schema instanceof z.ZodMiniArray) return fieldsIn(schema._zod.def.element);
  if (schema instanceof z.ZodMiniUnion) return schema._zod.def.options.flatMap(fieldsIn);
  if (!(schema instanceof z.ZodMiniObject)) return [];
  return Object.entries(schema._zod.def.shape).flatMap(([name, field]) => [
    name,
    ...(wholes.has(name) || stated.has(name) ? [] : fieldsIn(field as z.core.$ZodType)),
  ]);
};

test("every field of the record has a name where a difference tells of it", () => {
  const fields = new Set(fieldsIn(AlertContent).map((name) => name.replace(/AsReported$/, "")));
  expect(fields.size).toBeGreaterThan(60);
  expect([...fields].filter((name) => !named.has(name)).sort()).toEqual([]);
});
