import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, visit } from "./support/console.ts";
import { chooseOption, pick, press, tabTo, tick, typeInto } from "./support/keyboard.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded } from "./support/system.ts";

let browser: Browser;
let contactPoint: Console;
let officer: Console;

beforeAll(async () => {
  browser = await launchChromium();
  [contactPoint, officer] = [await openConsole(browser), await openConsole(browser)];
  await contactPoint.open("/");
  await signIn(contactPoint, seeded("PH", "contact-point"), "Philippines");
  await officer.open("/");
  await signIn(officer, seeded("FR", "officer"), "France");
});
afterAll(() => browser?.close());

const points = "/people/contact-points";
const name = `Watch of the Philippines ${run}`;

test("a contact point tells the hours, and is told in words what is missing", async () => {
  const { page } = contactPoint;
  await visit(contactPoint, points);
  await page.getByText("No hours are told yet").first().waitFor();
  await expectFinished(contactPoint, "contact-points-without-hours");
  await press(page, "Change the contact points");
  await press(page, "Save the contact points");
  await page.getByText(/Hours of the primary contact point/).waitFor();
  await expectFinished(contactPoint, "contact-points-missing");

  await typeInto(page, page.locator("#field-contactPoints-0-name"), name);
  await pick(page, page.locator("#field-contactPoints-0-timeZone"), "Manila", "Asia/Manila");
  await page.locator("#field-contactPoints-0-hours").focus();
  await page.keyboard.press("Space");
  await page.locator("#field-contactPoints-1-hours--round-the-clock").focus();
  await page.keyboard.press("Space");
  await expectFinished(contactPoint, "contact-points-edited");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(contactPoint, "contact-points-edited-320px");
  await page.setViewportSize({ width: 1280, height: 800 });
  await press(page, "Save the contact points");
  await page.getByText("Saved. Others see it from now on.").waitFor();
  await page.getByRole("heading", { level: 3, name }).waitFor();
  await expectFinished(contactPoint, "contact-points-saved");
  await press(page, `Confirm ${name}`);
  await page
    .getByText(/^Confirmed on/)
    .first()
    .waitFor();
});

test("an officer finds who is on duty there, at another time as well, with what to call", async () => {
  const { page } = officer;
  await visit(officer, "/directory");
  await expectFinished(officer, "directory");
  await typeInto(page, "Administration", "philip");
  await page.getByRole("heading", { level: 2, name: /Philippines/ }).waitFor();
  expect(await page.getByRole("heading", { level: 2 }).count()).toBe(1);
  await page.getByText("Round the clock", { exact: true }).first().waitFor();
  const card = page.getByRole("listitem").filter({ hasText: name });
  const phone = await card.getByRole("link").first().getAttribute("href");
  expect(phone).toMatch(/^tel:\+\d+$/);
  expect(await card.getByRole("link").nth(1).getAttribute("href")).toMatch(/^mailto:/);

  await chooseOption(page, "When", "At another time");
  // A Sunday: the office is closed, and the deputy is there round the clock.
  await page.getByLabel("Date and time").fill("2026-11-29T03:00");
  await page.getByText("Off duty", { exact: true }).waitFor();
  await page
    .getByText(/^It is .* in Manila then$/)
    .first()
    .waitFor();
  await page
    .getByText(/your time/)
    .first()
    .waitFor();
  await expectFinished(officer, "directory-at-another-time");
  await tick(page, "Only who is on duty");
  expect(await page.getByRole("heading", { level: 3, name }).count()).toBe(0);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(officer, "directory-on-duty-320px");
  await page.setViewportSize({ width: 1280, height: 800 });
});

test("nothing found says what to try, and a link of an administration begins with it", async () => {
  const { page } = officer;
  await visit(officer, "/directory");
  await typeInto(page, "Administration", "atlantis");
  await page.getByText("Nothing found for “atlantis”").waitFor();
  await expectFinished(officer, "directory-nothing-found");
  await visit(officer, "/directory?administration=PH");
  await page.getByRole("heading", { level: 2, name: /Philippines/ }).waitFor();
  await tabTo(page, page.getByRole("button", { name: /^Copy/ }).first());
});
