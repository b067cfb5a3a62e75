import { i18n, type Messages } from "@lingui/core";
import { chooseLanguage, type Language } from "./languages.ts";
import { createTexts } from "./texts.ts";

const REMEMBERED = "cencomm.language";

/** Catalogues by file, from Vite's root: one of the console, one of each folder of pages, in each language. */
const catalogues = import.meta.glob<{ readonly messages: Messages }>([
  "/src/i18n/catalogues/*.po",
  "/src/pages/*/catalogues/*.po",
]);

const texts = createTexts(
  i18n,
  async (place, tag) => {
    const load = catalogues[`/src/${place}/catalogues/${tag}.po`];
    if (load === undefined) throw new Error(`${place} has no catalogue for ${tag}.`);
    return (await load()).messages;
  },
  "i18n",
);

/** The texts of a folder of pages: there before its first page is. */
export const loadTextsOf = (folder: string): Promise<void> => texts.add(`pages/${folder}`);

const remembered = (): readonly string[] => {
  const tag = localStorage.getItem(REMEMBERED);
  return tag === null ? [] : [tag];
};

/** The language chosen here before, else the first that the browser asks for and the console speaks. */
export const preferredLanguage = (): Language => chooseLanguage([...remembered(), ...navigator.languages]);

/** Shows every text in a language from now on, and remembers it on this device where a person chose it. */
export async function activate(language: Language, { remember = false } = {}): Promise<void> {
  await texts.show(language.tag);
  document.documentElement.lang = language.tag;
  document.documentElement.dir = language.direction;
  if (remember) localStorage.setItem(REMEMBERED, language.tag);
}
