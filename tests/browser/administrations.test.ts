import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, visit } from "./support/console.ts";
import { chooseOption, press, typeInto } from "./support/keyboard.ts";
import { signIn, takeUpInvitation } from "./support/sign-in.ts";
import { newPhone, run, seeded } from "./support/system.ts";

let browser: Browser;
let operator: Console;
let contactPoint: Console;

beforeAll(async () => {
  browser = await launchChromium();
  [operator, contactPoint] = [await openConsole(browser), await openConsole(browser)];
  await operator.open("/");
  await signIn(operator, seeded("WCO", "operator"), "WCO secretariat");
  await contactPoint.open("/");
  await signIn(contactPoint, seeded("GB", "contact-point"), "United Kingdom");
});
afterAll(() => browser?.close());

const code = `X-${run.toUpperCase()}`;

const fillPoint = async ({ page }: Console, n: number, who: string): Promise<void> => {
  const field = (name: string) => page.locator(`#field-contactPoints-${n}-${name}`);
  await typeInto(page, field("name"), `${who} of the observer`);
  await typeInto(page, field("function"), "National contact point");
  await typeInto(page, field("email"), `${who}-${run}@observer.example`);
  await typeInto(page, field("phone"), newPhone());
  await field("hours--round-the-clock").focus();
  await page.keyboard.press("Space");
};

test("the secretariat lets in a partner, and sees it set up", async () => {
  const { page } = operator;
  await visit(operator, "/secretariat");
  await expectFinished(operator, "administrations-list");
  await visit(operator, "/secretariat/administrations/new");
  await press(page, "Let it in");
  await page.getByText(/things are not right yet/).waitFor();
  await expectFinished(operator, "administrations-new-missing");
  await chooseOption(page, "What is it?", "Partner");
  await typeInto(page, page.locator("#field-name"), "Observer of the exchange");
  await typeInto(page, "Short name", run);
  await fillPoint(operator, 0, "first");
  await fillPoint(operator, 1, "second");
  await expectFinished(operator, "administrations-new");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(operator, "administrations-new-320px");
  await page.setViewportSize({ width: 1280, height: 800 });
  await press(page, "Let it in");
  await page.getByRole("heading", { level: 1, name: "Observer of the exchange" }).waitFor();
  await page.getByText("Active", { exact: true }).waitFor({ timeout: 60_000 });
  await expectFinished(operator, "administrations-let-in");
});

test("an administration exports its own records as one file", async () => {
  const { page } = contactPoint;
  await visit(contactPoint, "/people/administration");
  await expectFinished(contactPoint, "administration-own");
  const [download] = await Promise.all([
    page.waitForEvent("download", { timeout: 60_000 }),
    press(page, "Export the records"),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\n");
  const kinds = new Set(lines.map((line) => (JSON.parse(line) as { kind: string }).kind));
  expect(download.suggestedFilename()).toMatch(/^records-GB-/);
  expect(kinds).toEqual(new Set([...kinds, "alert", "trail", "entry"]));
  await page.getByText(/^Your records are exported/).waitFor();
  await expectFinished(contactPoint, "administration-exported");
});

test("nobody leaves by a slip: another code is refused, and it is asked once more", async () => {
  const { page } = contactPoint;
  await visit(contactPoint, "/people/administration");
  await typeInto(page, "Code of your administration", "FR");
  await press(page, "Leave the exchange");
  await page.getByText("Write GB, your own code.").waitFor();
  await typeInto(page, "Code of your administration", "gb");
  await press(page, "Leave the exchange");
  await page.getByRole("dialog").waitFor();
  await expectFinished(contactPoint, "administration-leaving-asked");
  await page.keyboard.press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(contactPoint, "administration-own-320px");
  await page.setViewportSize({ width: 1280, height: 800 });
});

test("a partner leaves, is signed out, and its place is shown to the secretariat as left", async () => {
  const observer = await openConsole(browser);
  const { page } = observer;
  await takeUpInvitation(observer, { administration: code, email: `first-${run}@observer.example` }, code);
  await visit(observer, "/directory");
  await page.getByText("Nobody is here yet").waitFor();
  await expectFinished(observer, "directory-of-nobody");
  await visit(observer, "/people/administration");
  await typeInto(page, "Code of your administration", code);
  await press(page, "Leave the exchange");
  await page.getByRole("dialog").getByRole("button", { name: "Leave the exchange" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await visit(operator, `/secretariat/administrations/${code}`);
  await operator.page.getByText("Left", { exact: true }).waitFor();
  await expectFinished(operator, "administrations-left");
});
