import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type Messages, setupI18n } from "@lingui/core";
import { formatter } from "@lingui/format-po";
import { expect, test } from "vitest";
import { languages, sourceLanguage } from "../../../web/src/i18n/languages.ts";
import { createTexts } from "../../../web/src/i18n/texts.ts";

const source = join(import.meta.dirname, "../../../web/src");
const folders = readdirSync(join(source, "pages"));
const { parse } = formatter({ origins: false });

const translations = async (place: string, tag: string): Promise<ReadonlyMap<string, string>> => {
  const filename = join(source, place, `catalogues/${tag}.po`);
  const read = await parse(readFileSync(filename, "utf8"), {
    locale: tag,
    sourceLocale: sourceLanguage,
    filename,
  });
  return new Map(Object.entries(read).map(([id, { translation }]) => [id, translation ?? ""]));
};

test("a text that stands in several folders is translated the same in each", async () => {
  for (const { tag } of languages) {
    const said = new Map<string, string>();
    let again = 0;
    for (const place of ["i18n", ...folders.map((folder) => `pages/${folder}`)]) {
      for (const [id, translation] of await translations(place, tag)) {
        if (said.has(id)) again++;
        expect(translation, `${id} in ${place}`).toBe(said.get(id) ?? translation);
        said.set(id, translation);
      }
    }
    expect(again).toBeGreaterThan(0);
  }
});

test("each page comes with the texts of its own folder", () => {
  const routes = readFileSync(join(source, "routes.tsx"), "utf8");
  const pages = [...routes.matchAll(/import\("\.\/pages\/([^/]+)\//g)];
  const withTexts = [...routes.matchAll(/page\(\s*"([^"]+)",\s*\(\) => import\("\.\/pages\/([^/]+)\//g)];
  expect(new Set(pages.map(([, folder]) => folder))).toEqual(new Set(folders));
  expect(withTexts).toHaveLength(pages.length);
  for (const [, texts, folder] of withTexts) expect(texts).toBe(folder);
});

/** Catalogues that arrive when the test says so, each with one text: its place and language. */
const world = async () => {
  const catalogues = new Map<string, PromiseWithResolvers<Messages>>();
  const catalogue = (place: string, tag: string) => {
    const known = catalogues.get(`${place} ${tag}`) ?? Promise.withResolvers<Messages>();
    catalogues.set(`${place} ${tag}`, known);
    return known;
  };
  const i18n = setupI18n();
  const texts = createTexts(i18n, (place, tag) => catalogue(place, tag).promise, "console");
  const arrive = (place: string, tag: string) =>
    catalogue(place, tag).resolve({ [place]: `${place} in ${tag}` });
  arrive("console", "en");
  await texts.show("en");
  const fail = (place: string, tag: string) =>
    catalogue(place, tag).reject(new Error("There is no connection."));
  return { i18n, texts, arrive, fail, asked: () => [...catalogues.keys()] };
};

test("a place’s texts are there once it is added, and its alone are loaded", async () => {
  const { i18n, texts, arrive, asked } = await world();
  const added = texts.add("alerts");
  await expect.poll(asked).toEqual(["console en", "alerts en"]);
  expect(i18n.t("alerts")).toBe("alerts");
  arrive("alerts", "en");
  await added;
  expect([i18n.t("console"), i18n.t("alerts")]).toEqual(["console in en", "alerts in en"]);
});

test("a language is shown when everything that was loaded before is there in it", async () => {
  const { i18n, texts, arrive } = await world();
  arrive("alerts", "en");
  await texts.add("alerts");
  const shown = texts.show("fr");
  arrive("console", "fr");
  await setImmediate();
  expect([i18n.t("console"), i18n.t("alerts")]).toEqual(["console in en", "alerts in en"]);
  arrive("alerts", "fr");
  await shown;
  expect([i18n.t("console"), i18n.t("alerts")]).toEqual(["console in fr", "alerts in fr"]);
});

test("a language chosen while a page is being loaded has the page’s texts, too", async () => {
  const { i18n, texts, arrive, asked } = await world();
  const added = texts.add("alerts");
  await expect.poll(asked).toContain("alerts en");
  const shown = texts.show("fr");
  arrive("console", "fr");
  arrive("alerts", "fr");
  await shown;
  expect(i18n.t("alerts")).toBe("alerts in fr");
  arrive("alerts", "en");
  await added;
  expect(i18n.t("alerts")).toBe("alerts in fr");
});

test("a page asked for while a language is being loaded has its texts in that language", async () => {
  const { i18n, texts, arrive, asked } = await world();
  const shown = texts.show("fr");
  await expect.poll(asked).toContain("console fr");
  const added = texts.add("alerts");
  for (const tag of ["en", "fr"]) arrive("alerts", tag);
  arrive("console", "fr");
  await Promise.all([shown, added]);
  expect(i18n.t("alerts")).toBe("alerts in fr");
});

test("a language that cannot be loaded leaves the one before, and pages go on", async () => {
  const { i18n, texts, arrive, fail } = await world();
  const shown = texts.show("fr");
  const noLanguage = expect(shown).rejects.toThrow("There is no connection.");
  arrive("alerts", "en");
  fail("console", "fr");
  await noLanguage;
  await texts.add("alerts");
  expect([i18n.t("console"), i18n.t("alerts")]).toEqual(["console in en", "alerts in en"]);
});

test("of two languages chosen one after the other, the last is shown, whichever arrives first", async () => {
  const { i18n, texts, arrive } = await world();
  const shown = [texts.show("fr"), texts.show("en")];
  await setImmediate();
  arrive("console", "fr");
  await Promise.all(shown);
  expect(i18n.t("console")).toBe("console in en");
});
