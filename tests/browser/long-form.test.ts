import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, visit } from "./support/console.ts";
import {
  chooseByTyping,
  chooseOption,
  follow,
  pick,
  press,
  tabTo,
  tick,
  typeInto,
} from "./support/keyboard.ts";
import { expectToHold } from "./support/layout.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded } from "./support/system.ts";

const title = `Falsified oxytocin in a container ${run}`;

let browser: Browser;
let officer: Console;
let reader: Console;
/** Where the draft, and later the alert, is. */
let address = "";

beforeAll(async () => {
  browser = await launchChromium();
  [officer, reader] = [await openConsole(browser), await openConsole(browser)];
  await officer.open("/alerts/new");
  await signIn(officer, seeded("FR", "releaser"), "France");
  await reader.open("/");
  await signIn(reader, seeded("DE", "reader"), "Germany");
});
afterAll(() => browser?.close());

const rail = () => officer.page.getByRole("navigation", { name: "Parts of the form" });
const railLink = (name: string) => rail().getByRole("link", { name: new RegExp(`^${name}`) });

const parts = {
  "When and where": "event",
  "Conveyance and identifiers": "conveyance",
  "How it was found and hidden": "detection",
  "Laboratory and health": "health",
  Assessment: "assessment",
  "Source and area": "source",
} as const;

/** Opens a part from the rail, and gives what is in it: by its id, since a list that is open hides headings. */
const open = async (name: keyof typeof parts): Promise<Locator> => {
  await tabTo(officer.page, railLink(name));
  await officer.page.keyboard.press("Enter");
  const part = officer.page.locator(`details#part-${parts[name]}[open]`);
  await part.waitFor();
  return part;
};

const field = (part: Locator, label: string | RegExp): Locator =>
  part.getByLabel(label, typeof label === "string" ? { exact: true } : {});

const stateOf = async (name: string): Promise<string> =>
  (await railLink(name).locator(".rail-status").textContent()) ?? "";

test("the short form is complete with every other part folded away", async () => {
  const { page } = officer;
  await page.getByRole("heading", { level: 1, name: "New alert" }).waitFor();
  expect(await stateOf("What happened")).toBe("to do");
  expect(await stateOf("Conveyance and identifiers")).toBe("optional");
  expect(await page.getByLabel("IMO number", { exact: false }).count()).toBe(0);
  await typeInto(page, "Title", title);
  await chooseOption(page, "Type", "Seizure");
  await chooseOption(page, "Severity", "High");
  await typeInto(page, "Summary", "Ampoules without an active ingredient in a consignment of syringes.");
  await chooseByTyping(page, "Category", "Medicines");
  await typeInto(page, "What it is", "Oxytocin 10 IU, ampoules of 1 ml");
  await chooseOption(page, "Marking (Traffic Light Protocol 2.0)", /^TLP:AMBER$/);
  await page.getByText(/^Saved/).waitFor();
  expect(await stateOf("What happened")).toBe("complete");
  await rail().getByText("% complete").waitFor();
  await expectFinished(officer, "long-form-short");
});

test("a wrong check digit is told beside its field with the right one; a forged number is kept as it is printed", async () => {
  const { page } = officer;
  const transport = await open("Conveyance and identifiers");
  await pick(page, transport.getByRole("combobox", { name: "Transport" }), "air", "4");
  await rail()
    .getByRole("link", { name: /^Add the air waybill/ })
    .waitFor();
  const container = field(transport, /^Container \(optional\)/);
  await typeInto(page, container, "MSCU1234567");
  await page.keyboard.press("Tab");
  await transport.getByText("The check digit of MSCU1234567 would be 6.").waitFor();
  expect(await container.getAttribute("aria-invalid")).toBe("true");
  expect(await stateOf("Conveyance and identifiers")).toBe("1 error");
  await expectFinished(officer, "long-form-wrong-digit");

  await typeInto(page, container, "MSCU1234566");
  await page.keyboard.press("Tab");
  await page.getByText(/^Saved/).waitFor();
  expect(await stateOf("Conveyance and identifiers")).toBe("complete");

  await press(page, "Add another: Container");
  await page.keyboard.type("CSQU3054384");
  await page.keyboard.press("Tab");
  await tick(page, /^Keep it as printed: CSQU3054384/);
  await page.getByText(/^Saved/).waitFor();
  expect(await stateOf("Conveyance and identifiers")).toBe("complete");
});

test("what would help others most is one link away, wherever it is folded away", async () => {
  const { page } = officer;
  await tabTo(page, rail().locator("summary"));
  await page.keyboard.press("Enter");
  await follow(page, /^Add the date/);
  const when = page.locator("#part-event");
  expect(await field(when, "Date").evaluate((it) => it.ownerDocument.activeElement === it)).toBe(true);
  await page.keyboard.type("2026-11-31");
  await page.keyboard.press("Tab");
  await when.getByText("2026-11-31 is not in the calendar.").waitFor();
  await typeInto(page, field(when, "Date"), "2026-11");
  await page.keyboard.press("Tab");
  await page.getByText(/^Saved/).waitFor();
});

