import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { state } from "./system.ts";

const output = join(import.meta.dirname, "..", ".output");
mkdirSync(output, { recursive: true });

/** The console in a window of its own, as one person has it before them. */
export interface Console {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses asked for that are not of the console's one origin. */
  readonly strangers: readonly string[];
  open(path: string): Promise<void>;
}

export const openConsole = async (
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Console> => {
  const context = await browser.newContext({
    baseURL: state.webUrl,
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/Brussels",
    ...options,
  });
  const strangers: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${state.webUrl}/`) && !url.startsWith("data:") && url !== "about:blank")
      strangers.push(url);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return {
    context,
    page,
    strangers,
    open: async (path) => {
      await page.goto(path);
    },
  };
};

/** Leaves the page for somebody to look at: from its top to its end, or what a dialog lets see of it. */
export const picture = async ({ page }: Console, name: string): Promise<void> => {
  const fullPage = (await page.getByRole("dialog").count()) === 0;
  if (fullPage) await page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
  await page.screenshot({ path: join(output, `${name}.png`), fullPage, animations: "disabled" });
};

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Every rule of WCAG 2.2 A and AA that a machine can check. */
export const expectAccessible = async ({ page }: Console): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  expect(found).toEqual([]);
};

/** Nothing has to be scrolled sideways. */
export const expectNoSidewaysScroll = async ({ page }: Console): Promise<void> => {
  const [wide, seen] = await page.evaluate<[number, number]>(
    "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
  );
  expect(wide).toBeLessThanOrEqual(seen);
};

/** All that the page asked for is there. */
export const settled = async ({ page }: Console): Promise<void> => {
  await expect.poll(() => page.locator(".skeleton").count(), { timeout: 15_000 }).toBe(0);
};

/** A page that a person looks at: pictured, accessible, and all of it from one origin. */
export const expectFinished = async (console: Console, name: string): Promise<void> => {
  await settled(console);
  await picture(console, name);
  await expectAccessible(console);
  await expectNoSidewaysScroll(console);
  expect(console.strangers).toEqual([]);
};

/** Goes to a page by its address and waits until all that it asked for is there. */
export const visit = async (console: Console, path: string): Promise<void> => {
  await console.open(path);
  await console.page.getByRole("heading", { level: 1 }).waitFor();
  await console.page.waitForLoadState("networkidle");
  await settled(console);
};
