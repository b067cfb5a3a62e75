import { expectFinished, picture } from "../support/console.ts";
import { chooseOption, follow, press, typeInto } from "../support/keyboard.ts";
import { signIn } from "../support/sign-in.ts";
import { seeded } from "../support/system.ts";
import type { Journey } from "./journey.ts";

/** The secretariat finds the application, records how it verified the applicant, and approves it. */
export const approve = async ({ name, addressOf, windowOf }: Journey): Promise<void> => {
  const operator = await windowOf("operator");
  const { page } = operator;
  await operator.open("/secretariat");
  await expectFinished(operator, "04-sign-in");
  await signIn(operator, seeded("WCO", "operator"), "WCO secretariat");

  await page.getByRole("heading", { level: 1, name: "Secretariat" }).waitFor();
  await page.getByRole("link", { name, exact: true }).first().waitFor();
  await page.getByRole("table").waitFor();
  await expectFinished(operator, "05-secretariat");
  await follow(page, name);
  await page.getByRole("heading", { level: 1, name: `Application of ${name}` }).waitFor();
  await page.getByText(addressOf("contact-point")).first().waitFor();
  await expectFinished(operator, "06-application");

  await chooseOption(page, "What do you decide?", "Approve");
  await press(page, "Approve");
  await page.getByText("2 things are not right yet").waitFor();
  await expectFinished(operator, "07-approval-incomplete");
  await chooseOption(page, "How did you verify the applicant?", /Call back/);
  await typeInto(
    page,
    "Note",
    "Called back at the number of the members’ list; the director confirmed both names.",
  );
  await press(page, "Approve");
  await page.getByRole("dialog").waitFor();
  await expectFinished(operator, "08-approval-asked");
  await press(page, `Approve ${name}`);
  await page
    .getByText(`${name} is being set up`)
    .or(page.getByText(`${name} takes part`))
    .waitFor();
  await picture(operator, "09-being-set-up");
  await page.getByText(`${name} takes part`).waitFor({ timeout: 60_000 });
  await expectFinished(operator, "10-set-up");
};
