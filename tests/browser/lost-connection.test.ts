import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alerts } from "../../shared/contract/alerts.ts";
import { draftOf, tokenOf } from "./support/alerts.ts";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, visit } from "./support/console.ts";
import { chooseByTyping, chooseOption, press, typeInto } from "./support/keyboard.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded, state } from "./support/system.ts";

let browser: Browser;
let officer: Console;
const person = seeded("US", "officer");

beforeAll(async () => {
  browser = await launchChromium();
  officer = await openConsole(browser);
  await officer.open("/");
  await signIn(officer, person, "United States");
});
afterAll(() => browser?.close());

/** The same browser, after its tab was closed or it crashed. */
const reopened = async (closed: Console): Promise<Console> => {
  await closed.page.close();
  const page = await closed.context.newPage();
  page.setDefaultTimeout(15_000);
  const open = async (path: string): Promise<void> => {
    await page.goto(path);
  };
  return { ...closed, page, open };
};

const drafts = async () => {
  const response = await fetch(`${state.apiUrl}/alerts?status=draft&limit=100`, {
    headers: { authorization: `Bearer ${await tokenOf("US", "officer")}` },
  });
  return alerts.list.response.parse(await response.json()).items;
};

const title = `Written without a line ${run}`;

test("what is written without a line stays on the device, also when the tab is closed", async () => {
  await visit(officer, "/alerts/new");
  await officer.context.setOffline(true);
  const { page } = officer;
  await typeInto(page, "Title", title);
  await chooseOption(page, "Type", "Seizure");
  await page.getByText(/^This device keeps what you write/).waitFor();
  await officer.context.setOffline(false);

  officer = await reopened(officer);
  await officer.open("/");
  await signIn(officer, person, "United States");
  const found = officer.page.getByText(/^Unsaved work from \d\d:\d\d found on this device$/);
  await found.waitFor();
  await officer.page.getByText(title).waitFor();
  await expectFinished(officer, "unsaved-work");
  await press(officer.page, "Continue");
  await officer.page.getByRole("heading", { level: 1, name: "New alert" }).waitFor();
  await expect
    .poll(() => officer.page.getByLabel("Title", { exact: true }).inputValue(), { timeout: 15_000 })
    .toBe(title);
});

test("once the line is back, it is saved by itself, and once", async () => {
  const { page, context } = officer;
  await chooseOption(page, "Severity", "High");
  await typeInto(page, "Summary", "Found in a container.");
  await chooseByTyping(page, "Category", "Gloves");
  await typeInto(page, "What it is", "Examination gloves");
  await context.setOffline(true);
  await chooseOption(page, "Marking (Traffic Light Protocol 2.0)", /AMBER\+STRICT/);
  await page.getByText("Not sent: no line.", { exact: false }).waitFor();
  await expectFinished(officer, "lost-connection");
  await context.setOffline(false);
  await page.getByText(/^Saved/).waitFor();
  expect((await drafts()).filter((row) => row.title === title)).toHaveLength(1);
});

test("an answer that is lost on the way makes no second draft", async () => {
  const { page, context } = officer;
  await visit(officer, "/alerts/new");
  if ((await page.getByRole("button", { name: "Begin a new one instead" }).count()) > 0)
    await press(page, "Begin a new one instead");
  // The exchange makes the draft, and its answer never arrives.
  let lost = 0;
  await context.route("**/v1/alerts", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort("connectionreset");
  });
  const again = `Answer lost ${run}`;
  await typeInto(page, "Title", again);
  await chooseOption(page, "Type", "Seizure");
  await chooseOption(page, "Severity", "High");
  await typeInto(page, "Summary", "Found in a container.");
  await chooseByTyping(page, "Category", "Gloves");
  await typeInto(page, "What it is", "Examination gloves");
  await chooseOption(page, "Marking (Traffic Light Protocol 2.0)", /AMBER\+STRICT/);
  await page.getByText("Not sent: no line.", { exact: false }).waitFor();
  await typeInto(page, "Summary", "Found in two containers.");
  await page.getByText(/^Saved/).waitFor();
  await context.unroute("**/v1/alerts");
  expect(lost).toBe(1);
  expect((await drafts()).filter((row) => row.title === again)).toHaveLength(1);
});

test("nobody else at the same device is shown what was left there", async () => {
  const { id } = await draftOf("Left behind");
  await visit(officer, `/alerts/${id}/edit`);
  await officer.context.setOffline(true);
  await typeInto(officer.page, "Title", `Secret of the first one ${run}`);
  await officer.page.getByText("Not sent: no line.", { exact: false }).waitFor();
  await officer.context.setOffline(false);
  await officer.context.route("**/v1/alerts/*", (route) => route.abort());
  const left = () =>
    officer.page.evaluate<string>("Object.entries(localStorage).map((each) => each.join()).join()");
  officer = await reopened(officer);
  await officer.context.unroute("**/v1/alerts/*");
  await officer.open("/");
  expect(await left()).toContain(`Secret of the first one ${run}`);
  await signIn(officer, seeded("DE", "officer"), "Germany");
  await officer.page.getByRole("heading", { level: 1, name: "Inbox" }).waitFor();
  expect(await left()).not.toContain("Secret");
  expect(await officer.page.getByText(/^Unsaved work/).count()).toBe(0);
});
