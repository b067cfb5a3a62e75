import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openExchange } from "../../local/seed/exchange.ts";
import { alerts } from "../../shared/contract/alerts.ts";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, picture, visit } from "./support/console.ts";
import { press, tabTo, typeInto } from "./support/keyboard.ts";
import { expectToHold } from "./support/layout.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded, state } from "./support/system.ts";

const { api, signIn: tokensOf } = openExchange(state);
const tokenOf = async (administration: string, role: string): Promise<string> => {
  const { email, password, totpSecret } = seeded(administration, role);
  return (await tokensOf(administration, email, password, { totpSecret })).accessToken;
};

const title = `Artesunate without active ingredient ${run}`;
const reason = `The laboratory confused two samples ${run}.`;
const batches = ["AB1234", "AB1235", "CD 77/2026"];

let browser: Browser;
let releaser: Console;
let contactPoint: Console;
let duty: Console;
let id: string;
let reference: string;

beforeAll(async () => {
  const token = await tokenOf("US", "releaser");
  const { body, etag } = await api.call(alerts.create, {
    token,
    body: {
      type: "seizure",
      severity: "high",
      tlp: "AMBER+STRICT",
      group: "ipr",
      audience: { kind: "administrations", administrations: ["DE", "FR"] },
      title,
      summary: "Tablets in blisters of two makers, in one carton.\nThe cartons have no leaflet.",
      language: "en",
      goods: Array.from({ length: 8 }, (_, n) => ({
        category: "medicines" as const,
        description: `Artesunate 200 mg tablets, presentation ${n + 1}`,
        hs: { edition: "HS2022" as const, code: "300490" },
        quantity: { value: 1200 * (n + 1), unit: "CT" },
        brand: "As printed on the carton",
        batches,
        origin: "IN",
        ...(n === 0
          ? {
              medicine: { inn: ["artesunate"], atc: "P01BE03", strength: "200 mg", form: "tablet" },
              falsification: { code: "api" as const, asReported: "no artesunate found" },
              ipr: { right: "trademark" as const, rightHolder: "Exercise Pharma", niceClass: 5 },
              identifiers: { serials: ["SN-0001"] },
            }
          : {}),
      })),
      urgency: "immediate",
      certainty: "observed",
      grading: { reliability: "B", credibility: 2 },
      conveyance: [
        {
          mode: "1",
          vessel: "EXERCISE VESSEL",
          imo: { value: "9074729" },
          containers: [{ value: "CSQU3054383" }],
          seals: ["SEAL 77"],
          billsOfLading: ["BL-2026-11"],
        },
      ],
      detection: { method: "risk-profile", indicators: ["Weight differs from the declaration"] },
      concealment: { method: "among-other-goods", text: "Behind rice." },
      laboratory: { result: "no-active-ingredient", laboratory: "National laboratory", date: "2026-11" },
      route: {
        departure: { country: "IN", place: "Mumbai", locode: "INBOM" },
        transits: [{ country: "AE", place: "Dubai" }],
        destination: { country: "KE", place: "Mombasa" },
      },
      event: { date: "2026-11-19", place: "Port of Mombasa" },
    },
  });
  id = body.id;
  if (etag === undefined) throw new Error("The draft has no version");
  const released = await api.call(alerts.release, { token, params: { id }, ifMatch: etag });
  reference = released.body.reference ?? "";

  browser = await launchChromium();
  [releaser, contactPoint, duty] = [
    await openConsole(browser),
    await openConsole(browser),
    await openConsole(browser),
  ];
  await releaser.open("/");
  await signIn(releaser, seeded("US", "releaser"), "United States");
  await contactPoint.open("/");
  await signIn(contactPoint, seeded("US", "contact-point"), "United States");
  await duty.open("/");
  await signIn(duty, seeded("DE", "duty"), "Germany");
});
afterAll(() => browser?.close());

const confirm = async ({ page }: Console, name: string): Promise<void> => {
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name, exact: true }));
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
};

test("an alert's page has its route on a map, holds in every layout, and never shows the internal id", async () => {
  const { page } = duty;
  await visit(duty, `/alerts/${id}`);
  await page.getByRole("img", { name: "Map of the route: India, United Arab Emirates and Kenya" }).waitFor();
  await page.getByText("INBOM").waitFor();
  for (const words of [
    "B: usually reliable",
    "Among other goods",
    "No active ingredient",
    "Maritime transport",
  ])
    await page.getByText(words, { exact: true }).waitFor();
  await page.getByText("CSQU3054383").first().waitFor();
  await expectFinished(duty, "alert-detail");
  expect(await page.locator("body").textContent()).not.toContain(id);
  await expectToHold(duty, "alert-detail");
});

test("on paper it is two A4 pages at most, each with the marking", async () => {
  const { page } = duty;
  await visit(duty, `/alerts/${id}`);
  await page.getByRole("img", { name: /Map of the route/ }).waitFor();
  await page.emulateMedia({ media: "print" });
  await picture(duty, "alert-detail-print");
  const pdf = (await page.pdf({ format: "A4", printBackground: true })).toString("latin1");
  await page.emulateMedia({ media: "screen" });
  const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length;
  expect(pages).toBeGreaterThanOrEqual(1);
  expect(pages).toBeLessThanOrEqual(2);
});

test("a releaser signs first, with a reason, and is told that somebody else has to", async () => {
  const { page } = releaser;
  await visit(releaser, `/alerts/${id}`);
  await press(page, "Recall…");
  await typeInto(page, page.getByRole("dialog").getByLabel("Reason"), reason);
  await expectFinished(releaser, "recall-first");
  await confirm(releaser, "Sign it first");
  await page.getByText("You signed the recall; a second person has to").waitFor();
  expect(await page.getByRole("button", { name: "Recall…" }).getAttribute("aria-disabled")).toBe("true");
  await expectFinished(releaser, "recall-signed");
});

test("the contact point finds it in the inbox, signs, and nothing of it is left but what was recalled and why", async () => {
  const { page } = contactPoint;
  await visit(contactPoint, "/");
  await page
    .getByRole("region", { name: "Recalls that wait for a second signature" })
    .getByRole("link", { name: reference })
    .click();
  await press(page, "Sign and recall…");
  await expectFinished(contactPoint, "recall-second");
  await confirm(contactPoint, "Sign and recall it");
  await page.getByRole("heading", { level: 1, name: `${reference} was recalled` }).waitFor();
  await page.getByText(reason).waitFor();
  expect(await page.locator("main").textContent()).not.toContain("Artesunate");
  await expectFinished(contactPoint, "recalled-author");
});

test("a duty officer finds it to be dropped and confirms; the author sees that", async () => {
  const { page } = duty;
  await visit(duty, "/");
  await page
    .getByRole("link", { name: `Recalled: ${reason}` })
    .first()
    .click();
  await page.getByText("Drop it: do not act on it any more").waitFor();
  await expectFinished(duty, "recalled-reader");
  await expectToHold(duty, "recalled-reader");
  await press(page, "Confirm that it was dropped");
  await page.getByText("Your administration confirmed that it dropped it").waitFor();
  await visit(contactPoint, `/alerts/${id}`);
  await contactPoint.page.getByText("1 of 2 administrations confirmed").waitFor();
  await expectFinished(contactPoint, "recalled-receipts");
});
