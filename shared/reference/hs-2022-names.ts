import { type CodeLanguage, codeLanguages } from "./code-search.ts";
import data from "./data/hs-2022-names.json" with { type: "json" };
import { headingsThatMatter } from "./hs-headings.ts";
import { searchHsIn } from "./hs-search.ts";

/**
 * HS 2022 in words, apart from its codes because of its size: load it when somebody searches.
 * Source: datasets/harmonized-system (ODC-PDDL); the wording is Comtrade's, not the legal text.
 */
const names: ReadonlyMap<string, string> = new Map(Object.entries(data));

export const hsName = (code: string): string | undefined => names.get(code);

/** In the reader's language, where the heading is one that matters; else as it is published, in English. */
export const hsNameIn = (
  code: string,
  locale: string,
): { readonly name: string; readonly language: CodeLanguage } | undefined => {
  const language = codeLanguages.find((each) => each === locale);
  const words = language && language !== "en" ? headingsThatMatter.get(code)?.[language] : undefined;
  const name = words ?? names.get(code);
  return name === undefined ? undefined : { name, language: words === undefined ? "en" : (language ?? "en") };
};

export const searchHs = (query: string, limit = 20) => searchHsIn(names, query, limit);
