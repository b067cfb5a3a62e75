import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import {
  type Console,
  expectAccessible,
  expectFinished,
  openConsole,
  picture,
  visit,
} from "./support/console.ts";
import { expectToHold } from "./support/layout.ts";
import { signIn } from "./support/sign-in.ts";
import { seeded } from "./support/system.ts";

let browser: Browser;
let anybody: Console;
let contactPoint: Console;
let operator: Console;

beforeAll(async () => {
  browser = await launchChromium();
  [anybody, contactPoint, operator] = [
    await openConsole(browser),
    await openConsole(browser),
    await openConsole(browser),
  ];
  await contactPoint.open("/");
  await signIn(contactPoint, seeded("FR", "contact-point"), "France");
  await operator.open("/");
  await signIn(operator, seeded("WCO", "operator"), "WCO secretariat");
});
afterAll(() => browser?.close());

/** Each page by its name, whose it is, and how it is reached. */
const pages: readonly (readonly [string, () => Console, string])[] = [
  ["sign-in", () => anybody, "/sign-in"],
  ["join", () => anybody, "/join"],
  ["inbox", () => contactPoint, "/"],
  ["alerts", () => contactPoint, "/alerts"],
  ["new-alert", () => contactPoint, "/alerts/new"],
  ["notifications", () => contactPoint, "/notifications"],
  ["new-subscription", () => contactPoint, "/notifications/new"],
  ["subscription", () => contactPoint, "/notifications main .row a"],
  ["people", () => contactPoint, "/people"],
  ["invite", () => contactPoint, "/people/invite"],
  ["person", () => contactPoint, "/people main tbody a"],
  ["system-accounts", () => contactPoint, "/people/system-accounts"],
  ["new-system-account", () => contactPoint, "/people/system-accounts/new"],
  ["contact-points", () => contactPoint, "/people/contact-points"],
  ["own-administration", () => contactPoint, "/people/administration"],
  ["directory", () => contactPoint, "/directory"],
  ["groups", () => contactPoint, "/groups"],
  ["audit", () => contactPoint, "/audit"],
  ["audit-overseen", () => operator, "/audit?of=FR"],
  ["secretariat", () => operator, "/secretariat"],
  ["secretariat-approved", () => operator, "/secretariat?show=approved"],
  ["application", () => operator, "/secretariat?show=approved main .row a"],
  ["new-administration", () => operator, "/secretariat/administrations/new"],
  ["administration", () => operator, "/secretariat main tbody a"],
];

/** A page's address, or where the first link of a list leads that is found at one. */
const reach = async (console: Console, way: string): Promise<void> => {
  const [path = "/", ...selector] = way.split(" ");
  await visit(console, path);
  if (selector.length === 0) return;
  const href = await console.page.locator(selector.join(" ")).first().getAttribute("href");
  await visit(console, href ?? "/");
};

test.each(pages)(
  "%s holds narrow, large, from right to left, in the dark and in French, and is accessible",
  async (name, whose, way) => {
    const console = whose();
    const { page } = console;
    await reach(console, way);
    await expectFinished(console, `page-${name}`);
    await expectToHold(console, `page-${name}`);

    await page.emulateMedia({ colorScheme: "dark" });
    await picture(console, `page-${name}-dark`);
    await expectAccessible(console);
    await page.emulateMedia({ colorScheme: null });

    await page.getByLabel("Language", { exact: true }).first().selectOption("fr");
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("fr");
    await expectFinished(console, `page-${name}-french`);
    await page.getByLabel("Langue", { exact: true }).first().selectOption("en");
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("en");
  },
);
