import { expect } from "vitest";
import { expectFinished } from "../support/console.ts";
import { chooseOption, follow, pick, press, typeInto } from "../support/keyboard.ts";
import { inbox, newPhone } from "../support/system.ts";
import type { Journey } from "./journey.ts";

const LINK = /https:\/\/sns\.[^\s"<]+confirmation\.html\?[^\s"<]+/;
const CODE = /\b(\d{6})\b/;

/** The contact point adds a duty mailbox and a duty phone, and confirms both. */
export const subscribe = async ({ addressOf, windowOf }: Journey): Promise<void> => {
  const contactPoint = await windowOf("contact-point");
  const { page } = contactPoint;
  const phone = newPhone();

  await follow(page, "Notifications");
  await page.getByText("Nobody is told of alerts yet").waitFor();
  await page.getByRole("button", { name: "Change the phrase" }).waitFor();
  await expectFinished(contactPoint, "16-notifications-empty");

  await follow(page, "Add a mailbox or phone");
  await page.getByRole("heading", { level: 1, name: "Add a mailbox or phone" }).waitFor();
  await typeInto(page, "E-mail address", addressOf("duty"));
  await pick(page, /^HS chapters/, "vaccines", "300241");
  await pick(page, /^HS chapters/, "30", "30");
  await pick(page, /^Countries on the route/, "ind", "IN");
  await expectFinished(contactPoint, "17-new-subscription");
  await press(page, "Remove India");
  await press(page, "Add and ask to confirm");

  await page.getByRole("heading", { level: 2, name: "Confirm the mailbox" }).waitFor();
  await expectFinished(contactPoint, "18-confirm-the-mailbox");
  const [link] = await inbox.waitFor(addressOf("duty"), LINK);
  await typeInto(page, "Link, or code", link);
  await page.keyboard.press("Enter");
  await page.getByText(`${addressOf("duty")} is confirmed`).waitFor();
  await expectFinished(contactPoint, "19-mailbox-confirmed");

  await follow(page, "All notifications");
  await follow(page, "Add a mailbox or phone");
  await chooseOption(page, "Channel", "Phone");
  await typeInto(page, "Phone number", phone);
  await chooseOption(page, "From which severity on", "High");
  await press(page, "Add and ask to confirm");
  await page.getByRole("heading", { level: 2, name: "Confirm the phone" }).waitFor();
  const [, digits = ""] = await inbox.waitFor(`${phone.slice(1)}@sms.local`, CODE);
  const wrong = digits === "000000" ? "000001" : "000000";
  await typeInto(page, "Code", wrong);
  await page.keyboard.press("Enter");
  await page.getByText(/This is not the code/).waitFor();
  await expectFinished(contactPoint, "20-wrong-code");
  await typeInto(page, "Code", digits);
  await page.keyboard.press("Enter");
  await page.getByText(`${phone} is confirmed`).waitFor();

  await follow(page, "All notifications");
  await page.getByRole("link", { name: phone }).waitFor();
  expect(await page.getByText("Active", { exact: true }).count()).toBe(2);
  await expectFinished(contactPoint, "21-notifications");
};
