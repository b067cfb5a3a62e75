import { expect, test } from "vitest";
import { mapRecord } from "../../../local/public-alerts/mapping.ts";
import { PublicRecord, readPublicAlerts } from "../../../local/public-alerts/record.ts";
import { AlertContent, contentConflict } from "../../../shared/domain/alert.ts";

const records = await readPublicAlerts();
const mapped = records.map((record) => ({ record, ...mapRecord(record) }));

const record = (changes: object) =>
  PublicRecord.parse({
    id: "example",
    sourceKind: "customs-seizure",
    authority: "Customs",
    title: "Masks",
    summary: "Masks in a parcel.",
    countries: ["HK"],
    products: [{ name: "Face masks" }],
    ...changes,
  });

test.each(mapped)("the public alert $record.id is a valid alert", ({ alert }) => {
  expect(AlertContent.safeParse(alert).error?.issues ?? []).toEqual([]);
  expect(contentConflict(alert)).toBeUndefined();
});

test("a seizure is issued by the first country's administration where it takes part, else by the secretariat", () => {
  const issuer = (changes: object) => mapRecord(record(changes)).administration;
  expect(issuer({})).toBe("HK");
  expect(issuer({ countries: ["DJ", "FR"] })).toBe("WCO");
  expect(issuer({ countries: [] })).toBe("WCO");
  expect(issuer({ sourceKind: "who-alert" })).toBe("WCO");
});

test("what a table does not know has its default", () => {
  const { alert } = mapRecord(
    record({ sourceKind: "rumour", products: [{ name: "Powder", quantity: 3, unit: "constructor" }] }),
  );
  expect(alert).toMatchObject({
    type: "alert",
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
  expect(mapRecord(record({ falsification })).alert.severity).toBe(severity);
});

test.each([
  ["3002", "Verorab rabies vaccine", "vaccines"],
  ["3002", "Avastin (bevacizumab)", "medicines"],
  ["6307", "Surgical masks", "masks-and-respirators"],
  ["6307", "PPE and medical supplies", "other-ppe"],
  ["3926", "Face shields", "other-ppe"],
  ["4911", "COVID-19 vaccination record cards", "other-medical"],
])("goods of heading %s named %j are %s", (hsHeading, name, category) => {
  expect(mapRecord(record({ products: [{ name, hsHeading }] })).alert.goods[0]?.category).toBe(category);
});

test("the origin of a notice is the maker's country, that of a seizure the departure", () => {
  const route = { origin: "CN", destination: "HK" };
  expect(mapRecord(record({ route })).alert.route?.departure).toEqual({ country: "CN" });
  const notice = mapRecord(record({ route, sourceKind: "product-safety" })).alert;
  expect(notice.route?.departure).toBeUndefined();
  expect(notice.goods[0]?.origin).toBe("CN");
});

test("what an alert cannot hold is counted by name", () => {
  const { alert, leftOut } = mapRecord(
    record({
      confidence: "secondary",
      sourceUrl: "ftp://example.org",
      date: "2020-13",
      countries: ["HK", "CN", "XX"],
      route: { origin: "XX", destination: "HK", vessel: "Aurora" },
      products: Array.from({ length: 32 }, () => ({
        name: "Masks",
        hsHeading: "9999",
        price: 3,
        quantity: 0,
      })),
    }),
  );
  expect(leftOut).toEqual({
    confidence: 1,
    sourceUrl: 1,
    date: 1,
    countries: 1,
    products: 2,
    "route.origin": 1,
    "route.vessel": 1,
    "products.hsHeading": 30,
    "products.price": 30,
    "products.quantity": 30,
  });
  expect(AlertContent.safeParse(alert).success).toBe(true);
});
