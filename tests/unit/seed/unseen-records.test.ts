import fc from "fast-check";
import { expect, test } from "vitest";
import { mapRecord } from "../../../local/public-alerts/mapping.ts";
import { readLines } from "../../../local/public-alerts/record.ts";
import { convert, reportOf } from "../../../local/public-alerts/report.ts";
import { unitCodes } from "../../../local/public-alerts/tables.ts";
import { AlertContent, contentConflict } from "../../../shared/domain/alert.ts";
import { CONTENT_LIMIT, contentBytes } from "../../../shared/domain/content-limit.ts";
import { dateToCome } from "../../../shared/domain/dates-to-come.ts";

const now = new Date("2026-11-25T12:00:00.000Z");

const words = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "Masques chirurgicaux",
      "مقنعات جراحية مزيفة",
      "口罩 KN95",
      "поддельные вакцины",
      "two\nlines\tand\u2028three",
      "batch\u200B-hidden",
      "\u202Egnp.exe",
      "\u0000\u0007",
      "lone \uD800 surrogate",
      "<script>alert(1)</script>",
      "__proto__",
      " ",
      "",
    ),
  },
  { weight: 1, arbitrary: fc.string({ minLength: 200, maxLength: 12_000, size: "max" }) },
  { weight: 1, arbitrary: fc.constantFrom("é".repeat(6000), "💊".repeat(400), "x\n".repeat(4000)) },
);
const dates = fc.oneof(
  fc.constantFrom("2019-13", "Q3 2020", "2020-02-31", "2030-01-01", "2021", "2021-04", "April 2021", "0000"),
  fc.integer({ min: -5, max: 3000 }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  words,
);
const countries = fc.oneof(fc.constantFrom("FR", "cn", "XX", "ZZ", "UK", "Kenya", "AQ", "EU", " us "), words);
const headings = fc.oneof(
  fc.constantFrom("3004", "3004.90", "30049099", "9999", 3002, "0", "30", 6307.9),
  words,
);
const quantities = fc.oneof(
  fc.constantFrom(0, -1, 1e15, 0.0001, 12.5, "1,200", "007", "12"),
  fc.nat(),
  words,
);
const units = fc.oneof(fc.constantFrom("tablets", "Boxes", "consignments", "jeu d’essai"), words);

/** As the shape has it, or one in a list, several, nothing, or something else altogether. */
const loosely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 6, arbitrary },
    { weight: 1, arbitrary: fc.array(arbitrary, { maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom(null, [], {}, true, [null]) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
const fields = (shape: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .tuple(
      fc.record(Object.fromEntries(Object.entries(shape).map(([name, value]) => [name, loosely(value)])), {
        requiredKeys: [],
        noNullPrototype: true,
      }),
      fc.dictionary(fc.constantFrom("extra", "__proto__", "id2", "poids"), fc.jsonValue({ maxDepth: 1 }), {
        maxKeys: 1,
        noNullPrototype: true,
      }),
    )
    .map(([known, unknown]) => ({ ...known, ...unknown }));

const products = fields({
  name: words,
  quantity: quantities,
  unit: units,
  hsHeading: headings,
  hsInferred: fc.boolean(),
  manufacturer: words,
  brand: words,
  batches: fc.array(fc.oneof(words, fc.nat()), { maxLength: 150 }),
  manufactured: dates,
  expires: dates,
});
const records = fields({
  id: words,
  date: dates,
  sourceKind: fc.oneof(fc.constantFrom("customs-seizure", "who-alert", "product-safety", "operation"), words),
  authority: words,
  title: words,
  summary: words,
  countries: fc.array(countries, { maxLength: 12 }),
  products: fc.oneof(
    { weight: 5, arbitrary: fc.array(products, { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(products, { minLength: 31, maxLength: 40, size: "max" }) },
  ),
  route: fields({
    origin: countries,
    transit: fc.array(countries, { maxLength: 14 }),
    destination: countries,
  }),
  place: words,
  falsification: words,
  sourceUrl: fc.oneof(fc.constantFrom("https://example.org/a", "ftp://example.org", "javascript:1"), words),
  confidence: fc.oneof(fc.constantFrom("excerpt", "secondary"), words),
});

const leavesOf = (value: unknown): readonly unknown[] =>
  typeof value === "object" && value !== null
    ? Object.values(value).flatMap(leavesOf)
    : value === null || value === undefined
      ? []
      : [value];

/** To find words again that were normalised, or had taken out of them what nobody sees. */
const readable = (value: unknown): string =>
  String(value)
    .normalize("NFC")
    .replaceAll(/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]+/gu, "")
    .toUpperCase();

/** Words of the record that neither an alert nor the left-overs have whole, as they are or within an object's words. */
const lostOf = (record: unknown, found: readonly unknown[]): readonly string[] => {
  const there = found.flatMap(leavesOf).map(readable);
  return leavesOf(record)
    .filter((leaf) => typeof leaf === "string" || typeof leaf === "number")
    .filter((leaf) => !unitCodes.has(String(leaf).trim().toLowerCase()))
    .map((leaf) => [leaf, JSON.stringify(leaf).replaceAll(/^"|"$/g, "")].map(readable))
    .filter((forms) => !forms.some((form) => there.some((text) => text.includes(form))))
    .map(([leaf = ""]) => leaf);
};

test("a record of the same shape that nobody has seen becomes valid alerts or is refused by name, and nothing of it is lost", () => {
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(records, (record) => {
      const asRead: unknown = JSON.parse(JSON.stringify(record));
      const outcome = mapRecord(asRead, now);
      if ("refused" in outcome) {
        refused++;
        expect(outcome.refused).toBe("It has neither a title, nor a summary, nor a product with a name.");
        return;
      }
      taken++;
      expect(outcome.alerts.length).toBeGreaterThan(0);
      for (const alert of outcome.alerts) {
        expect(AlertContent.parse(alert)).toEqual(alert);
        expect(contentConflict(alert) ?? dateToCome(alert, now)).toBeUndefined();
        expect(contentBytes(alert)).toBeLessThanOrEqual(CONTENT_LIMIT);
      }
      expect(lostOf(asRead, [...outcome.alerts, outcome.leftOver.map(({ value }) => value)])).toEqual([]);
    }),
    { numRuns: 150 },
  );
  expect(taken).toBeGreaterThan(refused);
});

test("whatever stands on the lines of a file, each of them is accounted for", () => {
  const lines = fc.array(
    fc.oneof(
      records.map((record) => JSON.stringify(record)),
      fc.json({ maxDepth: 1 }),
      fc.string().map((text) => text.replaceAll("\n", " ")),
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(lines, fc.constantFrom("\n", "\r\n", "\n\n"), (each, end) => {
      const conversion = convert(readLines(each.join(end)), now);
      const accounted = new Set(conversion.refused.map(({ at }) => at)).size;
      expect(conversion.records).toBe(each.filter((line) => line.trim() !== "").length);
      expect(accounted).toBeLessThanOrEqual(conversion.records);
      expect(conversion.alerts.length).toBeGreaterThanOrEqual(conversion.records - accounted);
      for (const line of reportOf(conversion)) expect(line.length).toBeLessThan(2000);
    }),
    { numRuns: 60 },
  );
});
