import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changedElsewhere, currentOf, draftOf, releasedOf } from "./support/alerts.ts";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, visit } from "./support/console.ts";
import { chooseOption, press, tabTo, typeInto } from "./support/keyboard.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded } from "./support/system.ts";

let browser: Browser;
let console: Console;

beforeAll(async () => {
  browser = await launchChromium();
  console = await openConsole(browser);
  await console.open("/");
  await signIn(console, seeded("US", "releaser"), "United States");
});
afterAll(() => browser?.close());

const both = () => console.page.getByText(/^Somebody else changed this meanwhile/);

test("of two people who change one draft, the later one sees both texts and chooses field by field", async () => {
  const { page } = console;
  const { id, title } = await draftOf("Contested gloves");
  await visit(console, `/alerts/${id}/edit`);
  await page.getByText(/^Saved/).waitFor();
  await changedElsewhere(id, "officer", {
    title: `Theirs ${run}`,
    summary: "In two containers.",
    goods: [{ category: "gloves", description: "Nitrile gloves", quantity: { value: 4000, unit: "PR" } }],
  });
  // Without a line until both are written: the form saves itself after the first pause.
  await console.context.setOffline(true);
  await typeInto(page, "Title", `Mine ${run}`);
  await typeInto(page, page.getByLabel(/^Quantity/), "5,000");
  await console.context.setOffline(false);
  await both().waitFor();
  const group = (name: string) => page.getByRole("group", { name, exact: true });
  await group("Title").getByText(`Mine ${run}`).waitFor();
  await group("Title").getByText(`Theirs ${run}`).waitFor();
  await group("Title").getByText(title).waitFor();
  await expectFinished(console, "conflict");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(console, "conflict-320px");
  await page.setViewportSize({ width: 1280, height: 800 });

  // What both changed is to be chosen; what one alone changed stands as they changed it.
  await press(page, "Go on with what is chosen");
  await group("Title").getByText("This is required", { exact: false }).waitFor();
  await chooseOption(page, "Title", "Mine");
  await press(page, "Go on with what is chosen");
  await page.getByText(/^Saved/).waitFor();
  const current = await currentOf(id);
  expect(current).toMatchObject({ title: `Mine ${run}`, summary: "In two containers." });
  expect(current.goods).toMatchObject([{ description: "Nitrile gloves", quantity: { value: 5000 } }]);
});

test("a revision of a version that is not the last one any more is compared with what is in force", async () => {
  const { page } = console;
  const { id } = await releasedOf("Contested release");
  await visit(console, `/alerts/${id}/edit`);
  await typeInto(page, "Title", `My version ${run}`);
  await changedElsewhere(id, "releaser", { severity: "critical" });
  await press(page, "Show the changes and release…");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Release version 2", exact: true }));
  await page.keyboard.press("Enter");
  await both().waitFor();
  expect(await currentOf(id)).toMatchObject({ version: 2, severity: "critical" });
  await press(page, "Go on with what is chosen");
  await press(page, "Show the changes and release…");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Release version 3", exact: true }));
  await page.keyboard.press("Enter");
  await page.getByText("It was revised").waitFor();
  expect(await currentOf(id)).toMatchObject({
    version: 3,
    severity: "critical",
    title: `My version ${run}`,
  });
});
