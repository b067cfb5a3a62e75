import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import wordings from "../../../local/public-alerts/falsification-wordings.json" with { type: "json" };
import { mapRecord } from "../../../local/public-alerts/mapping.ts";
import { readLines, readPublicAlerts } from "../../../local/public-alerts/record.ts";
import { convert, reportOf } from "../../../local/public-alerts/report.ts";
import { AlertContent, contentConflict } from "../../../shared/domain/alert.ts";
import { Falsification } from "../../../shared/domain/falsification.ts";

const now = new Date("2026-11-25T12:00:00.000Z");
const lines = await readPublicAlerts();
const conversion = convert(lines, now);
type Published = {
  readonly falsification: string;
  readonly date?: string;
  readonly countries: readonly string[];
  readonly products: readonly Record<string, unknown>[];
};
const records = lines.map((line) => ("record" in line ? line.record : {}) as Published);

const plain = {
  id: "example",
  sourceKind: "customs-seizure",
  authority: "Customs",
  title: "Masks",
  summary: "Masks in a parcel.",
  countries: ["HK"],
  products: [{ name: "Face masks" }],
};
const mapped = (changes: object) => {
  const outcome = mapRecord({ ...plain, ...changes }, now);
  if ("refused" in outcome) throw new Error(outcome.refused);
  const { administration, alerts, leftOver } = outcome;
  const [alert] = alerts;
  if (alert === undefined) throw new Error("There is no alert");
  return { administration, alert, alerts, leftOver };
};
const product = (fields: object) => mapped({ products: [{ name: "Tablets", ...fields }] }).alert.goods[0];

test("each of the public alerts is a valid alert, and of all their fields only their own numbers are left out", () => {
  expect(conversion.refused).toEqual([]);
  expect(conversion.alerts).toHaveLength(records.length);
  for (const { alert } of conversion.alerts) {
    expect(AlertContent.safeParse(alert).error?.issues ?? []).toEqual([]);
    expect(contentConflict(alert)).toBeUndefined();
  }
  expect(new Set(conversion.leftOver.map(({ field }) => field))).toEqual(new Set(["id"]));
  expect(reportOf(conversion)).toEqual([
    "Of 166 records: 166 alerts; refused: 0.",
    "Left out, their own bookkeeping: id 166; anything else: none.",
  ]);
});

test("every product, batch, date and country of them is in its alert", () => {
  conversion.alerts.forEach(({ alert: { goods, event, publishedBy, area } }, n) => {
    const record = records[n] as Published;
    expect(goods.map(({ description }) => description)).toEqual(record.products.map(({ name }) => name));
    expect(goods.map(({ batches }) => batches)).toEqual(record.products.map(({ batches }) => batches));
    for (const field of ["manufactured", "expires", "brand"] as const)
      expect(goods.map((line) => line[field])).toEqual(record.products.map((each) => each[field]));
    expect(goods.map(({ hs }) => hs?.code)).toEqual(record.products.map(({ hsHeading }) => hsHeading));
    expect(goods.map(({ quantity }) => quantity?.value)).toEqual(
      record.products.map((each) => each["quantity"]),
    );
    expect(event?.date ?? publishedBy?.date).toBe(record.date);
    expect(area?.countries ?? []).toEqual([...new Set(record.countries)]);
    expect(goods.every(({ falsification }) => falsification?.asReported === record.falsification)).toBe(true);
  });
});

test("their 112 wordings of what is wrong are each under one of the seven codes", () => {
  const listed = Object.values(wordings).flat();
  expect(listed).toHaveLength(112);
  expect(new Set(listed)).toEqual(new Set(records.map(({ falsification }) => falsification)));
  expect(Object.keys(wordings)).toEqual(expect.arrayContaining([...Falsification.shape.code.options]));
  for (const [code, list] of Object.entries(wordings))
    for (const wording of list)
      expect(mapped({ falsification: wording }).alert.goods[0]?.falsification).toEqual({
        code,
        asReported: wording,
      });
});

test("words about what is wrong that nobody has read yet are kept, and not classified", () => {
  const of = (falsification: unknown) => mapped({ falsification }).alert.goods[0]?.falsification;
  expect(of("falsified: seal glued on")).toEqual({
    code: "unclassified",
    asReported: "falsified: seal glued on",
  });
  expect(of(" Falsified:  NO active ingredient")).toMatchObject({ code: "api" });
  expect(of("constructor")).toEqual({ code: "unclassified", asReported: "constructor" });
  expect(of(["counterfeit", "expired"])).toEqual({
    code: "unclassified",
    asReported: "counterfeit, expired",
  });
});

