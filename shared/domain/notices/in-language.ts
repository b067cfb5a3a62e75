import type { NoticeLanguage } from "../language.ts";
import type { Catalogue, MailText } from "./catalogue.ts";
import { catalogues, noticeLanguageFor } from "./catalogues.ts";

/** A text in the language that somebody reads (BCP 47), or in both where nobody knows which. */
export const inLanguage = (
  language: string | undefined,
  write: (catalogue: Catalogue, language: NoticeLanguage) => MailText,
): MailText => {
  if (language !== undefined) {
    const known = noticeLanguageFor(language);
    return write(catalogues[known], known);
  }
  const [en, fr] = [write(catalogues.en, "en"), write(catalogues.fr, "fr")];
  return {
    subject: `${en.subject} / ${fr.subject.split(" : ").at(-1)}`,
    text: `${en.text}\n---\n\n${fr.text}`,
  };
};

/** A day as it is written in a text. */
export const dayIn = (language: NoticeLanguage, instant: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(instant));
