import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changedElsewhere, currentOf, releasedOf } from "./support/alerts.ts";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, visit } from "./support/console.ts";
import { follow, press, tabTo, tick, typeInto } from "./support/keyboard.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded } from "./support/system.ts";

let browser: Browser;
let author: Console;
let reader: Console;

beforeAll(async () => {
  browser = await launchChromium();
  [author, reader] = [await openConsole(browser), await openConsole(browser)];
  await author.open("/");
  await signIn(author, seeded("US", "releaser"), "United States");
  await reader.open("/");
  await signIn(reader, seeded("DE", "reader"), "Germany");
});
afterAll(() => browser?.close());

const dialogOf = ({ page }: Console) => page.getByRole("dialog");
const confirm = async (console: Console, name: string): Promise<void> => {
  const { page } = console;
  await tabTo(page, dialogOf(console).getByRole("button", { name, exact: true }));
  await page.keyboard.press("Enter");
};
const heading = ({ page }: Console, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const rowOf = ({ page }: Console, field: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: field, exact: true }) });

test("a released alert is revised from its page, with what changes, why and whom it tells", async () => {
  const { id, title } = await releasedOf("Revised gloves");
  const { page } = author;
  await visit(author, `/alerts/${id}`);
  await follow(page, "Revise…");
  await heading(author, "Revise an alert").waitFor();
  const release = page.getByRole("button", { name: "Show the changes and release…" });
  expect(await release.getAttribute("aria-disabled")).toBe("true");
  await typeInto(page, "Title", `Revised masks ${run}`);
  await typeInto(page, page.getByLabel(/^Quantity/), "5,000");
  await page.getByText("Kept on this device. Nobody sees it before you release it.").waitFor();
  expect((await currentOf(id)).version).toBe(1);

  await press(page, "Show the changes and release…");
  await dialogOf(author).getByText("Tells 1 administration").waitFor();
  await rowOf(author, "Title").getByText(title).waitFor();
  await rowOf(author, "Product 1: Quantity").getByText("5,000", { exact: false }).waitFor();
  await typeInto(page, dialogOf(author).getByLabel("Reason (optional)"), "They were masks.");
  await expectFinished(author, "revision-asked");
  await confirm(author, "Release version 2");
  await page.getByText("It was revised").waitFor();
  await page.getByText("They were masks.").waitFor();
  await expectFinished(author, "revision-released");
  expect(await currentOf(id)).toMatchObject({ version: 2, title: `Revised masks ${run}` });

  await visit(reader, `/alerts/${id}`);
  await reader.page.getByText("They were masks.").waitFor();
  await follow(reader.page, "What changed from version 1");
  await heading(reader, /^Versions of IPR-/).waitFor();
  await rowOf(reader, "Title").getByText(title).waitFor();
  await rowOf(reader, "Title").getByText(`Revised masks ${run}`).waitFor();
  await rowOf(reader, "Product 1: Quantity").getByText("4,000", { exact: false }).waitFor();
  await expectFinished(reader, "versions-reader");
  await reader.page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(reader, "versions-reader-320px");
  await reader.page.setViewportSize({ width: 1280, height: 800 });
});

test("a minor revision says that it tells nobody, and any two versions can be compared", async () => {
  const { id } = await releasedOf("Minor gloves");
  await changedElsewhere(id, "releaser", { severity: "critical" });
  const { page } = author;
  await visit(author, `/alerts/${id}/edit`);
  await typeInto(page, "Summary", "Found in two containers.");
  await press(page, "Show the changes and release…");
  await tick(page, /^Minor/);
  expect(await dialogOf(author).getByText("Tells 1 administration").count()).toBe(0);
  await confirm(author, "Release version 3");
  await page.getByText("A minor revision").waitFor();
  await follow(page, "version 3");
  await heading(author, /^Versions of IPR-/).waitFor();
  await page.getByText("minor", { exact: true }).waitFor();
  await tabTo(page, page.getByLabel("Compare", { exact: true }));
  await page.keyboard.type("Version 1");
  await rowOf(author, "Severity").getByText("Critical").waitFor();
  await rowOf(author, "Summary").getByText("Found in two containers.").waitFor();
  await expectFinished(author, "versions-author");
});

test("what was written of a revision is there after a reload, and given up only when somebody says so", async () => {
  const { id, title } = await releasedOf("Kept gloves");
  const { page } = author;
  await visit(author, `/alerts/${id}/edit`);
  await typeInto(page, "Title", `Half a revision ${run}`);
  await page.reload();
  await expect
    .poll(() => page.getByLabel("Title", { exact: true }).inputValue(), { timeout: 15_000 })
    .toBe(`Half a revision ${run}`);
  await press(page, "Give up…");
  await confirm(author, "Give it up");
  await heading(author, title).waitFor();
  await follow(page, "Revise…");
  await heading(author, "Revise an alert").waitFor();
  expect(await page.getByLabel("Title", { exact: true }).inputValue()).toBe(title);
});