test("a seizure is issued by the first country's administration where it takes part, else by the secretariat", () => {
  const issuer = (changes: object) => mapped(changes).administration;
  expect(issuer({})).toBe("HK");
  expect(issuer({ countries: ["DJ", "FR"] })).toBe("WCO");
  expect(issuer({ countries: [] })).toBe("WCO");
  expect(issuer({ sourceKind: "who-alert" })).toBe("WCO");
});

test("what a table does not know has its default, and its words are kept", () => {
  const { alert } = mapped({
    sourceKind: "rumour",
    products: [{ name: "Powder", quantity: 3, unit: "constructor" }],
  });
  expect(alert).toMatchObject({
    type: "alert",
    typeAsReported: "rumour",
    severity: "medium",
    goods: [{ category: "other-medical", quantity: { value: 3, unitText: "constructor" } }],
  });
});

test.each([
  ["falsified: wrong active ingredient (insulin)", "critical"],
  ["substandard: contaminated (DEG/EG)", "critical"],
  ["falsified", "high"],
  ["counterfeit/unapproved, misdeclared", "medium"],
  ["unapproved, misbranded", "low"],
  ["", "medium"],
])("goods that are %j are of severity %s", (falsification, severity) => {
  expect(mapped({ falsification }).alert.severity).toBe(severity);
});

test.each([
  ["3002", "Verorab rabies vaccine", "vaccines"],
  ["3002", "Avastin (bevacizumab)", "medicines"],
  ["6307", "Surgical masks", "masks-and-respirators"],
  ["6307", "PPE and medical supplies", "other-ppe"],
  ["3926", "Face shields", "other-ppe"],
  ["4911", "COVID-19 vaccination record cards", "other-medical"],
])("goods of heading %s named %j are %s", (hsHeading, name, category) => {
  expect(product({ hsHeading, name })?.category).toBe(category);
});

test("the origin of a notice is the maker's country and its date the publication's; of a seizure, where and when it was", () => {
  const route = { origin: "CN", destination: "HK" };
  const seizure = mapped({ route, date: "2020-03" }).alert;
  expect(seizure.route).toEqual({ departure: { country: "CN" }, destination: { country: "HK" } });
  expect(seizure.event?.date).toBe("2020-03");
  const notice = mapped({ route, date: "2020-03", sourceKind: "product-safety" }).alert;
  expect(notice.route).toEqual({ destination: { country: "HK" } });
  expect(notice.goods[0]?.origin).toBe("CN");
  expect(notice.publishedBy?.date).toBe("2020-03");
  expect(notice.event).toBeUndefined();
});

test("how sure a record's writer is of it is said in words", () => {
  const source = (confidence: string) => mapped({ confidence }).alert.publishedBy?.sourceAsReported;
  expect(source("secondary")).toBe("secondary: relayed, not the authority's own page");
  expect(source("excerpt")).toBe("excerpt of the authority's own page");
  expect(source("hearsay")).toBe("hearsay");
  expect(product({ hsHeading: "3004", hsInferred: true })).toMatchObject({
    hs: { edition: "HS2022", code: "3004" },
    hsAsReported: "3004 (inferred)",
  });
});

test("a trademark that is counterfeited is the right that is infringed; a right holder is no manufacturer of forged goods", () => {
  const [line] = mapped({
    falsification: "counterfeit trademark",
    products: [{ name: "Pills", brand: "Viagra", manufacturer: "GSK/Pfizer (brand owners)" }],
  }).alert.goods;
  expect(line?.ipr).toEqual({ right: "trademark", mark: "Viagra", rightHolder: "GSK/Pfizer" });
  expect(line?.statedManufacturer).toBeUndefined();
  expect(product({ manufacturer: "Roche (stated)" })?.statedManufacturer).toBe("Roche");
});

test.each([
  ["2019-13", undefined, "2019-13"],
  ["Q3 2020", undefined, "Q3 2020"],
  ["31 February", undefined, "31 February"],
  ["2021-02-31", undefined, "2021-02-31"],
  [2021, "2021", undefined],
  ["2027-01", undefined, "2027-01"],
  ["2020-05-04T23:10:00+08:00", "2020-05-04", "2020-05-04T23:10:00+08:00"],
])("the date %j becomes %j, and %j in its own words", (date, known, words) => {
  expect(mapped({ date }).alert.event).toEqual(
    JSON.parse(JSON.stringify({ date: known, dateAsReported: words })),
  );
  expect(product({ manufactured: date })?.manufactured).toBe(known);
  expect(product({ manufactured: date })?.manufacturedAsReported).toBe(words);
});

