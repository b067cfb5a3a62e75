import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { type Console, openConsole } from "./support/console.ts";
import { signIn } from "./support/sign-in.ts";
import { seeded } from "./support/system.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** Notes the moment at which something is there to be read, as the page itself sees it. */
const noteReadable = async ({ page }: Console, selector: string): Promise<void> => {
  await page.addInitScript(
    `new MutationObserver((_, observer) => {
      if (document.querySelector(${JSON.stringify(selector)}) === null) return;
      globalThis.readableAt = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });`,
  );
};

/** The scripts of a page in KB of gzip, whatever the server compressed them with: those that it had when it could be read. */
const weigh = ({ page }: Console, selector: string): (() => Promise<number>) => {
  const sizes = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    const size = response.body().then((body) => gzipSync(body, { level: 9 }).length);
    sizes.set(response.url(), size);
  });
  return async () => {
    await page.locator(selector).first().waitFor();
    const had = await page.evaluate<string[]>(
      `performance.getEntriesByType("resource")
        .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= globalThis.readableAt)
        .map(({ name }) => name)`,
    );
    const weights = await Promise.all(had.map((url) => sizes.get(url) ?? 0));
    return weights.reduce((sum, size) => sum + size, 0) / 1000;
  };
};

test("the sign-in page can be read after at most 110 KB of scripts, all from one origin", async () => {
  const console = await openConsole(browser);
  const password = "input[type=password]";
  await noteReadable(console, password);
  const loaded = weigh(console, password);
  await console.open("/sign-in");
  const weight = await loaded();
  globalThis.console.log(`Scripts until the sign-in page can be read: ${weight.toFixed(1)} KB`);
  // Less than React alone would mean that nothing was weighed.
  expect(weight).toBeGreaterThan(60);
  expect(weight).toBeLessThanOrEqual(110);
  expect(console.strangers).toEqual([]);
});

test("somebody signed in can read the list of alerts after at most 170 KB of scripts, all from one origin", async () => {
  const console = await openConsole(browser);
  await console.open("/sign-in?next=/alerts");
  await signIn(console, seeded("FR", "reader"), "France");
  const list = "main .alert-list, main .empty";
  await noteReadable(console, list);
  const loaded = weigh(console, list);
  // In two groups, whose names take more scripts, and with a slow answer, during which more could be fetched.
  await console.page.route("**/v1/me", async (route) => {
    const response = await route.fetch();
    const me = await response.json();
    await route.fulfill({ response, json: { ...me, groups: ["ipr", "operation-exercise"] } });
  });
  await console.page.route(/\/v1\/alerts\?/, async (route) => {
    await setTimeout(1500);
    await route.continue();
  });
  await console.open("/alerts");
  const weight = await loaded();
  globalThis.console.log(`Scripts until the list of alerts can be read: ${weight.toFixed(1)} KB`);
  expect(weight).toBeGreaterThan(60);
  expect(weight).toBeLessThanOrEqual(170);
  expect(console.strangers).toEqual([]);
});
