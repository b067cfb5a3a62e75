import { randomUUID } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, picture, settled, visit } from "./support/console.ts";
import { follow, press, tabTo, typeInto } from "./support/keyboard.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded } from "./support/system.ts";

let browser: Browser;
let contactPoint: Console;

beforeAll(async () => {
  browser = await launchChromium();
  contactPoint = await openConsole(browser);
  await contactPoint.open("/");
  await signIn(contactPoint, seeded("DE", "contact-point"), "Germany");
});
afterAll(() => browser?.close());

/** Pages that show what they ask for, and what they ask. */
const asking = [
  ["people", "/people", "**/v1/users?*"],
  ["system-accounts", "/people/system-accounts", "**/v1/system-accounts?*"],
  ["notifications", "/notifications", "**/v1/subscriptions?*"],
  ["groups", "/groups", "**/v1/groups?*"],
  ["alerts", "/alerts", "**/v1/alerts?*"],
  ["audit", "/audit", "**/v1/audit?*"],
] as const;

test.each(asking)(
  "%s that fail say what happened, which request it was, and are asked for again",
  async (name, path, asked) => {
    const { page } = contactPoint;
    const instance = randomUUID();
    await page.route(asked, (route) =>
      route.fulfill({
        status: 500,
        contentType: "application/problem+json",
        body: JSON.stringify({
          type: "https://iprcencomm.example/problems/internal",
          title: "Internal error",
          status: 500,
          detail: "Nothing you sent was at fault. Try again; if it stays, quote the instance.",
          instance,
        }),
      }),
    );
    await contactPoint.open(path);
    const failure = page.locator("main").getByRole("alert").first();
    await failure.waitFor({ timeout: 30_000 });
    expect(await failure.textContent()).toContain("The exchange failed");
    expect(await failure.textContent()).toContain(instance);
    await expectFinished(contactPoint, `state-error-${name}`);

    await page.unroute(asked);
    await tabTo(page, failure.getByRole("button", { name: "Try again" }));
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("main").getByRole("alert").count(), { timeout: 15_000 }).toBe(0);
  },
);

test.each(asking)("%s that are slow have their place kept from 300 ms on", async (name, path, asked) => {
  const { page } = contactPoint;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(asked, async (route) => {
    await released;
    await route.continue();
  });
  await contactPoint.open(path);
  await page.getByRole("status", { name: "Loading" }).first().waitFor({ state: "visible" });
  await picture(contactPoint, `state-loading-${name}`);
  release();
  await settled(contactPoint);
  await page.unroute(asked);
});

test("off the line, the banner says so, what was written is kept, and it is sent when the line is back", async () => {
  const { page, context } = contactPoint;
  await visit(contactPoint, "/people/invite");
  await typeInto(page, "Name", "Reader of the night shift");
  await typeInto(page, "E-mail address", `night-${run}@de.customs.example`);
  await tabTo(page, page.getByRole("checkbox", { name: "Reader", exact: true }));
  await page.keyboard.press("Space");
  await context.setOffline(true);
  await page.getByText(/^You are offline\./).waitFor();
  await press(page, "Send the invitation");
  await page.getByText("The exchange cannot be reached").waitFor();
  await expectFinished(contactPoint, "state-offline");
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Reader of the night shift");

  await context.setOffline(false);
  await page.getByText(/^You are offline\./).waitFor({ state: "detached" });
  await page.keyboard.press("F5");
  await page.getByRole("heading", { level: 1, name: "Invite a person" }).waitFor();
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Reader of the night shift");
  await press(page, "Send the invitation");
  await page.getByRole("heading", { level: 1, name: "Reader of the night shift" }).waitFor();
});

test("a page that is not for somebody is not in the menu, and says for whom it is", async () => {
  const reader = await openConsole(browser);
  await reader.open("/people");
  await signIn(reader, seeded("DE", "reader"), "Germany");
  await reader.page.getByRole("heading", { level: 1, name: "You may not use this page" }).waitFor();
  await reader.page.getByText("It is for: Contact point.", { exact: false }).waitFor();
  expect(await reader.page.getByRole("link", { name: "People" }).count()).toBe(0);
  expect(await reader.page.getByRole("link", { name: "Secretariat" }).count()).toBe(0);
  await expectFinished(reader, "state-no-right");
  await reader.context.close();
});

test("what nobody has is empty, and says what will be there", async () => {
  const operator = await openConsole(browser);
  await operator.page.route("**/v1/registrations?*state=closed*", (route) =>
    route.fulfill({ status: 200, json: { items: [], nextCursor: null } }),
  );
  await operator.open("/secretariat?show=closed");
  await signIn(operator, seeded("WCO", "operator"), "WCO secretariat");
  await operator.page.getByText("There are none").waitFor();
  await settled(operator);
  await expectFinished(operator, "state-empty");
  await follow(operator.page, "Waiting");
  await operator.page.getByRole("heading", { level: 2, name: "Applications" }).waitFor();
  await operator.context.close();
});

test("an address that is no page says so", async () => {
  await visit(contactPoint, "/nowhere");
  await contactPoint.page.getByText("There is no such page").first().waitFor();
  await expectFinished(contactPoint, "state-no-page");
});

test("on paper, the frame is gone and times have their UTC", async () => {
  await visit(contactPoint, "/people");
  await contactPoint.page.emulateMedia({ media: "print" });
  expect(await contactPoint.page.getByRole("navigation").first().isVisible()).toBe(false);
  await picture(contactPoint, "state-print");
  await contactPoint.page.emulateMedia({ media: "screen" });
});
