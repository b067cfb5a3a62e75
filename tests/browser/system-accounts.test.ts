import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, settled, visit } from "./support/console.ts";
import { chooseOption, follow, press, tabTo, tick, typeInto } from "./support/keyboard.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded, state } from "./support/system.ts";

let browser: Browser;
let contactPoint: Console;

beforeAll(async () => {
  browser = await launchChromium();
  contactPoint = await openConsole(browser);
  await contactPoint.open("/");
  await signIn(contactPoint, seeded("GB", "contact-point"), "United Kingdom");
});
afterAll(() => browser?.close());

const name = `Risk analysis ${run}`;

/** What the page shows beside a word. */
const factOf = async (label: string): Promise<string> => {
  const fact = contactPoint.page.locator("dt", { hasText: new RegExp(`^${label}$`) });
  return (await fact.locator("xpath=following-sibling::dd[1]").locator("code").first().textContent()) ?? "";
};

const tokenFor = async (clientId: string, clientSecret: string): Promise<string> => {
  const answer = await fetch(`${state.webUrl}/oauth2/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  return String(((await answer.json()) as Record<string, unknown>)["access_token"]);
};
const statusOf = async (token: string): Promise<number> =>
  (await fetch(`${state.apiUrl}/me`, { headers: { authorization: `Bearer ${token}` } })).status;

/** The secret that is in sight, as the system takes it over. */
const takeSecret = async (): Promise<string> => {
  const { page } = contactPoint;
  await page.getByRole("heading", { name: "The secret, shown this once" }).waitFor();
  return tokenFor(await factOf("Client id"), await factOf("Secret"));
};

let first: string;

test("an account is made by keyboard, its secret is in sight once, and the calls shown work", async () => {
  const { page } = contactPoint;
  await visit(contactPoint, "/people");
  await follow(page, "System accounts");
  await follow(page, "Make a system account");
  await press(page, "Make the account");
  await page
    .getByText("3 things are not right yet")
    .or(page.getByText("2 things are not right yet"))
    .waitFor();
  await expectFinished(contactPoint, "system-accounts-errors");
  await typeInto(page, "Name", name);
  await typeInto(page, "What it calls for", "Reads alerts every quarter of an hour. Run by the data centre.");
  await tick(page, "Draft alerts");
  await expectFinished(contactPoint, "system-accounts-new");
  await press(page, "Make the account");
  first = await takeSecret();
  expect(await statusOf(first)).toBe(200);
  const commands = await page.locator("code").allTextContents();
  expect(commands.join("\n")).toContain(`-d grant_type=client_credentials ${state.webUrl}/oauth2/token`);
  expect(commands.join("\n")).toContain(`${state.webUrl}/v1/alerts`);
  await expectFinished(contactPoint, "system-accounts-secret");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(contactPoint, "system-accounts-secret-320px");
  await page.setViewportSize({ width: 1280, height: 800 });

  const secret = await factOf("Secret");
  await press(page, "I have kept the secret");
  await page.getByRole("heading", { level: 2, name: "Secrets" }).waitFor();
  await settled(contactPoint);
  expect(await page.content()).not.toContain(secret);
  await page.reload();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await settled(contactPoint);
  expect(await page.content()).not.toContain(secret);
  await expectFinished(contactPoint, "system-accounts-account");
});

test("rotated, the old secret is shown with its end, and the list says so", async () => {
  const { page } = contactPoint;
  await chooseOption(page, "The secrets of before stay good", "for 1 day");
  await press(page, "Rotate the secret");
  const second = await takeSecret();
  expect(await statusOf(second)).toBe(200);
  expect(await statusOf(first)).toBe(200);
  await press(page, "I have kept the secret");
  await page.getByText(/^Ends on/).waitFor();
  await expectFinished(contactPoint, "system-accounts-rotated");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(contactPoint, "system-accounts-rotated-320px");
  await page.setViewportSize({ width: 1280, height: 800 });
  await follow(page, "All system accounts");
  await page
    .getByRole("row")
    .filter({ hasText: name })
    .getByText(/^One ends on/)
    .waitFor();
  await expectFinished(contactPoint, "system-accounts-list");
  await follow(page, name);
});

test("ending every secret at once asks first, and refuses the system from its next request on", async () => {
  const { page } = contactPoint;
  await chooseOption(page, "The secrets of before stay good", /^not at all/);
  await press(page, "Rotate the secret");
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/refused from its next request on/).waitFor();
  await expectFinished(contactPoint, "system-accounts-ending-asked");
  await tabTo(page, dialog.getByRole("button", { name: "End them and make another" }));
  await page.keyboard.press("Enter");
  const third = await takeSecret();
  expect(await statusOf(first)).toBe(401);
  expect(await statusOf(third)).toBe(200);
  await press(page, "I have kept the secret");
});

test("deleting names what it does and when the system called last, and leaves nothing in the list", async () => {
  const { page } = contactPoint;
  await press(page, `Delete ${name}`);
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/It called last on/).waitFor();
  await expectFinished(contactPoint, "system-accounts-deleting-asked");
  await page.keyboard.press("Escape");
  expect(await dialog.count()).toBe(0);
  await press(page, `Delete ${name}`);
  await tabTo(page, dialog.getByRole("button", { name: `Delete ${name}` }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "System accounts" }).waitFor();
  await settled(contactPoint);
  expect(await page.getByRole("link", { name }).count()).toBe(0);
  await expectFinished(contactPoint, "system-accounts-after-deletion");
});
