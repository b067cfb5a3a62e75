import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPublicAlerts } from "../../local/public-alerts/record.ts";
import { convert } from "../../local/public-alerts/report.ts";
import { jpegOf } from "../unit/workers/pictures.ts";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, picture, visit } from "./support/console.ts";
import { expectToHold } from "./support/layout.ts";
import { pdfTexts } from "./support/pdf-text.ts";
import { signIn } from "./support/sign-in.ts";
import { run, seeded } from "./support/system.ts";
import { draftIt, releaseIt, wholeAlert } from "./support/whole-alert.ts";

let browser: Browser;
let author: Console;
let duty: Console;
/** With something in every part of the record. */
let whole: { readonly id: string; readonly reference: string };
/** The longest of the public alerts. */
let longest: { readonly id: string; readonly reference: string };

const photos = ["seal.jpg", "carton.jpg", "blister.jpg"];

/** As its author adds them: chosen from the folder, sent, checked. */
const addPhotos = async (id: string): Promise<void> => {
  const { page } = author;
  await author.open(`/alerts/${id}`);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add photos or PDF…" }).click();
  await (await chooser).setFiles(
    await Promise.all(
      photos.map(async (name, n) => ({
        name,
        mimeType: "image/jpeg",
        // Not the same file three times: the exchange would see that.
        buffer: await jpegOf(400 + 20 * n, 300),
      })),
    ),
  );
  for (const name of photos)
    await page.getByRole("button", { name: `Download ${name}` }).waitFor({ timeout: 60_000 });
};

beforeAll(async () => {
  browser = await launchChromium();
  [author, duty] = [await openConsole(browser), await openConsole(browser)];
  await author.open("/");
  await signIn(author, seeded("US", "releaser"), "United States");
  await duty.open("/");
  await signIn(duty, seeded("DE", "duty"), "Germany");
  const prepared = async (content: Parameters<typeof draftIt>[1]) => {
    const id = await draftIt("US", content);
    await addPhotos(id);
    return { id, reference: await releaseIt("US", id) };
  };
  whole = await prepared(wholeAlert(`Artesunate without active ingredient ${run}`));
  const records = convert(await readPublicAlerts(), new Date()).alerts.map(({ alert }) => alert);
  const [most] = records.toSorted((one, other) => other.goods.length - one.goods.length);
  if (most === undefined) throw new Error("There are no public alerts");
  longest = await prepared({ ...most, group: "ipr", tlp: "AMBER", audience: wholeAlert("").audience });
}, 240_000);
afterAll(() => browser?.close());

test("an alert's page has its markings first, its route on a map, holds in every layout, and never shows the internal id", async () => {
  const { page } = duty;
  await visit(duty, `/alerts/${whole.id}`);
  await page.getByRole("img", { name: "Map of the route: India, United Arab Emirates and Kenya" }).waitFor();
  await page.getByText("INBOM").waitFor();
  for (const words of [
    "43,200 Carton",
    "B: usually reliable",
    "Among other goods",
    "No active ingredient",
    "Maritime transport",
  ])
    await page.getByText(words, { exact: true }).waitFor();
  await page.getByText("CSQU3054383").first().waitFor();
  const top = async (place: string) => (await page.locator(`main ${place}`).first().boundingBox())?.y ?? -1;
  expect(await top(".alert-row-marks .tlp")).toBeLessThan(await top("h1"));
  await expectFinished(duty, "alert-detail");
  expect(await page.locator("body").textContent()).not.toContain(whole.id);
  await expectToHold(duty, "alert-detail");
});

test.each([
  ["with something in every part of the record and three photos", "whole", () => whole, "AMBER+STRICT"],
  ["the longest of the public alerts, and three photos", "longest", () => longest, "AMBER"],
] as const)("on paper it is two A4 sheets at most, each with its marking: %s", async (_, name, of, tlp) => {
  const { page } = duty;
  const { id, reference } = of();
  await visit(duty, `/alerts/${id}`);
  await expect.poll(() => page.locator(".attachment-picture").count(), { timeout: 15_000 }).toBe(3);
  await page.emulateMedia({ media: "print" });
  await picture(duty, `alert-detail-print-${name}`);
  const sheets = pdfTexts(await page.pdf({ format: "A4", printBackground: true }));
  await page.emulateMedia({ media: "screen" });
  expect(sheets.length).toBeLessThanOrEqual(2);
  expect(sheets.length).toBeGreaterThanOrEqual(1);
  for (const sheet of sheets) expect(sheet).toContain(`TLP:${tlp}${reference}`);
});
