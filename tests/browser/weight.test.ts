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

/** The scripts that a page has loaded until it is asked, in KB of gzip, whatever the server compressed them with. */
const weigh = ({ page }: Console): (() => Promise<number>) => {
  const sizes = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    const size = response.body().then((body) => gzipSync(body, { level: 9 }).length);
    sizes.set(response.url(), size);
  });
  return async () => {
    const loaded = await Promise.all(sizes.values());
    return loaded.reduce((sum, size) => sum + size, 0) / 1000;
  };
};

test("nobody loads more than 110 KB of scripts to read the sign-in page, and 170 KB to read the list of alerts", async () => {
  const console = await openConsole(browser);
  const { page } = console;
  // What the sign-in page loads ahead, while it is being read, is held until it can be read.
  let read = () => {};
  const isRead = new Promise<void>((resolve) => {
    read = resolve;
  });
  await page.route(/\/assets\/(sign-in-(?!page)|amplify-)[^/]+\.js$/, async (route) => {
    await isRead;
    await route.continue();
  });
  const loaded = weigh(console);

  await console.open("/sign-in?next=/alerts");
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  const toSignIn = await loaded();
  read();
  await signIn(console, seeded("FR", "reader"), "France");
  await page
    .getByRole("list", { name: "All alerts" })
    .or(page.getByText("There are no alerts yet"))
    .waitFor();
  const toList = await loaded();

  globalThis.console.log(
    `Scripts: ${toSignIn.toFixed(1)} KB to the sign-in page, ${toList.toFixed(1)} KB to the list`,
  );
  expect(toSignIn).toBeGreaterThan(50);
  expect(toSignIn).toBeLessThanOrEqual(110);
  expect(toList).toBeGreaterThan(toSignIn);
  expect(toList).toBeLessThanOrEqual(170);
  expect(console.strangers).toEqual([]);
});