test.each([
  [{ quantity: "1,200", unit: "boxes" }, { quantityAsReported: "1,200 boxes" }],
  [{ quantity: "1200", unit: "Boxes" }, { quantity: { value: 1200, unit: "BX" } }],
  [{ quantity: 0, unit: "packs" }, { quantityAsReported: "0 packs" }],
  [{ quantity: -4 }, { quantityAsReported: "-4" }],
  [{ quantity: 7 }, { quantity: { value: 7, unit: "C62" } }],
  [{ unit: "pallets" }, { quantityAsReported: "pallets" }],
  [{ hsHeading: "3004.90" }, { hs: { edition: "HS2022", code: "300490" }, hsAsReported: "3004.90" }],
  [{ hsHeading: 30049099 }, { hs: { edition: "HS2022", code: "300490" }, hsAsReported: "30049099" }],
  [{ hsHeading: "9999" }, { hsAsReported: "9999" }],
  [{ hsHeading: "30" }, { hsAsReported: "30" }],
  [{ batches: "AB12" }, { batches: ["AB12"] }],
  [{ batches: "AB12, AB13" }, { batchesAsReported: "AB12, AB13" }],
  [{ batches: [12, null, "B"] }, { batches: ["12", "B"] }],
  [{ batches: ["ok", "n".repeat(61)] }, { batches: ["ok"], batchesAsReported: "n".repeat(61) }],
  [{ brand: null, batches: [], expires: "" }, {}],
])("of a product, %j becomes %j", (fields, line) => {
  const { category: _, description: __, ...rest } = product(fields) ?? {};
  expect(rest).toEqual(line);
});

test("a country that has no code is told in the record's words, on the route as everywhere", () => {
  const { alert } = mapped({
    countries: "fr",
    route: { origin: "Zanzibar", transit: "SG", destination: ["KE", "TZ"] },
  });
  expect(alert.area).toEqual({ countries: ["FR"] });
  expect(alert.route).toEqual({
    transits: [{ country: "SG" }],
    destination: { country: "KE" },
    asReported: "origin: Zanzibar; destination: TZ",
  });
  expect(mapped({ countries: ["HK", "XX"] }).alert.area).toEqual({ countries: ["HK"], asReported: "XX" });
  expect(mapped({ route: "by sea" }).alert.route).toEqual({ asReported: "by sea" });
});

test("goods that are more than an alert holds are in further ones, each with its number", () => {
  const products = Array.from({ length: 64 }, (_, n) => ({ name: `Product ${n}`, batches: ["A"] }));
  const { alerts, leftOver } = mapped({ products });
  expect(alerts.map(({ title }) => title)).toEqual(["Masks (1 of 3)", "Masks (2 of 3)", "Masks (3 of 3)"]);
  expect(alerts.flatMap(({ goods }) => goods.map(({ description }) => description))).toEqual(
    products.map(({ name }) => name),
  );
  expect(leftOver.map(({ field }) => field)).toEqual(["id"]);
});

test("what no alert has a field for is left over by its name, with its value", () => {
  const { leftOver } = mapped({
    severityIndex: 3,
    route: { origin: "CN", vessel: "Aurora" },
    products: [{ name: "Masks", price: { amount: 3 } }],
  });
  expect(leftOver.map(({ field, value }) => [field, value])).toEqual([
    ["route.vessel", "Aurora"],
    ["products.price", { amount: 3 }],
    ["id", "example"],
    ["severityIndex", 3],
  ]);
});

test("a text that is too long is cut, and is left over whole", () => {
  const { alert, leftOver } = mapped({ title: "x".repeat(250) });
  expect(alert.title).toBe(`${"x".repeat(199)}…`);
  expect(leftOver).toContainEqual({
    field: "title",
    value: "x".repeat(250),
    why: "its first 199 characters alone fit",
  });
});

test("what would be no alert is refused with the reason, and named in the report", async () => {
  const file = `\uFEFF{"title":"Masks"}\r\n\n["Masks"]\n{"id":"a-1","countries":["FR"]}\n{"id":\n42`;
  const { alerts, refused } = convert(readLines(file), now);
  expect(alerts).toHaveLength(1);
  expect(alerts[0]?.alert).toMatchObject({
    title: "Masks",
    summary: "Masks",
    goods: [{ description: "Masks" }],
  });
  expect(refused.map(({ at }) => at)).toEqual([3, 4, 5, 6]);
  const report = reportOf(convert(readLines(file), now));
  expect(report[0]).toBe("Of 5 records: 1 alerts; refused: 4.");
  expect(report).toContain(
    'Line 4 ("a-1") is no alert. It has neither a title, nor a summary, nor a product with a name.',
  );
  expect(report).toContain("Line 3 is no alert. A public alert is an object with named fields.");
});

test("the records that come along are those that were published, with a source each", async () => {
  const text = await readFile(
    new URL("../../../local/public-alerts/public-alerts.jsonl", import.meta.url),
    "utf8",
  );
  expect(text.split("\n").filter(Boolean)).toHaveLength(166);
  expect(conversion.alerts.every(({ alert }) => alert.publishedBy?.sourceUrl !== undefined)).toBe(true);
});
