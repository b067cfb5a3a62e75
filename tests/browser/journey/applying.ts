import { expectFinished } from "../support/console.ts";
import { chooseByTyping, press, tick, typeInto } from "../support/keyboard.ts";
import { inbox } from "../support/system.ts";
import type { Journey } from "./journey.ts";

const CODE = /\b(\d{6})\b/;

/** Anybody applies for an administration, and the application counts once the mailed code is entered. */
export const apply = async ({ name, addressOf, windowOf }: Journey): Promise<void> => {
  const applicant = await windowOf("applicant");
  const { page } = applicant;
  await applicant.open("/join");
  await page.getByRole("heading", { level: 1, name: "Apply to join" }).waitFor();
  await page.getByRole("checkbox").waitFor();
  await expectFinished(applicant, "01-apply");

  await chooseByTyping(page, "Administration", name);
  for (const [index, role] of ["contact-point", "deputy"].entries()) {
    const point = page.getByRole("group").nth(index);
    const type = (label: string, text: string) =>
      typeInto(page, point.getByLabel(label, { exact: true }), text);
    await type("Name", `${role === "deputy" ? "Deputy contact" : "Contact"} point of ${name}`);
    await type("Function", "National contact point");
    await type("E-mail address", addressOf(role));
    await type("Phone", "+254 20 555 01 00");
  }
  await tick(page, /accepts these terms/);
  await press(page, "Send the application");

  await page.getByRole("heading", { level: 1, name: "Confirm your application" }).waitFor();
  await expectFinished(applicant, "02-confirm-the-application");
  const [, digits = ""] = await inbox.waitFor(addressOf("contact-point"), CODE);
  await typeInto(page, "Code", digits);
  await page.keyboard.press("Enter");
  await page.getByText("The secretariat has your application").waitFor();
  await expectFinished(applicant, "03-application-waits");
};
