import { expect, test } from "vitest";
import { countryCodes, countryName } from "../../../shared/reference/countries.ts";
import { isHsCode } from "../../../shared/reference/hs-2022.ts";
import { hsName, searchHs } from "../../../shared/reference/hs-2022-names.ts";
import { locodesOf } from "../../../shared/reference/locodes.ts";
import { memberByCode, memberName, members } from "../../../shared/reference/members.ts";
import { regionName, regionSlugs } from "../../../shared/reference/regions.ts";
import { transportModes } from "../../../shared/reference/transport-modes.ts";
import { unitCodes, unitName, units } from "../../../shared/reference/units.ts";

/** The headings that medical goods are declared under. */
const medical =
  "3001 3002 3003 3004 3005 3006 300241 3822 382100 630790 481850 902000 401512 401519 392620 380894 2207 2208 2847 3401 900490 6210 392690 9018 9019 902511 902519 7010";

test("the World Customs Organization has 187 members, and the European Union beside them", () => {
  expect(new Set(members.map(({ code }) => code)).size).toBe(188);
  expect(members.length).toBe(188);
  expect(memberByCode("EU")).toBeDefined();
  expect(new Set(members.map(({ region }) => region))).toEqual(new Set(regionSlugs));
  expect(regionSlugs).toHaveLength(6);
});

test("a member is named in the reader's language", () => {
  expect(memberName("HK", "en")).toBe("Hong Kong, China");
  expect(memberName("DE", "fr")).toBe("Allemagne");
  expect(memberName("WCO", "fr")).toBe("WCO");
  expect(regionName("europe", "fr-CH")).toBe("Europe");
});

test("every member but the European Union is a country, and every country has a name", () => {
  expect(members.filter(({ code }) => code !== "EU" && !countryCodes.has(code))).toEqual([]);
  expect(countryCodes.size).toBe(250);
  expect([...countryCodes].filter((code) => countryName(code, "fr") === code)).toEqual([]);
  expect(countryCodes.has("XX")).toBe(false);
});

test.each(medical.split(" "))("%s is in HS 2022, with a name", (code) => {
  expect(isHsCode(code)).toBe(true);
  expect(hsName(code)).toBeTruthy();
});

test("HS 2022 is found by the beginning of a code and by words", () => {
  expect(searchHs("3002.4").map(({ code }) => code)).toContain("300241");
  expect(searchHs("vaccines human").map(({ code }) => code)).toContain("300241");
  expect(searchHs(" ")).toEqual([]);
  expect(isHsCode("30043")).toBe(false);
});

test("units and packages have one code each, and names in both languages", () => {
  expect(unitCodes.size).toBe(units.length);
  expect(units.filter(({ list }) => list !== "rec20" && list !== "rec21")).toEqual([]);
  expect(unitName("KGM", "fr")).toBe("kilogramme");
  expect(unitName("U2", "en")).toBe("tablet");
});

test("places of trade are found by country", () => {
  expect(locodesOf("FR")).toContainEqual({ code: "FRLEH", name: "Le Havre" });
  expect(locodesOf("XX")).toEqual([]);
  const codes = [...countryCodes, "XZ"].flatMap((country) => locodesOf(country).map(({ code }) => code));
  expect(new Set(codes).size).toBe(25_413);
  expect(codes.filter((code) => !/^[A-Z]{2}[A-Z2-9]{3}$/.test(code))).toEqual([]);
});

test("an express courier is a mode of transport", () => {
  expect(Object.keys(transportModes)).toContain("express-courier");
});
