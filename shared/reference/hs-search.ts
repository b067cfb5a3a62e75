import { plain } from "./code-search.ts";
import { headingsThatMatter, placeAmongHeadings, wordsFor } from "./hs-headings.ts";

/** A heading or subheading by its code and its name, which is published in English. */
interface Named {
  readonly code: string;
  readonly name: string;
}

const LAST = headingsThatMatter.size;

/** What each code is called in any language, without accents: made once, since it is searched at each keystroke. */
const made = new WeakMap<ReadonlyMap<string, string>, readonly (Named & { readonly called: string })[]>();
const calledIn = (names: ReadonlyMap<string, string>) => {
  const called =
    made.get(names) ??
    [...names]
      .filter(([code]) => code.length >= 4)
      .map(([code, name]) => ({ code, name, called: plain(`${name} ${wordsFor(code)}`) }));
  made.set(names, called);
  return called;
};

/**
 * Headings and subheadings whose code begins with the digits asked for, or which are called by each of the words, in any
 * of the six languages: those that matter first. No text finds the headings that matter.
 */
export const searchHsIn = (
  names: ReadonlyMap<string, string>,
  query: string,
  limit = 20,
): readonly Named[] => {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0)
    return [...headingsThatMatter.keys()]
      .slice(0, limit)
      .map((code) => ({ code, name: names.get(code) ?? code }));
  const digits = words.join("").replaceAll(".", "");
  const byDigits = /^\d+$/.test(digits);
  const found = calledIn(names)
    .filter(({ code, called }) =>
      byDigits ? code.startsWith(digits) : words.every((word) => called.includes(word)),
    )
    .map(({ code, name }) => ({ code, name }));
  // By digits, the order of the list is what one looks for.
  const place = ({ code }: Named): number =>
    headingsThatMatter.has(code)
      ? (placeAmongHeadings(code) ?? LAST)
      : LAST + (placeAmongHeadings(code) ?? LAST);
  return (byDigits ? found : found.toSorted((one, other) => place(one) - place(other))).slice(0, limit);
};
