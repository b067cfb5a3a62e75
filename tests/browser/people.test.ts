import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emulatorClient } from "../../local/environment.ts";
import { dynamoRecordStore } from "../../shared/adapters/dynamodb/record-store.ts";
import { everyUser, userItem } from "../../shared/adapters/records/users.ts";
import { outputs } from "../../shared/names.ts";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, settled, visit } from "./support/console.ts";
import { follow, press, tabTo, tick } from "./support/keyboard.ts";
import { signIn } from "./support/sign-in.ts";
import { inbox, run, seeded, state } from "./support/system.ts";

let browser: Browser;
let contactPoint: Console;
let operator: Console;

beforeAll(async () => {
  browser = await launchChromium();
  [contactPoint, operator] = [await openConsole(browser), await openConsole(browser)];
  await contactPoint.open("/");
  await signIn(contactPoint, seeded("PH", "contact-point"), "Philippines");
  await operator.open("/");
  await signIn(operator, seeded("WCO", "operator"), "WCO secretariat");
});
afterAll(() => browser?.close());

const store = dynamoRecordStore(
  new DynamoDBClient(emulatorClient(state.awsEndpoint, state.caFile)),
  state.outputs[outputs.table] ?? "",
);
const addressOf = (who: string): string => `${who}-${run}@ph.customs.example`;
const nameOf = (who: string): string => `${who} of ${run}`;

const confirmIn = async (page: Page, action: string): Promise<void> => {
  const button = page.getByRole("dialog").getByRole("button", { name: action, exact: true });
  await tabTo(page, button);
  await page.keyboard.press("Enter");
};

const open = async (who: string): Promise<void> => {
  await visit(contactPoint, "/people");
  await follow(contactPoint.page, nameOf(who));
  await contactPoint.page.getByRole("heading", { level: 1, name: nameOf(who) }).waitFor();
};

test("a file of people is looked through before it is sent, and each row tells what came of it", async () => {
  const { page } = contactPoint;
  await visit(contactPoint, "/people");
  await follow(page, "Invite many from a file");
  const rows = [
    "name,email,roles",
    `${nameOf("Anna")},${addressOf("anna")},officer`,
    `${nameOf("Ben")},${addressOf("ben")},reader duty`,
    `${nameOf("Cora")},no address,officer`,
    `${nameOf("Dan")},${addressOf("anna")},chief`,
  ];
  await page.getByLabel("Or paste the rows here").fill("name;mail");
  await page.getByText(/it lacks email, roles/).waitFor();
  await page.getByLabel("Or paste the rows here").fill(rows.join("\n"));
  await page.getByRole("heading", { name: "4 rows" }).waitFor();
  await page.getByText(/Row 2 has this address already/).waitFor();
  await page.getByText(/You can give no role chief/).waitFor();
  await expectFinished(contactPoint, "people-import-preview");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(contactPoint, "people-import-preview-320px");
  await page.setViewportSize({ width: 1280, height: 800 });
  await press(page, "Invite 2 people");
  await page.getByText("2 people are invited.").waitFor();
  await expectFinished(contactPoint, "people-import-outcome");
  for (const who of ["anna", "ben"]) await inbox.waitFor(addressOf(who), /password/);

  await follow(page, nameOf("Anna"));
  await page.getByRole("heading", { level: 1, name: nameOf("Anna") }).waitFor();
});

test("an invitation is mailed again, and an authenticator reset once it is said to whom that happens", async () => {
  const { page } = contactPoint;
  await open("Anna");
  await press(page, "Mail the invitation again");
  await page.getByText(`The invitation is mailed to ${addressOf("anna")} again.`).waitFor();
  await expect.poll(async () => (await inbox.mailsTo(addressOf("anna"))).length, { timeout: 60_000 }).toBe(2);
  await press(page, "Reset the authenticator");
  await page
    .getByRole("dialog")
    .getByText(/refused from the next request on/)
    .waitFor();
  await expectFinished(contactPoint, "people-reset-asked");
  await confirmIn(page, "Reset it and invite anew");
  await page.getByText(`${nameOf("Anna")} is invited anew.`).waitFor();
  await expectFinished(contactPoint, "people-person");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(contactPoint, "people-person-320px");
  await page.setViewportSize({ width: 1280, height: 800 });
});

