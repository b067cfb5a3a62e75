import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";
import { languages, sourceLanguage } from "./src/i18n/languages.ts";

/**
 * A further language is an entry in languages.ts and its catalogues. `npx lingui extract --clean --config web/lingui.config.ts`
 * collects the texts; a folder of pages with its first text has its catalogues by it.
 */
export default defineConfig({
  sourceLocale: sourceLanguage,
  locales: languages.map(({ tag }) => tag),
  // Each folder of pages has its own texts, loaded with its pages; a text of two folders stands in both.
  catalogs: [
    {
      path: "<rootDir>/src/i18n/catalogues/{locale}",
      include: ["<rootDir>/src"],
      exclude: ["<rootDir>/src/pages/**"],
    },
    { path: "<rootDir>/src/pages/{name}/catalogues/{locale}", include: ["<rootDir>/src/pages/{name}"] },
  ],
  // Where a text stands in the code changes with every edit; a catalogue changes with its texts alone.
  format: formatter({ origins: false }),
  orderBy: "message",
});
