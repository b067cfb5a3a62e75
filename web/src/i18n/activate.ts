import { i18n, type Messages } from "@lingui/core";
import { chooseLanguage, type Language } from "./languages.ts";

const REMEMBERED = "cencomm.language";

/** Catalogues by file, each loaded when its language is chosen. */
const catalogues = import.meta.glob<{ readonly messages: Messages }>("./catalogues/*.po");

const remembered = (): readonly string[] => {
  const tag = localStorage.getItem(REMEMBERED);
  return tag === null ? [] : [tag];
};

/** The language chosen here before, else the first that the browser asks for and the console speaks. */
export const preferredLanguage = (): Language => chooseLanguage([...remembered(), ...navigator.languages]);

/** Shows every text in a language from now on, and remembers it on this device where a person chose it. */
export async function activate(language: Language, { remember = false } = {}): Promise<void> {
  const load = catalogues[`./catalogues/${language.tag}.po`];
  if (load === undefined) throw new Error(`There is no catalogue for ${language.tag}.`);
  const { messages } = await load();
  i18n.loadAndActivate({ locale: language.tag, messages });
  document.documentElement.lang = language.tag;
  document.documentElement.dir = language.direction;
  if (remember) localStorage.setItem(REMEMBERED, language.tag);
}
