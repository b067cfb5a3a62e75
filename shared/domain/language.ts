import * as z from "zod/mini";

/** The languages a notice can be written in. The console's catalogues are a list of their own. */
export const noticeLanguages = ["en", "fr"] as const;
export const NoticeLanguage = z.enum(noticeLanguages);
export type NoticeLanguage = z.infer<typeof NoticeLanguage>;

/** BCP 47, language and optionally script or region: the language a text is written in. */
export const LanguageTag = z
  .string()
  .check(
    z.regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, "A language is a BCP 47 tag, such as en or pt-BR."),
    z.describe("BCP 47 language tag"),
  );
