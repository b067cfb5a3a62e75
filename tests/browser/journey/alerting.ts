import { expect } from "vitest";
import { expectFinished } from "../support/console.ts";
import { chooseByTyping, chooseOption, follow, pick, press, typeInto } from "../support/keyboard.ts";
import type { Journey } from "./journey.ts";

/** The officer drafts the short form, and submits it to a releaser: releasing is not theirs. */
export const draft = async ({ windowOf, alert }: Journey): Promise<void> => {
  const officer = await windowOf("officer");
  const { page } = officer;
  await follow(page, "New alert");
  await page.getByRole("heading", { level: 1, name: "New alert" }).waitFor();
  await typeInto(page, "Title", alert.title);
  await chooseOption(page, "Type", "Seizure");
  await chooseOption(page, "Severity", "High");
  await typeInto(page, "Summary", "Ampoules without an active ingredient in a consignment of syringes.");
  await chooseByTyping(page, "Category", "Medicines");
  await typeInto(page, "What it is", "Oxytocin 10 IU, ampoules of 1 ml");
  const hs = page.getByRole("combobox", { name: /^HS code/ });
  await typeInto(page, hs, "3004.39");
  await page.keyboard.press("Tab");
  await expect.poll(() => hs.inputValue()).toMatch(/^3004\.?39/);
  await typeInto(page, page.getByLabel(/^Quantity/), "4,000");
  await pick(page, "Unit", "amp", "AM");
  await chooseOption(page, "Marking (Traffic Light Protocol 2.0)", /AMBER\+STRICT/);
  await chooseOption(page, "Who may see it", "Named administrations");
  for (const [name, code] of [
    ["France", "FR"],
    ["Germany", "DE"],
  ] as const)
    await pick(page, "Add an administration", name, code);
  await page.getByText(/^Saved/).waitFor();
  await expectFinished(officer, "22-draft");

  await press(page, "Submit to a releaser…");
  await press(page, "Submit it");
  await page.getByRole("heading", { level: 2, name: "Waits for a releaser" }).waitFor();
  expect(await page.getByRole("button", { name: "Release…" }).getAttribute("aria-disabled")).toBe("true");
  await expectFinished(officer, "23-draft-submitted");
  alert.path = new URL(page.url()).pathname;
};

/** The releaser finds it among the drafts, reads whom it tells, and releases it. */
export const release = async ({ windowOf, alert }: Journey): Promise<void> => {
  const releaser = await windowOf("releaser");
  const { page } = releaser;
  await follow(page, "Alerts");
  await follow(page, "Drafts");
  await follow(page, alert.title);
  await press(page, "Release…");
  await page.getByText("Tells 2 administrations").waitFor();
  await expectFinished(releaser, "24-release-asked");
  await press(page, "Release it");
  const reference = page.getByText(/^IPR-\d{4}-R[0-9A-Z]{6}$/);
  await reference.waitFor();
  alert.reference = (await reference.textContent()) ?? "";
  await expectFinished(releaser, "25-released");
};
