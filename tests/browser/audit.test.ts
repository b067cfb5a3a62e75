import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeCryptography } from "../../shared/adapters/crypto/cryptography.ts";
import { auditProof } from "../../shared/domain/audit-proof.ts";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, visit } from "./support/console.ts";
import { follow, press, tabTo, typeInto } from "./support/keyboard.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded } from "./support/system.ts";

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

const choose = async ({ page }: Console, label: string, option: string): Promise<void> => {
  const field = page.getByLabel(label, { exact: true });
  await tabTo(page, field);
  await field.selectOption({ label: option });
};

const entries = ({ page }: Console) => page.getByRole("list", { name: "Entries" }).getByRole("listitem");

test("a contact point finds what somebody did to whom, by name and in words", async () => {
  const { page } = contactPoint;
  const name = `Reader in the trail ${run}`;
  await visit(contactPoint, "/people/invite");
  await typeInto(page, "Name", name);
  await typeInto(page, "E-mail address", `trail-${run}@ph.customs.example`);
  await tabTo(page, page.getByRole("checkbox", { name: "Reader", exact: true }));
  await page.keyboard.press("Space");
  await press(page, "Send the invitation");
  await page.getByRole("heading", { level: 1, name }).waitFor();

  await expect
    .poll(
      async () => {
        await visit(contactPoint, "/audit");
        return entries(contactPoint)
          .filter({ hasText: `invited ${name}` })
          .count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await choose(contactPoint, "Who", "Contact point of Philippines");
  await choose(contactPoint, "What", "Invited a person");
  await typeInto(page, "To what or whom", name);
  const today = await page.evaluate<string>("new Date().toLocaleDateString('sv')");
  await page.getByLabel("From", { exact: true }).fill(today);
  await page.getByLabel("To", { exact: true }).fill(today);
  await press(page, "Show");
  await expect.poll(() => entries(contactPoint).count()).toBe(1);
  const found = entries(contactPoint).first();
  await found.getByText(`Contact point of Philippines invited ${name}`).waitFor();
  expect(await found.locator("time").getAttribute("title")).toMatch(/\d{2}:\d{2}:\d{2}.* UTC$/);
  await expectFinished(contactPoint, "audit-found");

  await page.getByLabel("To", { exact: true }).fill("2026-01-01");
  await press(page, "Show");
  await page.getByText("The last day is before the first.").waitFor();
  await page.getByLabel("From", { exact: true }).fill("2026-01-01");
  await press(page, "Show");
  await page.getByText("Nothing matches").waitFor();
  await expectFinished(contactPoint, "audit-nothing-matches");
  await follow(page, "Clear the filter");
  await expect.poll(() => entries(contactPoint).count()).toBeGreaterThan(5);
});

test("the whole trail is verified, and exported into a file that is proven without the exchange", async () => {
  const { page } = contactPoint;
  await visit(contactPoint, "/audit");
  await press(page, "Verify");
  await page.getByText("The trail of Philippines holds").waitFor({ timeout: 60_000 });
  const download = page.waitForEvent("download", { timeout: 60_000 });
  await press(page, "Export all");
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^trail-PH-\d{4}-\d{2}-\d{2}\.jsonl$/);
  await page.getByText(/^npm run audit:verify -- trail-PH-/).waitFor();
  await expectFinished(contactPoint, "audit-proven-and-exported");
  const proof = auditProof(nodeCryptography, new Set());
  const lines = (await readFile(await file.path(), "utf8")).split("\n").slice(0, -1);
  for (const line of lines) proof.accept(line);
  expect(proof.result().fault).toBeUndefined();
  expect(proof.result()).toMatchObject({ administration: "PH", from: 1 });
  expect(proof.result().upTo).toBeGreaterThan(5);
});

test("a proof tells how far it is, goes on beside other pages, and says which entry is wrong", async () => {
  const { page } = contactPoint;
  const held = Promise.withResolvers<void>();
  const part = {
    administration: "PH",
    from: 1,
    to: 31_400,
    head: { administration: "PH", seq: 31_400, hash: "0".repeat(64) },
  };
  await page.route("**/v1/audit/verification?*", async (route) => {
    if (!route.request().url().includes("cursor=")) {
      const first = { verifiedUpTo: 12_000, signedUpTo: 11_980, fault: null, nextCursor: "next" };
      return route.fulfill({ json: { ...part, ...first } });
    }
    await held.promise;
    const fault = { seq: 12_345, reason: "altered", detail: "It is not what was sealed." };
    return route.fulfill({
      json: { ...part, verifiedUpTo: 12_344, signedUpTo: null, fault, nextCursor: null },
    });
  });
  await visit(contactPoint, "/audit");
  await press(page, "Verify");
  await page.getByText("12,000 of 31,400 entries verified, signed up to entry 11,980").waitFor();
  await follow(page, "People");
  await page.getByRole("heading", { level: 1, name: "People" }).waitFor();
  await follow(page, "Audit trail");
  await page.getByText("12,000 of 31,400 entries verified, signed up to entry 11,980").waitFor();
  await expectFinished(contactPoint, "audit-verifying");
  held.resolve();
  await page.getByText("Entry 12,345 is wrong").waitFor();
  await page.getByText("its contents or its hash were changed", { exact: false }).waitFor();
  await expectFinished(contactPoint, "audit-wrong-entry");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(contactPoint, "audit-wrong-entry-320px");
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.unroute("**/v1/audit/verification?*");
});

test("an entry that is damaged is said to be so, and the rest is read", async () => {
  const { page } = contactPoint;
  await page.route("**/v1/audit?*", async (route) => {
    const answer = await route.fetch();
    const { items, nextCursor } = (await answer.json()) as { items: { seq: number }[]; nextCursor: string };
    const [first, ...rest] = items;
    await route.fulfill({ json: { items: [{ seq: first?.seq, damaged: true }, ...rest], nextCursor } });
  });
  await visit(contactPoint, "/audit");
  await page.getByText("This entry is damaged and cannot be read.").waitFor();
  expect(await entries(contactPoint).count()).toBeGreaterThan(5);
  await expectFinished(contactPoint, "audit-damaged-entry");
  await page.unroute("**/v1/audit?*");
});

test("the operator reads another's trail without names and alerts, is told why, and cannot export it", async () => {
  const { page } = operator;
  await visit(operator, "/audit");
  await choose(operator, "Whose trail", "Philippines");
  await page.getByRole("heading", { level: 1, name: "Audit trail of Philippines" }).waitFor();
  await page.getByText("since nobody learns of an alert outside its audience", { exact: false }).waitFor();
  await page.getByText("Only Philippines exports its trail.").waitFor();
  await expect.poll(() => entries(operator).count()).toBeGreaterThan(5);
  const shown = await page.locator("main").textContent();
  expect(shown).not.toMatch(/IPR-\d{4}-/);
  expect(shown).not.toContain("Contact point of Philippines");
  await expectFinished(operator, "audit-overseen");
  await press(page, "Verify");
  await page.getByText("The trail of Philippines holds").waitFor({ timeout: 60_000 });
});
