import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type Console, expectNoSidewaysScroll, picture } from "./console.ts";

const overlaps = readFileSync(join(import.meta.dirname, "overlaps.page.js"), "utf8");

const desktop = { width: 1280, height: 800 };

/** A page that has to hold in a layout other than a desktop's left to right. */
const holds = async (console: Console, name: string): Promise<void> => {
  await picture(console, name);
  await expectNoSidewaysScroll(console);
  expect(await console.page.evaluate<string[]>(overlaps)).toEqual([]);
};

/** The narrowest phone, twice the size of everything, and a script that is read from the right. */
export const expectToHold = async (console: Console, name: string): Promise<void> => {
  const { page } = console;
  await page.setViewportSize({ width: 320, height: 640 });
  await holds(console, `${name}-320px`);
  // To a page, a zoom of 200 % is half as many pixels, each twice as large.
  await page.setViewportSize({ width: desktop.width / 2, height: desktop.height / 2 });
  await holds(console, `${name}-zoom-200`);
  await page.setViewportSize(desktop);
  await page.evaluate("document.documentElement.dir = 'rtl'");
  await holds(console, `${name}-rtl`);
  await page.setViewportSize({ width: 320, height: 640 });
  await holds(console, `${name}-rtl-320px`);
  await page.evaluate("document.documentElement.dir = 'ltr'");
  await page.setViewportSize(desktop);
};
