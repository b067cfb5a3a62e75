import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { releasedOf } from "./support/alerts.ts";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, settled, visit } from "./support/console.ts";
import { chooseByTyping, pick, press, tabTo, typeInto } from "./support/keyboard.ts";
import { expectToHold } from "./support/layout.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded } from "./support/system.ts";

const container = `FILTER ${run}`;

let browser: Browser;
let officer: Console;
let tablets: { readonly title: string };
let gloves: { readonly title: string };

beforeAll(async () => {
  const carried = { conveyance: [{ seals: [container] }] };
  tablets = await releasedOf("Tablets out of India", {
    ...carried,
    type: "seizure",
    goods: [
      {
        category: "medicines",
        description: "Tablets",
        hs: { edition: "HS2022", code: "300490" },
        origin: "IN",
      },
    ],
  });
  gloves = await releasedOf("Gloves", carried);
  browser = await launchChromium();
  officer = await openConsole(browser);
  await officer.open("/");
  await signIn(officer, seeded("DE", "officer"), "Germany");
});
afterAll(() => browser?.close());

const titles = async ({ page }: Console): Promise<readonly string[]> => {
  await settled(officer);
  return page.locator(".alert-row-title").allTextContents();
};
const openForm = async (): Promise<void> => {
  await tabTo(officer.page, officer.page.locator("summary").filter({ hasText: "Filter" }));
  await officer.page.keyboard.press("Enter");
  await officer.page.getByRole("form", { name: "Filter" }).waitFor();
};

test("an officer finds tablets of heading 3004 from India by keyboard, and the address keeps what was asked", async () => {
  const { page } = officer;
  // The dispatch writes what a filter reads before the row that is waited for here.
  await visit(officer, "/alerts");
  await page.getByRole("link", { name: gloves.title }).waitFor();
  await openForm();
  await chooseByTyping(page, "Category", "Medicines");
  await pick(page, "HS code", "3004", "3004");
  await pick(page, "Country on the route or of manufacture", "India", "IN");
  await typeInto(page, "Number on goods, papers or conveyances", container.toLowerCase().replace(" ", "-"));
  await expectFinished(officer, "filters-form");
  await press(page, "Show");
  await page.waitForURL(/hs=3004/);
  await page.getByRole("link", { name: tablets.title }).waitFor();
  expect(await titles(officer)).toEqual([tablets.title]);
  expect(new URL(page.url()).searchParams.get("country")).toBe("IN");
  await expectFinished(officer, "filters-found");
  await page.reload();
  await page.getByRole("link", { name: tablets.title }).waitFor();
  expect(await titles(officer)).toEqual([tablets.title]);
});

test("a part that is left out widens the list again, and the way back narrows it", async () => {
  const { page } = officer;
  for (const part of ["Medicines", "HS 3004", "India"]) {
    await tabTo(page, page.getByRole("link", { name: `Leave out: ${part}` }));
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: `Leave out: ${part}` }).waitFor({ state: "detached" });
  }
  await page.getByRole("link", { name: gloves.title }).waitFor();
  expect(await titles(officer)).toEqual([gloves.title, tablets.title]);
  await page.goBack();
  await page.getByRole("link", { name: gloves.title }).waitFor({ state: "detached" });
  expect(await titles(officer)).toEqual([tablets.title]);
});

test("where nothing has all of it, the page says which part to do without", async () => {
  const { page } = officer;
  const sought = new URLSearchParams({ identifier: container, type: "seizure", hs: "4015" });
  await visit(officer, `/alerts?${sought}`);
  await page.getByText("No alert has all of this").waitFor();
  await page.getByRole("link", { name: "Without: HS 4015" }).waitFor();
  await expectFinished(officer, "filters-nothing");
  expect(await page.getByRole("link", { name: "Without: Seizure" }).count()).toBe(0);
  await tabTo(page, page.getByRole("link", { name: "Without: HS 4015" }));
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: tablets.title }).waitFor();
});

test("what is to be acknowledged is narrowed alike, and days are the reader's own", async () => {
  const { page } = officer;
  await visit(officer, `/alerts?show=unacknowledged&${new URLSearchParams({ identifier: container })}`);
  expect(await titles(officer)).toEqual([gloves.title, tablets.title]);
  const today = new Date().toLocaleDateString("en-CA", { timeZone: "Europe/Brussels" });
  await visit(officer, `/alerts?from=${today}&to=${today}&${new URLSearchParams({ identifier: container })}`);
  expect(await titles(officer)).toEqual([gloves.title, tablets.title]);
  await visit(officer, `/alerts?to=2026-01-01&${new URLSearchParams({ identifier: container })}`);
  await page.getByText("No alert has all of this").waitFor();
});

test("a code that is none is answered with what would be one", async () => {
  const { page } = officer;
  await visit(officer, "/alerts?hs=9999");
  await page.getByText("9999 is not in HS 2022", { exact: false }).waitFor();
  await openForm();
  await typeInto(page, page.getByRole("combobox", { name: "HS code" }), "30x");
  await press(page, "Show");
  await page.getByText("Choose a code from the list, or write 2, 4 or 6 digits", { exact: false }).waitFor();
});

test("the form and what it found hold on a phone, enlarged, and from right to left", async () => {
  await visit(
    officer,
    `/alerts?hs=3004&country=IN&severity=high&${new URLSearchParams({ identifier: container })}`,
  );
  await openForm();
  await expectToHold(officer, "filters");
});
