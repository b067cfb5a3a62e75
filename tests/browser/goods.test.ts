import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, visit } from "./support/console.ts";
import { chooseByTyping, chooseOption, pick, press, tabTo, tick, typeInto } from "./support/keyboard.ts";
import { expectToHold } from "./support/layout.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded } from "./support/system.ts";

const title = `Oxytocin and gloves in one parcel ${run}`;

let browser: Browser;
let officer: Console;
/** The draft's own address, once it is saved. */
let address = "";

beforeAll(async () => {
  browser = await launchChromium();
  officer = await openConsole(browser);
  await officer.open("/");
  await signIn(officer, seeded("US", "officer"), "United States");
});
afterAll(() => browser?.close());

const product = (number: number) =>
  officer.page.getByRole("group", { name: `Product ${number}`, exact: true });

/** Opens or closes a part of the form, by its title. */
const turn = async (number: number, part: string): Promise<void> => {
  await tabTo(officer.page, product(number).locator("summary").filter({ hasText: part }));
  await officer.page.keyboard.press("Enter");
};

test("a medicine is written whole by keyboard: batches, dates, its number, and what is false about it", async () => {
  const { page } = officer;
  await visit(officer, "/alerts/new");
  await typeInto(page, "Title", title);
  await chooseOption(page, "Type", "Seizure");
  await chooseOption(page, "Severity", "High");
  await typeInto(page, "Summary", "Ampoules without an active ingredient.");
  await chooseByTyping(page, "Category", "Medicines");
  await typeInto(page, "What it is", "Oxytocin 10 IU, ampoules");
  await pick(page, /^HS code/, "médicaments", "3004");
  await typeInto(page, product(1).getByLabel(/^Quantity/), "4,000");
  await pick(page, "Unit", "amp", "AM");
  await turn(1, "More about this product");
  await typeInto(page, product(1).getByLabel(/^Brand/), "Oxy-Exercise");
  await typeInto(page, product(1).getByLabel(/^Batch or lot numbers/), "OX2291");
  await page.keyboard.press("Enter");
  await page.keyboard.type("OX 2292/B");
  await typeInto(page, product(1).getByLabel(/^Manufactured/), "2025");
  await typeInto(page, product(1).getByLabel(/^Expires/), "04/2027");

  const gtin = product(1).getByLabel(/^Article number/);
  await typeInto(page, gtin, "4006381333932");
  await page.keyboard.press("Tab");
  await product(1).getByText("The check digit of 4006381333932 would be 1.", { exact: false }).waitFor();
  await tick(page, "Keep it as printed: 4006381333932");
  await product(1).getByText("The check digit of", { exact: false }).waitFor({ state: "hidden" });
  await page.keyboard.press("Space");
  await typeInto(page, gtin, "4006 3813 3393 1");
  await page.keyboard.press("Tab");
  await product(1).getByText("The check digit of", { exact: false }).waitFor({ state: "hidden" });

  await pick(page, /^Country of manufacture/, "India", "IN");
  await typeInto(page, product(1).getByLabel(/^Value/), "1 250,50");
  await pick(page, /^Currency/, "euro", "EUR");
  await typeInto(page, product(1).getByLabel(/^Active substances/), "oxytocin");
  await typeInto(page, product(1).getByLabel(/^Strength/), "10 IU/ml");
  await typeInto(page, product(1).getByLabel(/^ATC code/), "h01bb02");
  await chooseByTyping(page, product(1).getByLabel(/^What is false/), "Active ingredient");
  await chooseOption(page, "Marking (Traffic Light Protocol 2.0)", /AMBER\+STRICT/);
  await page.getByText(/^Saved/).waitFor();
  await expectFinished(officer, "goods-form");
});

