import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";
import { languages, sourceLanguage } from "./src/i18n/languages.ts";

/** A further language is an entry in languages.ts and its catalogue. */
export default defineConfig({
  sourceLocale: sourceLanguage,
  locales: languages.map(({ tag }) => tag),
  catalogs: [{ path: "<rootDir>/src/i18n/catalogues/{locale}", include: ["<rootDir>/src"] }],
  // Where a text stands in the code changes with every edit; a catalogue changes with its texts alone.
  format: formatter({ origins: false }),
  orderBy: "message",
});
