import type { CodeLanguage } from "./code-search.ts";
import data from "./data/hs-2022-words.json" with { type: "json" };

/**
 * The headings of HS 2022 that medical goods are declared under, most common first, with words that officers use for
 * them in each of the six languages. The list's own names are Comtrade's, in English. Words ours.
 */
export const headingsThatMatter: ReadonlyMap<string, Readonly<Record<CodeLanguage, string>>> = new Map(
  data.map(({ code, ...words }) => [code, words]),
);

const order = new Map([...headingsThatMatter.keys()].map((code, index) => [code, index]));

/** Its place among the headings that matter: of itself, or of the one that it is a part of. */
export const placeAmongHeadings = (code: string): number | undefined =>
  order.get(code) ?? order.get(code.slice(0, 4));

/** What else a code is called, in all six languages or in one: its own words, or those of the heading it is a part of. */
export const wordsFor = (code: string, language?: CodeLanguage): string => {
  const words = headingsThatMatter.get(code) ?? headingsThatMatter.get(code.slice(0, 4));
  if (words === undefined) return "";
  return language === undefined ? Object.values(words).join(", ") : words[language];
};
