import data from "./data/hs-2022-names.json" with { type: "json" };
import { searchHsIn } from "./hs-search.ts";

/**
 * HS 2022 in words, apart from its codes because of its size: load it when somebody searches.
 * Source: datasets/harmonized-system (ODC-PDDL); the wording is Comtrade's, not the legal text.
 */
const names: ReadonlyMap<string, string> = new Map(Object.entries(data));

export const hsName = (code: string): string | undefined => names.get(code);

export const searchHs = (query: string, limit = 20) => searchHsIn(names, query, limit);
