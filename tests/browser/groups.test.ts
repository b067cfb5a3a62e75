import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, visit } from "./support/console.ts";
import { follow, pick, press, tabTo, typeInto } from "./support/keyboard.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded } from "./support/system.ts";

let browser: Browser;
let operator: Console;
let owner: Console;
let member: Console;

beforeAll(async () => {
  browser = await launchChromium();
  [operator, owner, member] = [
    await openConsole(browser),
    await openConsole(browser),
    await openConsole(browser),
  ];
  await operator.open("/");
  await signIn(operator, seeded("WCO", "operator"), "WCO secretariat");
  await owner.open("/");
  await signIn(owner, seeded("FR", "contact-point"), "France");
  await member.open("/");
  await signIn(member, seeded("IT", "contact-point"), "Italy");
});
afterAll(() => browser?.close());

const id = `exercise-${run}`;
const name = `Operation (exercise ${run})`;
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const heading = ({ page }: Console, text: string) => page.getByRole("heading", { level: 1, name: text });

test("the secretariat creates an operation for an owner, and is told what would be right", async () => {
  const { page } = operator;
  await visit(operator, "/groups");
  await expectFinished(operator, "groups-list");
  await follow(page, "New group or operation");
  await heading(operator, "New group or operation").waitFor();
  await typeInto(page, "Short name", "Not A Name");
  await press(page, "Create it");
  await page.getByText("A group is named by its short name, such as ipr.").first().waitFor();
  await expectFinished(operator, "groups-new-refused");

  await typeInto(page, "Short name", id);
  await typeInto(page, "Name", name);
  await page.getByLabel("First day").fill(day(-1));
  await page.getByLabel("Last day").fill(day(7));
  await pick(page, "Owner", "France", "FR");
  await press(page, "Create it");
  await heading(operator, name).waitFor();
  await page.getByText("Not a member").waitFor();
  await expectFinished(operator, "groups-created");
});

test("its owner admits a member, which an author of it may then choose to write to", async () => {
  const { page } = owner;
  await visit(owner, `/groups/${id}`);
  await heading(owner, name).waitFor();
  // The owner stays in what it owns.
  await page.getByText(/France owns the group/).waitFor();
  await pick(page, "Administration", "Italy", "IT");
  await press(page, "Admit");
  await page.getByText("Italy is in the group now.").waitFor();
  await expectFinished(owner, "groups-admitted");

  await visit(owner, "/alerts/new");
  const choice = page.getByLabel("Group", { exact: true });
  expect(await choice.inputValue()).toBe("ipr");
  await choice.selectOption(id);
  await page.getByText("1 other administration").waitFor();

  await visit(owner, "/alerts");
  await page.getByLabel("Group", { exact: true }).selectOption(id);
  await page.getByText("There are no alerts yet").waitFor();
  expect(page.url()).toContain(`group=${id}`);
  await expectFinished(owner, "groups-alerts-of-one");

  await visit(member, "/groups");
  const row = member.page.getByRole("row").filter({ hasText: name });
  await row.getByText("Running until").waitFor();
  await expectFinished(member, "groups-of-a-member");
});

test("a member leaves, knows what that does, and sees nothing of what the group is today", async () => {
  const { page } = member;
  await follow(page, name);
  await heading(member, name).waitFor();
  await page.getByRole("row").filter({ hasText: "France" }).waitFor();
  await press(page, "Leave…");
  await page
    .getByRole("dialog")
    .getByText(/stays readable/)
    .waitFor();
  await expectFinished(member, "groups-leaving-asked");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: `Leave ${name}` }));
  await page.keyboard.press("Enter");
  await page.getByText("Your administration is not in this group any more").waitFor();
  expect(await page.getByText("France").count()).toBe(0);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(member, "groups-left-320px");
  await page.setViewportSize({ width: 1280, height: 800 });
});

test("its owner ends it, for good: what cannot be done any more says why", async () => {
  const { page } = owner;
  await visit(owner, `/groups/${id}`);
  await page.getByText("Admissions and removals so far").click();
  await page.getByRole("region", { name: "Admissions and removals so far" }).getByText("Italy").waitFor();
  await press(page, "End now…");
  await page
    .getByRole("dialog")
    .getByText(/cannot be opened again/)
    .waitFor();
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "End it for good" }));
  await page.keyboard.press("Enter");
  await page.getByText("Read-only since").waitFor();
  const admit = page.getByRole("button", { name: "Admit", exact: true });
  expect(await admit.getAttribute("aria-disabled")).toBe("true");
  await page.getByText("It ended; it can be read, and nothing of it changes any more.").first().waitFor();
  await expectFinished(owner, "groups-ended");
});
