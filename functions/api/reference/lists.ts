import * as z from "zod/mini";
import type { ReferenceEntry, ReferenceList, ReferenceListName } from "../../../shared/contract/reference.ts";
import { commodityCategories } from "../../../shared/domain/commodity-category.ts";
import { en } from "../../../shared/domain/notices/en.ts";
import { fr } from "../../../shared/domain/notices/fr.ts";
import { codeLanguages } from "../../../shared/reference/code-search.ts";
import { countryCodes, countryName } from "../../../shared/reference/countries.ts";
import { currencyCodes, currencyName } from "../../../shared/reference/currencies.ts";
import { falsificationNames } from "../../../shared/reference/falsification.ts";
import { wordsFor } from "../../../shared/reference/hs-headings.ts";
import { memberName, members } from "../../../shared/reference/members.ts";
import { regionName, regionSlugs } from "../../../shared/reference/regions.ts";
import { transportModes } from "../../../shared/reference/transport-modes.ts";
import { units } from "../../../shared/reference/units.ts";

/** Reads a file of shared/reference/data that is too large for the bundle. */
export type ReadData = (name: string) => Promise<string>;

interface Definition {
  readonly about: Omit<ReferenceList, "list" | "version">;
  readonly entries: (readData: ReadData) => Promise<readonly ReferenceEntry[]>;
}

const Texts = z.record(z.string(), z.string());
const byCode = ([one]: readonly [string, string], [other]: readonly [string, string]): number =>
  one < other ? -1 : 1;

const inAllLanguages = (nameOf: (locale: string) => string): Record<string, string> =>
  Object.fromEntries(codeLanguages.map((language) => [language, nameOf(language)]));

const unitsOf = (list: string) => async () =>
  units
    .filter((unit) => unit.list === list)
    .map(({ code, en: english, fr: french }) => ({ code, names: { en: english, fr: french } }));

const named = (table: Readonly<Record<string, { readonly en: string; readonly fr: string }>>) => async () =>
  Object.entries(table).map(([code, names]) => ({ code, names: { ...names } }));

const hs = async (readData: ReadData): Promise<readonly ReferenceEntry[]> =>
  Object.entries(Texts.parse(JSON.parse(await readData("hs-2022-names"))))
    .sort(byCode)
    .map(([code, name]) => {
      const words = wordsFor(code);
      return { code, names: { en: name }, ...(words === "" ? {} : { words }) };
    });

const locodes = async (readData: ReadData): Promise<readonly ReferenceEntry[]> =>
  Object.entries(Texts.parse(JSON.parse(await readData("locodes")))).flatMap(([country, places]) =>
    places
      .split("\n")
      .filter(Boolean)
      .map((line) => ({ code: `${country}${line.slice(0, 3)}`, names: { en: line.slice(3) } })),
  );

const UNECE = "UN/ECE; French names are the exchange's own";
const CLDR = "names from CLDR";

export const definitions: Readonly<Record<ReferenceListName, Definition>> = {
  "hs-2022": {
    about: {
      edition: "HS 2022",
      source: "datasets/harmonized-system (ODC-PDDL); the wording is Comtrade's, not the legal text",
    },
    entries: hs,
  },
  locodes: {
    about: {
      edition: "UN/LOCODE 2024-2",
      source: "UNECE: ports, airports, border crossings and postal exchange offices, a part of the list",
    },
    entries: locodes,
  },
  units: {
    about: { edition: "UN/ECE Recommendation 20, the part that customs uses", source: UNECE },
    entries: unitsOf("rec20"),
  },
  packages: {
    about: { edition: "UN/ECE Recommendation 21, the part that customs uses", source: UNECE },
    entries: unitsOf("rec21"),
  },
  "transport-modes": {
    about: { edition: "UN/ECE Recommendation 19, and express-courier", source: UNECE },
    entries: named(transportModes),
  },
  countries: {
    about: { edition: "ISO 3166-1 alpha-2, and XK", source: `ISO 3166-1; ${CLDR}` },
    entries: async () =>
      [...countryCodes].map((code) => ({
        code,
        names: inAllLanguages((locale) => countryName(code, locale)),
      })),
  },
  currencies: {
    about: { edition: "ISO 4217, currencies in use", source: `ISO 4217; ${CLDR}` },
    entries: async () =>
      [...currencyCodes].map((code) => ({
        code,
        names: inAllLanguages((locale) => currencyName(code, locale)),
      })),
  },
  members: {
    about: {
      edition: "Members of the WCO, September 2025",
      source: "a public list of 2017 (CC BY-SA 3.0) with the joiners since",
    },
    entries: async () =>
      members.map(({ code, name, region }) => ({
        code,
        names: { en: name, fr: memberName(code, "fr") },
        region,
      })),
  },
  regions: {
    about: { edition: "The WCO's six regions", source: "WCO" },
    entries: async () =>
      regionSlugs.map((code) => ({
        code,
        names: { en: regionName(code, "en"), fr: regionName(code, "fr") },
      })),
  },
  falsification: {
    about: { edition: "Types of falsification", source: "after the Pharmaceutical Security Institute" },
    entries: named(falsificationNames),
  },
  "commodity-categories": {
    about: { edition: "Commodity categories of the exchange", source: "the exchange's own" },
    entries: async () =>
      commodityCategories.map((code) => ({
        code,
        names: { en: en.categories[code], fr: fr.categories[code] },
      })),
  },
};