test("people who are due once a year are ticked and confirmed, and nobody else", async () => {
  const { page } = contactPoint;
  const longAgo = new Date(Date.now() - 400 * 86_400_000).toISOString();
  const people = await everyUser(store, "PH");
  const due = people.filter(({ name }) => name === nameOf("Anna") || name === nameOf("Ben"));
  await store.writeMany(
    due.map((person) => ({
      put: userItem({ ...person, createdAt: longAgo, revision: person.revision + 1 }),
    })),
  );
  await visit(contactPoint, "/people");
  await page.reload();
  await page.getByRole("heading", { name: "2 people are to be confirmed" }).waitFor();
  await press(page, "Confirm 0 people");
  await page.getByText("Tick whoever is still entitled.").waitFor();
  await expectFinished(contactPoint, "people-to-confirm");
  await tick(page, nameOf("Ben"));
  await press(page, "Confirm 1 person");
  await page.getByRole("heading", { name: "1 person is to be confirmed" }).waitFor();
  await open("Anna");
  await page.getByText("The yearly confirmation is overdue").waitFor();
  await press(page, `Confirm ${nameOf("Anna")}`);
  await page.getByText(`${nameOf("Anna")} is confirmed for a year.`).waitFor();
});

test("an account in other hands is closed, and what it saw is shown and can be saved", async () => {
  const { page } = contactPoint;
  await open("Ben");
  await press(page, "Close the account now");
  await expectFinished(contactPoint, "people-close-asked");
  await confirmIn(page, "Close the account");
  await page.getByRole("heading", { level: 1, name: "What the account saw" }).waitFor();
  await page.getByText("It opened no alert").waitFor();
  await expectFinished(contactPoint, "people-what-it-saw");
  const download = page.waitForEvent("download");
  await press(page, "Save as CSV");
  expect((await download).suggestedFilename()).toMatch(/^seen-.*\.csv$/);
  await open("Ben");
  await page.getByText("The account may have been in other hands.").waitFor();
  const resend = page.getByRole("button", { name: "Mail the invitation again" });
  expect(await resend.getAttribute("aria-disabled")).toBe("true");
  await page
    .getByText(`${nameOf("Ben")} is disabled. Let the person in again first.`)
    .first()
    .waitFor();
});

test("somebody is deleted once it is said what that means, and is in no list any more", async () => {
  const { page } = contactPoint;
  await open("Ben");
  await press(page, `Delete ${nameOf("Ben")}`);
  await page
    .getByRole("dialog")
    .getByText(/cannot be taken back/)
    .waitFor();
  await expectFinished(contactPoint, "people-delete-asked");
  await confirmIn(page, `Delete ${nameOf("Ben")}`);
  await page.getByRole("heading", { level: 1, name: "People" }).waitFor();
  await settled(contactPoint);
  await expect.poll(() => page.getByText(nameOf("Ben")).count()).toBe(0);
  await expectFinished(contactPoint, "people-list");
});

test("the secretariat sees the accounts of an administration's contact points, and what a step would do", async () => {
  const { page } = operator;
  await visit(operator, "/secretariat/administrations/PH");
  await page.getByRole("heading", { name: "Accounts of its contact points" }).waitFor();
  await page
    .getByRole("heading", { level: 3, name: /Contact point/ })
    .first()
    .waitFor();
  expect(await page.getByRole("heading", { level: 3, name: nameOf("Anna") }).count()).toBe(0);
  await tabTo(page, page.getByRole("button", { name: "Reset the authenticator" }).first());
  await page.keyboard.press("Enter");
  await page
    .getByRole("dialog")
    .getByText(/\(PH\) is refused from the next request on/)
    .waitFor();
  await expectFinished(operator, "people-accounts-reset-asked");
  await page.keyboard.press("Escape");
  await expectFinished(operator, "people-accounts");
});
