import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, visit } from "./support/console.ts";
import { press, tabTo, typeInto } from "./support/keyboard.ts";
import { expectToHold } from "./support/layout.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded } from "./support/system.ts";
import { draftIt, releaseIt, wholeAlert } from "./support/whole-alert.ts";

const title = `Artesunate without active ingredient ${run}`;
const reason = `The laboratory confused two samples ${run}.`;

let browser: Browser;
let releaser: Console;
let contactPoint: Console;
let duty: Console;
let id: string;
let reference: string;

beforeAll(async () => {
  id = await draftIt("US", wholeAlert(title));
  reference = await releaseIt("US", id);

  browser = await launchChromium();
  [releaser, contactPoint, duty] = [
    await openConsole(browser),
    await openConsole(browser),
    await openConsole(browser),
  ];
  await releaser.open("/");
  await signIn(releaser, seeded("US", "releaser"), "United States");
  await contactPoint.open("/");
  await signIn(contactPoint, seeded("US", "contact-point"), "United States");
  await duty.open("/");
  await signIn(duty, seeded("DE", "duty"), "Germany");
});
afterAll(() => browser?.close());

const confirm = async ({ page }: Console, name: string): Promise<void> => {
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name, exact: true }));
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
};

test("a releaser signs first, with a reason, and is told that somebody else has to", async () => {
  const { page } = releaser;
  await visit(releaser, `/alerts/${id}`);
  await press(page, "Recall…");
  await typeInto(page, page.getByRole("dialog").getByLabel("Reason"), reason);
  await expectFinished(releaser, "recall-first");
  await confirm(releaser, "Sign it first");
  await page.getByText("You signed the recall; a second person has to").waitFor();
  expect(await page.getByRole("button", { name: "Recall…" }).getAttribute("aria-disabled")).toBe("true");
  await expectFinished(releaser, "recall-signed");
});

test("the contact point finds it in the inbox, signs, and nothing of it is left but what was recalled and why", async () => {
  const { page } = contactPoint;
  await visit(contactPoint, "/");
  await page
    .getByRole("region", { name: "Recalls that wait for a second signature" })
    .getByRole("link", { name: reference })
    .click();
  await press(page, "Sign and recall…");
  await expectFinished(contactPoint, "recall-second");
  await confirm(contactPoint, "Sign and recall it");
  await page.getByRole("heading", { level: 1, name: `${reference} was recalled` }).waitFor();
  await page.getByText(reason).waitFor();
  expect(await page.locator("main").textContent()).not.toContain("Artesunate");
  await expectFinished(contactPoint, "recalled-author");
});

test("a duty officer finds it to be dropped and confirms; the author sees that", async () => {
  const { page } = duty;
  await visit(duty, "/");
  await page
    .getByRole("link", { name: `Recalled: ${reason}` })
    .first()
    .click();
  await page.getByText("Drop it: do not act on it any more").waitFor();
  await expectFinished(duty, "recalled-reader");
  await expectToHold(duty, "recalled-reader");
  await press(page, "Confirm that it was dropped");
  await page.getByText("Your administration confirmed that it dropped it").waitFor();
  await visit(contactPoint, `/alerts/${id}`);
  await contactPoint.page.getByText("1 of 2 administrations confirmed").waitFor();
  await expectFinished(contactPoint, "recalled-receipts");
});
