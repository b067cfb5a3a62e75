import type { NoticeLanguage } from "../language.ts";
import type { Catalogue } from "./catalogue.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export const catalogues = { en, fr } as const satisfies Record<NoticeLanguage, Catalogue>;

/** The best catalogue for somebody who reads this language (BCP 47); English where there is none. */
export const catalogueFor = (language: string): Catalogue => {
  const primary = language.split("-")[0];
  return primary === "fr" ? catalogues.fr : catalogues.en;
};
