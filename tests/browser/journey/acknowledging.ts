import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { expectFinished } from "../support/console.ts";
import { chooseOption, follow, press, typeInto } from "../support/keyboard.ts";
import { signIn } from "../support/sign-in.ts";
import { inbox, seeded } from "../support/system.ts";
import type { Journey } from "./journey.ts";

const textOf = async (place: Locator): Promise<string> => (await place.textContent()) ?? "";

/** France's duty officer has the notice, finds the alert in the inbox, reads and acknowledges it. */
export const acknowledge = async ({ windowOf, alert }: Journey): Promise<void> => {
  await inbox.waitFor("duty-desk@fr.customs.example", new RegExp(alert.reference), 30);
  const duty = await windowOf("duty of FR");
  const { page } = duty;
  await duty.open("/");
  await signIn(duty, seeded("FR", "duty"), "France");
  await page.getByRole("link", { name: alert.title }).first().waitFor();
  await expectFinished(duty, "26-inbox");
  await follow(page, alert.title);
  await page.getByRole("heading", { level: 2, name: "To acknowledge" }).waitFor();
  await expectFinished(duty, "27-alert-to-acknowledge");
  await chooseOption(page, "Result in your administration", "Trace found here");
  await typeInto(page, page.getByLabel(/^Note to the author/), "Two parcels of the same batch at Le Havre.");
  await press(page, "Acknowledge");
  await page.getByRole("heading", { level: 2, name: "Acknowledged" }).waitFor();
  await expectFinished(duty, "28-acknowledged");
};

/** The author sees who has it. */
export const seeLedger = async ({ windowOf }: Journey): Promise<void> => {
  const releaser = await windowOf("releaser");
  const { page } = releaser;
  await page.keyboard.press("F5");
  const line = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "France" }) });
  await line.getByText("Trace found here").waitFor();
  await expectFinished(releaser, "29-ledger");
  expect(await line.textContent()).toContain("Two parcels of the same batch");
};

/** To the United Kingdom, which is not named, the alert is as one that does not exist. */
export const knowNothing = async ({ windowOf, alert }: Journey): Promise<void> => {
  const outsider = await windowOf("releaser of GB");
  const { page } = outsider;
  await outsider.open(alert.path);
  await signIn(outsider, seeded("GB", "releaser"), "United Kingdom");
  await page.getByText("There is nothing here that you may see").first().waitFor();
  const denied = await textOf(page.locator("main"));
  await expectFinished(outsider, "30-not-found");
  const unknown = "/alerts/01890000-0000-7000-8000-000000000000";
  await outsider.open(unknown);
  await page.getByText("There is nothing here that you may see").first().waitFor();
  const withoutRequest = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "");
  expect(withoutRequest(await textOf(page.locator("main")))).toBe(withoutRequest(denied));

  await follow(page, "Alerts");
  await page.getByRole("heading", { level: 1, name: "Alerts" }).waitFor();
  await page
    .getByRole("list", { name: "All alerts" })
    .or(page.getByText("There are no alerts yet"))
    .waitFor();
  expect(await textOf(page.locator("body"))).not.toContain(alert.title);
  expect(await textOf(page.locator("body"))).not.toContain(alert.reference);
  const heard = await inbox.mailsTo("duty-desk@gb.customs.example");
  expect(heard.filter(({ subject, body }) => `${subject} ${body}`.includes(alert.reference))).toEqual([]);
};
