import type { NoticeLanguage } from "../language.ts";
import type { Catalogue } from "./catalogue.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export const catalogues = { en, fr } as const satisfies Record<NoticeLanguage, Catalogue>;

/** The best language for somebody who reads this one (BCP 47); English where there is none. */
export const noticeLanguageFor = (language: string): NoticeLanguage =>
  language.split("-")[0] === "fr" ? "fr" : "en";
