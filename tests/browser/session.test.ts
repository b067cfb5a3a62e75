import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, settled, visit } from "./support/console.ts";
import { chooseByTyping, follow, press, tabTo, typeInto } from "./support/keyboard.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded } from "./support/system.ts";

let browser: Browser;
let console: Console;
const person = seeded("IT", "contact-point");

beforeAll(async () => {
  browser = await launchChromium();
  console = await openConsole(browser);
  await console.open("/");
  await signIn(console, person, "Italy");
});
afterAll(() => browser?.close());

const heading = (name: string) => console.page.getByRole("heading", { level: 1, name });

/** In the form, not in the bar above every page. */
const inForm = (label: string) => console.page.getByRole("main").getByLabel(label, { exact: true });

test("a person chooses a language and a time zone, which the whole console then speaks", async () => {
  const { page } = console;
  await visit(console, "/me");
  await expectFinished(console, "me");
  await chooseByTyping(page, "Time zone", "Asia/Kath");
  await press(page, "Save the changes");
  await page.getByText("Saved.", { exact: true }).waitFor();
  const signedIn = page.getByRole("definition").first();
  const there = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "Asia/Kathmandu" });
  // Kathmandu's minutes are those of nowhere else: three quarters of an hour off.
  await page.reload();
  await settled(console);
  const shown = (await signedIn.textContent()) ?? "";
  const minutesAgo = Array.from({ length: 10 }, (_, n) => there.format(Date.now() - n * 60_000));
  expect(minutesAgo.some((time) => shown.includes(time))).toBe(true);

  await chooseByTyping(page, inForm("Language"), "Fran");
  await press(page, "Save the changes");
  await heading("Connexion et langue").waitFor();
  await page.evaluate("localStorage.removeItem('cencomm.language')");
  await page.reload();
  await heading("Connexion et langue").waitFor();
  await expectFinished(console, "me-french");
  await chooseByTyping(page, inForm("Langue"), "Selon");
  await chooseByTyping(page, "Fuseau horaire", "Selon");
  await press(page, "Enregistrer les modifications");
  await page.getByText("Enregistré.", { exact: true }).waitFor();
  await tabTo(page, page.getByLabel("Langue", { exact: true }).first());
  await page.evaluate("localStorage.setItem('cencomm.language', 'en')");
  await visit(console, "/me");
  await heading("Sign-in and language").waitFor();
});

test("a session that will end says so in time, and signing in again loses nothing", async () => {
  const { page } = console;
  // Before the page counts the time: what it waits for already would not be hastened.
  await page.clock.install();
  await visit(console, "/people/invite");
  const name = `Half written ${run}`;
  await typeInto(page, "Name", name);
  const banner = page.getByText(/^Your session ends at \d\d:\d\d, twelve hours after the sign-in\./);
  await page.clock.fastForward("11:40:00");
  expect(await banner.count()).toBe(0);
  await page.clock.fastForward("00:06:00");
  await banner.waitFor();
  await expectFinished(console, "session-ending");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(console, "session-ending-320px");
  await page.setViewportSize({ width: 1280, height: 800 });

  await follow(page, "Sign in again");
  await heading("Sign in").waitFor();
  expect(await page.getByLabel("E-mail address", { exact: true }).inputValue()).toBe(person.email);
  await signIn(console, person, "Italy");
  await heading("Invite a person").waitFor();
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe(name);
  expect(await banner.count()).toBe(0);
});

test("a session ends after twelve hours whatever is done in it, and comes back to where it was", async () => {
  const { page } = console;
  for (let hours = 0; hours < 11; hours++) {
    await page.clock.fastForward("01:00:00");
    await page.getByRole("navigation", { name: "Main" }).waitFor();
  }
  await page.clock.fastForward("01:01:00");
  await heading("Sign in").waitFor();
  await page.getByText("Your session has ended. Sign in again.", { exact: true }).waitFor();
  await expectFinished(console, "session-ended");
  await signIn(console, person, "Italy");
  await heading("Invite a person").waitFor();
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe(`Half written ${run}`);
});

test("a device remembers with which administrations it was used, the last first, and forgets them", async () => {
  const { page } = console;
  await page.getByRole("button", { name: /: your account$/ }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await heading("Sign in").waitFor();
  await signIn(console, seeded("DE", "contact-point"), "Germany");
  await page.getByRole("button", { name: /: your account$/ }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await heading("Sign in").waitFor();
  const chosen = page.getByLabel("Administration", { exact: true });
  expect(await chosen.inputValue()).toBe("DE");
  expect(await page.getByLabel("E-mail address", { exact: true }).inputValue()).toBe("");
  const used = page.locator("optgroup").first().locator("option");
  expect(await used.evaluateAll((all) => all.map((each) => each.getAttribute("value")))).toEqual([
    "DE",
    "IT",
  ]);
  await expectFinished(console, "sign-in-remembered");
  await press(page, "Forget them");
  expect(await chosen.inputValue()).toBe("");
  expect(await page.locator("optgroup").count()).toBe(0);
});