test("gloves are found by a French word in an English console, and a code of another edition says which one is right", async () => {
  const { page } = officer;
  await press(page, "Add a product");
  await expect
    .poll(() =>
      product(2)
        .getByLabel("Category")
        .evaluate((field) => field === field.ownerDocument.activeElement),
    )
    .toBe(true);
  await chooseByTyping(page, product(2).getByLabel("Category"), "Gloves");
  await typeInto(page, product(2).getByLabel("What it is"), "Nitrile gloves");
  const hs = product(2).getByRole("combobox", { name: /^HS code/ });
  await typeInto(page, hs, "3007");
  await press(page, "Submit to a releaser…");
  await product(2)
    .getByText("3007 is of HS 2028, not of HS 2022. Such goods are under 300241 there.")
    .waitFor();
  await expectFinished(officer, "goods-form-refused");
  await tabTo(page, hs);
  await page.keyboard.press("ControlOrMeta+A");
  await pick(page, hs, "gants", "401512");
  await expect.poll(() => hs.inputValue()).toMatch(/^401512 /);
});

test("another batch of the same product begins with what both have", async () => {
  const { page } = officer;
  await tabTo(page, product(1).getByRole("button", { name: "Same product, another batch" }));
  await page.keyboard.press("Enter");
  const batches = product(2).getByLabel(/^Batch or lot numbers/);
  await expect
    .poll(() => batches.evaluate((field) => field === field.ownerDocument.activeElement))
    .toBe(true);
  await page.keyboard.type("OX2300");
  expect(
    await product(2)
      .getByLabel(/^Brand/)
      .inputValue(),
  ).toBe("Oxy-Exercise");
  expect(
    await product(2)
      .getByLabel(/^Expires/)
      .inputValue(),
  ).toBe("");
  expect(await product(3).getByLabel("What it is").inputValue()).toBe("Nitrile gloves");
});

test("rows of a spreadsheet become products, and no 31st", async () => {
  const { page } = officer;
  await tabTo(page, page.locator("summary").filter({ hasText: "Add products from a spreadsheet" }));
  await page.keyboard.press("Enter");
  const rows = page.getByLabel("Rows of a spreadsheet");
  const header = "Catégorie\tDésignation\tN° de lot\tQuantité\tUnité\tPéremption\tOrigine\tCouleur";
  const row = "gloves\tVinyl gloves\tV1; V2\t1200\tpair\t12/2028\tChine\tbleu";
  await rows.fill([header, ...Array.from({ length: 28 }, () => row)].join("\n"));
  await press(page, "Add these products");
  await page.getByText("These are 28 products, and there is room for 27", { exact: false }).waitFor();
  expect(await page.getByRole("group", { name: /^Product \d+$/ }).count()).toBe(3);
  await rows.fill(`${header}\n${row}`);
  await press(page, "Add these products");
  await page.getByText("1 product was added.").waitFor();
  await page.getByText("Row 2: not understood, and kept in the description: bleu").waitFor();
  expect(
    await product(4)
      .getByLabel(/^Batch or lot numbers/)
      .inputValue(),
  ).toBe("V1\nV2");
  await page.getByText(/^Saved/).waitFor();
});

test("what was saved is there when the form is opened again, and the alert's page shows all of it", async () => {
  const { page } = officer;
  await visit(officer, "/alerts?show=drafts");
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  address = new URL(page.url()).pathname;
  await visit(officer, `${address}/edit`);
  expect(
    await product(1)
      .getByLabel(/^Batch or lot numbers/)
      .inputValue(),
  ).toBe("OX2291\nOX 2292/B");
  expect(
    await product(1)
      .getByLabel(/^Expires/)
      .inputValue(),
  ).toBe("2027-04");
  expect(
    await product(1)
      .getByLabel(/^Article number/)
      .inputValue(),
  ).toBe("4006381333931");
  expect(
    await product(4)
      .getByRole("combobox", { name: /^Country of manufacture/ })
      .inputValue(),
  ).toBe("China");
  await expectToHold(officer, "goods-form");

  await visit(officer, address);
  for (const words of ["OX2291", "4006381333931", "H01BB02", "oxytocin", "10 IU/ml", "401512"])
    await page.getByText(words, { exact: false }).first().waitFor();
  await page.getByText("EUR 1,250.50").first().waitFor();
  await page.getByRole("button", { name: "Copy 4006381333931" }).first().waitFor();
  await expectFinished(officer, "goods-read");
  await expectToHold(officer, "goods-read");
});