test("an error in a part that is folded away is linked from the top, and opens it", async () => {
  const { page } = officer;
  const health = await open("Laboratory and health");
  await typeInto(page, field(health, "People harmed"), "three");
  await tabTo(page, health.locator("summary").first());
  await page.keyboard.press("Enter");
  await press(page, "Release…");
  const summary = page.getByRole("alert");
  await summary.getByText("One thing is not right yet").waitFor();
  await follow(page, "People harmed");
  const cases = field(page.locator("#part-health"), "People harmed");
  expect(await cases.evaluate((it) => it.ownerDocument.activeElement === it)).toBe(true);
  await expectFinished(officer, "long-form-error-in-a-part");
  await typeInto(page, cases, "3");
  await page.getByText(/^Saved/).waitFor();
  expect(await stateOf("Laboratory and health")).toBe("complete");
});

test("all that is known is written by keyboard, and saves itself", async () => {
  const { page } = officer;
  const when = await open("When and where");
  await chooseByTyping(page, field(when, "What became of the goods"), "Seized");
  await pick(page, when.getByRole("combobox", { name: "Country", exact: true }), "Kenya", "KE");
  await pick(page, when.getByRole("combobox", { name: "Place", exact: true }), "Mombasa", "KEMBA");
  await chooseByTyping(page, field(when, "Kind of place"), "Seaport");
  await chooseByTyping(page, field(when, "Customs procedure"), "Transhipment");
  await chooseByTyping(page, field(when, "Direction"), "Import");

  const transport = await open("Conveyance and identifiers");
  await typeInto(page, field(transport, "Vessel or aircraft"), "Example Carrier");
  await typeInto(page, field(transport, /^IMO number/), "9074729");
  await typeInto(page, field(transport, "Voyage or flight"), "EX 123");
  await typeInto(page, field(transport, /^Seals/), "SEAL 1\nSEAL 2");
  await typeInto(page, field(transport, /^Air waybill/), "176-12345675");
  await typeInto(page, field(transport, /^Bills of lading/), "BL/2026/7");
  await typeInto(page, field(transport, /^Postal item/), "RR473124829GB");
  await typeInto(page, field(transport, /^Number plates/), "KAA 123A");
  await typeInto(page, field(transport, "Express carrier"), "Example Express");

  const found = await open("How it was found and hidden");
  await chooseByTyping(page, field(found, "Method").first(), "X-ray");
  await typeInto(page, field(found, /^Indicators/), "Weight differs from the declaration");
  await chooseByTyping(page, field(found, "Method").nth(1), "Among other goods");
  await typeInto(page, field(found, "In words"), "Behind two rows of syringes.");

  const health = await open("Laboratory and health");
  await chooseByTyping(page, field(health, "Result"), "No active");
  await typeInto(page, field(health, "Laboratory"), "National laboratory, Kenya");
  await typeInto(page, field(health, "Date"), "2026-11-20");
  await typeInto(page, field(health, "Report"), "NQCL/7");
  await chooseByTyping(page, field(health, "Harm"), "Suspected");

  const assessment = await open("Assessment");
  await chooseByTyping(page, field(assessment, "Source"), "B:");
  await chooseByTyping(page, field(assessment, "Information"), "2:");
  await chooseByTyping(page, field(assessment, "Urgency"), "Act soon");
  await chooseByTyping(page, field(assessment, "Certainty"), "Observed");

  const source = await open("Source and area");
  await typeInto(page, field(source, "Published by"), "A medicines authority");
  await typeInto(page, field(source, "Link to the source"), "https://authority.example/notice/7");
  await pick(page, source.getByRole("combobox", { name: "Countries" }), "Uganda", "UG");

  await page.getByText(/^Saved/).waitFor();
});

test("the form with all its parts open holds in every layout", async () => {
  await expectFinished(officer, "long-form-filled");
  await expectToHold(officer, "long-form-filled");
});

test("all that was written is there after a reload, in parts that are open", async () => {
  const { page } = officer;
  await follow(page, "Alerts");
  await follow(page, "Drafts");
  await follow(page, title);
  await page.getByRole("heading", { level: 1 }).waitFor();
  address = new URL(page.url()).pathname;
  await visit(officer, `${address}/edit`);
  const values = await page
    .locator(".optional-part input, .optional-part textarea, .optional-part select")
    .evaluateAll((all) => all.map((each) => (each as unknown as { readonly value: string }).value));
  for (const value of [
    "seized",
    "2026-11",
    "Kenya",
    "seaport",
    "MSCU1234566",
    "CSQU3054384",
    "9074729",
    "SEAL 1\nSEAL 2",
    "176-12345675",
    "RR473124829GB",
    "KAA 123A",
    "x-ray",
    "among-other-goods",
    "no-active-ingredient",
    "2026-11-20",
    "B",
    "2",
    "future",
    "A medicines authority",
  ])
    expect(values).toContain(value);
  for (const part of ["When and where", "Conveyance and identifiers", "Laboratory and health", "Assessment"])
    expect(await stateOf(part)).toBe("complete");
});

test("another administration reads every part of it", async () => {
  const { page } = officer;
  await press(page, "Release…");
  await press(page, "Release it");
  await page
    .getByRole("code")
    .filter({ hasText: /^IPR-\d{4}-\d{6}$/ })
    .waitFor();
  await visit(reader, address);
  for (const text of [
    title,
    "MSCU1234566",
    "CSQU3054384",
    "as printed, its check digit is wrong",
    "9074729",
    "SEAL 2",
    "176-12345675",
    "RR473124829GB",
    "Weight differs from the declaration",
    "Behind two rows of syringes.",
    "National laboratory, Kenya",
    "B: usually reliable",
    "A medicines authority",
    "Uganda",
    "Seaport",
  ])
    await reader.page.getByText(text, { exact: false }).first().waitFor();
  await expectFinished(reader, "long-form-read");
});
