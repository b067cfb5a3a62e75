import { expect, test } from "vitest";
import { AlertContent } from "../../../shared/domain/alert.ts";
import { dateToCome } from "../../../shared/domain/dates-to-come.ts";
import { isToCome } from "../../../shared/domain/partial-date.ts";

const noon = new Date("2026-11-25T12:00:00.000Z");
const alert = (changes: object) =>
  AlertContent.parse({
    type: "seizure",
    severity: "high",
    tlp: "AMBER",
    group: "ipr",
    audience: { kind: "group" },
    title: "Gloves",
    summary: "Found in a container.",
    language: "en",
    goods: [{ category: "gloves", description: "Gloves" }],
    ...changes,
  });
const made = (manufactured: string) =>
  alert({
    goods: [
      { category: "gloves", description: "Gloves" },
      { category: "medicines", description: "Tablets", manufactured },
    ],
  });

test.each([
  ["2026", false],
  ["2027", true],
  ["2026-11", false],
  ["2026-12", true],
  ["2026-11-25", false],
  ["2026-11-26", false],
  ["2026-11-27", true],
  ["9999-12-31", true],
  ["0001", false],
])("at noon of 25 November in Greenwich, whether %s is to come anywhere on earth: %s", (date, toCome) => {
  expect(isToCome(date, noon)).toBe(toCome);
});

test("a day begins first at UTC+14: Kiribati's tomorrow is no mistake once it is there, and is one before", () => {
  expect(isToCome("2026-11-26", new Date("2026-11-25T09:59:59.999Z"))).toBe(true);
  expect(isToCome("2026-11-26", new Date("2026-11-25T10:00:00.000Z"))).toBe(false);
  expect(isToCome("2027", new Date("2026-12-31T10:00:00.000Z"))).toBe(false);
});

test("what has happened cannot be dated later than today: the field and what would be right are named", () => {
  expect(dateToCome(alert({ event: { date: "2026-12" } }), noon)).toEqual({
    pointer: "/event/date",
    detail: "2026-12 is still to come: write a date up to 2026-11-26, or leave it out.",
  });
  expect(dateToCome(alert({ laboratory: { date: "2027" } }), noon)?.pointer).toBe("/laboratory/date");
  expect(
    dateToCome(alert({ publishedBy: { authority: "Customs", date: "2026-11-27" } }), noon)?.pointer,
  ).toBe("/publishedBy/date");
  expect(dateToCome(made("2027-03"), noon)).toEqual({
    pointer: "/goods/1/manufactured",
    detail:
      "2027-03 is still to come: write a date up to 2026-11-26, or write as manufacturedAsReported what is printed.",
  });
  expect(dateToCome(made("2026-11"), noon)).toBeUndefined();
});

test("when goods are expected somewhere, when they expire, and until when an alert is good may be to come", () => {
  const content = alert({
    route: {
      departure: { country: "CN", date: "2026-11-30" },
      transits: [{ country: "SG", date: "2026-12" }],
      destination: { country: "FR", date: "2027" },
    },
    goods: [{ category: "medicines", description: "Tablets", expires: "2029-01" }],
    expires: "2027-01-01T00:00:00.000Z",
    acknowledgeBy: "2026-12-01T00:00:00.000Z",
  });
  expect(dateToCome(content, noon)).toBeUndefined();
});
