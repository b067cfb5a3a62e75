import { expect, test } from "vitest";
import { AlertContent } from "../../../shared/domain/alert.ts";
import { Application } from "../../../shared/domain/registration.ts";
import { fieldErrorsOf } from "../../../web/src/api/field-errors.ts";
import { searchOptions } from "../../../web/src/components/code-search.ts";
import { ago, partialDateOf } from "../../../web/src/i18n/format.ts";
import { chooseLanguage } from "../../../web/src/i18n/languages.ts";
import { reasons, recognise } from "../../../web/src/i18n/reasons.ts";
import { alertErrors } from "../../../web/src/pages/alerts/alert-form.ts";
import { ledgerRows } from "../../../web/src/pages/alerts/ledger-rows.ts";
import { refusalOf } from "../../../web/src/pages/sign-in/refusal.ts";

const content = {
  type: "alert",
  severity: "low",
  tlp: "GREEN",
  group: "ipr",
  audience: { kind: "group" },
  title: "Title",
  summary: "Summary",
  language: "en",
  goods: [{ category: "gloves", description: "Gloves" }],
};
const withGoods = (part: object) => ({ ...content, goods: [{ ...content.goods[0], ...part }] });
const person = { name: "N", function: "F", email: "a@b.example", phone: "+33140246510", language: "fr" };

test("every sentence that the forms can be told has words in other languages", () => {
  const hs = (code: string) => withGoods({ hs: { edition: "HS2022", code } });
  const told = [
    {},
    { ...content, title: "x".repeat(201) },
    { ...content, title: "a\u0000b" },
    { ...content, title: "\u200D" },
    { ...content, summary: "a\u0000b" },
    { ...content, tlp: "RED" },
    { ...content, audience: { kind: "administrations", administrations: [] } },
    ...["30043", "99999", "3004x", "9999", "300499"].map(hs),
    ...[-1, 1e13, 0.0001, "many"].map((value) => withGoods({ quantity: { value, unit: "KGM" } })),
    withGoods({ quantity: { value: 1 } }),
    { ...content, route: { departure: { country: "Nowhere" } } },
    { ...content, route: { departure: { country: "FR", locode: "DEHAM" } } },
    { ...content, route: { departure: { country: "FR", locode: "LE HAVRE" } } },
    { ...content, route: { transits: Array.from({ length: 11 }, () => ({ country: "FR" })) } },
    { ...content, goods: Array.from({ length: 31 }, () => content.goods[0]) },
  ].flatMap(alertErrors);
  const applied = [
    { administration: "France", contactPoints: [person], termsVersion: "1" },
    {
      administration: "FR",
      contactPoints: [{ ...person, email: "x", phone: "1" }, person],
      termsVersion: "1",
    },
    { administration: "FR", contactPoints: [{ ...person, email: `${"x".repeat(300)}@b.example` }, person] },
  ].flatMap((value) => fieldErrorsOf(Application, value));
  const sentences = [...new Set([...told, ...applied].map(({ detail }) => detail))];
  expect(sentences.length).toBeGreaterThan(20);
  expect(sentences.filter((sentence) => recognise(sentence) === undefined)).toEqual([]);
  expect(AlertContent.safeParse(content).success).toBe(true);
});

test("what varies in a sentence is found in it", () => {
  expect(recognise("An HS code has 4 or 6 digits; 30043 has 5. The heading is 3004.")).toEqual({
    id: "An HS code has 4 or 6 digits; {code} has {count}. The heading is {heading}.",
    values: { code: "30043", count: "5", heading: "3004" },
  });
  expect(recognise("Something that nobody has written yet.")).toBeUndefined();
});

test("each sentence is listed once", () => {
  expect(new Set(reasons.map(({ id }) => id)).size).toBe(reasons.length);
});

test("the first language that the console speaks is taken, whatever its region", () => {
  expect(chooseLanguage(["de-AT", "fr-CA", "en"]).tag).toBe("fr");
  expect(chooseLanguage(["ja"]).tag).toBe("en");
  expect(chooseLanguage([]).tag).toBe("en");
});

test("a code is found by its beginning, and a name by the beginnings of its words before anything else", () => {
  const countries = [
    { code: "IO", name: "British Indian Ocean Territory" },
    { code: "IN", name: "India" },
    { code: "ID", name: "Indonesia" },
    { code: "RE", name: "Réunion" },
  ];
  const found = (text: string) => searchOptions(countries, text).map(({ code }) => code);
  expect(found("india")).toEqual(["IN", "IO"]);
  expect(found("in")[0]).toBe("IN");
  expect(found("reunion")).toEqual(["RE"]);
  expect(found("ocean indian")).toEqual(["IO"]);
  expect(found("xyz")).toEqual([]);
  expect(found("")).toHaveLength(4);
});

test("how long ago is said in the one unit that says enough", () => {
  const now = Date.parse("2026-11-24T12:00:00.000Z");
  // The space before a unit is one that does not break, of one kind or the other by the version of CLDR.
  const said = (instant: string) => ago(instant, "fr", now).replaceAll(/\s/g, " ");
  expect(said("2026-11-24T11:55:00.000Z")).toBe("il y a 5 min");
  expect(said("2026-11-24T09:30:00.000Z")).toBe("il y a 2 h");
  expect(said("2026-11-21T12:00:00.000Z")).toBe("il y a 3 j");
  expect(said("2026-11-01T12:00:00.000Z")).toBe("1 nov. 2026");
  expect(said("2026-11-24T12:00:05.000Z")).toBe("cette minute-ci");
});

test("a date is shown at the precision it is known with", () => {
  expect(["2021", "2021-04", "2021-04-19"].map((date) => partialDateOf(date, "fr"))).toEqual([
    "2021",
    "avril 2021",
    "19 avril 2021",
  ]);
});

test("the ledger has a line for everybody addressed, who acknowledged first, and none for the author", () => {
  const at = "2026-11-24T12:00:00.000Z";
  const { rows, acknowledged, read } = ledgerRows(
    [
      { administration: "DE", endpoints: 1, handedOverAt: at },
      { administration: "KE", endpoints: 1, readAt: at, acknowledgement: { result: "no-trace", at } },
      { administration: "FR", endpoints: 1, handedOverAt: at },
    ],
    ["FR", "DE", "KE", "IT"],
    "FR",
  );
  expect(rows.map(({ administration }) => administration)).toEqual(["KE", "DE", "IT"]);
  expect({ acknowledged, read }).toEqual({ acknowledged: 1, read: 1 });
});

test("a sign-in that is refused is told apart by what the person can do about it", () => {
  const refused = (name: string, message = "") => refusalOf(Object.assign(new Error(message), { name }));
  expect(refused("NotAuthorizedException", "Incorrect username or password.")).toBe("wrong-credentials");
  expect(refused("UserNotFoundException")).toBe("wrong-credentials");
  expect(refused("NotAuthorizedException", "Temporary password has expired")).toBe("expired-password");
  expect(refused("NotAuthorizedException", "Password attempts exceeded")).toBe("too-many");
  expect(refused("NotAuthorizedException", "Invalid session for the user, session is expired.")).toBe(
    "ended",
  );
  expect(refused("CodeMismatchException")).toBe("wrong-code");
  expect(refused("NetworkError")).toBe("unreachable");
  expect(refused("NotTakingPart")).toBe("not-taking-part");
  expect(refusalOf("a text")).toBe("other");
});
