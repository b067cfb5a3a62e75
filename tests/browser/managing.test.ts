import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./support/chromium.ts";
import { type Console, expectFinished, openConsole, visit } from "./support/console.ts";
import { chooseOption, follow, press, tabTo, tick, typeInto } from "./support/keyboard.ts";
import { signIn } from "./support/sign-in.ts";
import { inbox, run, seeded, state } from "./support/system.ts";

let browser: Browser;
let contactPoint: Console;
let operator: Console;

beforeAll(async () => {
  browser = await launchChromium();
  [contactPoint, operator] = [await openConsole(browser), await openConsole(browser)];
  await contactPoint.open("/");
  await signIn(contactPoint, seeded("IT", "contact-point"), "Italy");
  await operator.open("/");
  await signIn(operator, seeded("WCO", "operator"), "WCO secretariat");
});
afterAll(() => browser?.close());

/** As long as a name may be, and nowhere to break it. */
const longName = `${"Wolfeschlegelsteinhausenbergerdorff".repeat(4).slice(0, 110)} ${run}`;

test("a contact point gives roles, disables a person and lets them in again", async () => {
  const { page } = contactPoint;
  await visit(contactPoint, "/people/invite");
  await typeInto(page, "Name", longName);
  await typeInto(page, "E-mail address", `long-${run}@it.customs.example`);
  await tick(page, "Reader");
  await press(page, "Send the invitation");
  await page.getByRole("heading", { level: 1, name: longName }).waitFor();

  await tick(page, "Duty officer");
  await press(page, "Save the changes");
  await page.getByText("Saved.", { exact: true }).waitFor();
  await expectFinished(contactPoint, "managing-person-of-a-long-name");
  await page.setViewportSize({ width: 320, height: 640 });
  await expectFinished(contactPoint, "managing-person-of-a-long-name-320px");

  await press(page, `Disable ${longName}`);
  await page
    .getByRole("dialog")
    .getByText(/worth nothing any more/)
    .waitFor();
  await expectFinished(contactPoint, "managing-disabling-asked-320px");
  await page.keyboard.press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await press(page, `Disable ${longName}`);
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: `Disable ${longName}` }));
  await page.keyboard.press("Enter");
  await page.getByText("Disabled", { exact: true }).waitFor();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectFinished(contactPoint, "managing-person-disabled");
  await press(page, `Let ${longName} in again`);
  // Never having come in, the person is invited still.
  await page.getByText("The invitation is on its way").waitFor();

  await page.setViewportSize({ width: 320, height: 640 });
  await follow(page, "All people");
  await page.getByRole("link", { name: longName }).waitFor();
  await expectFinished(contactPoint, "managing-people-320px");
  await page.setViewportSize({ width: 1280, height: 800 });
});

test("nobody changes their own roles or access, and is told why", async () => {
  const { page } = contactPoint;
  await visit(contactPoint, "/people");
  await tabTo(page, page.getByRole("row").filter({ hasText: "you" }).getByRole("link").first());
  await page.keyboard.press("Enter");
  await page
    .getByText("Nobody changes their own roles or state. Ask another contact point.")
    .first()
    .waitFor();
  await expectFinished(contactPoint, "managing-oneself");
  const role = page.getByRole("checkbox", { name: "Releaser" });
  await tabTo(page, role);
  await page.keyboard.press("Space");
  expect(await role.isChecked()).toBe(false);
  const disable = page.getByRole("button", { name: /^Disable/ });
  expect(await disable.getAttribute("aria-disabled")).toBe("true");
  await tabTo(page, disable);
  await page.keyboard.press("Enter");
  expect(await page.getByRole("dialog").count()).toBe(0);
});

test("a contact point changes what a mailbox hears of, and removes it", async () => {
  const { page } = contactPoint;
  await visit(contactPoint, "/notifications/new");
  await typeInto(page, "E-mail address", `second-${run}@it.customs.example`);
  await press(page, "Add and ask to confirm");
  await page.getByRole("heading", { level: 2, name: "Confirm the mailbox" }).waitFor();
  await typeInto(page, "Link, or code", "https://example.org/not-this-one");
  await page.keyboard.press("Enter");
  await page.getByText(/Copy the whole confirmation link/).waitFor();
  await press(page, "Send another message");
  await page.getByText("Another message is on its way.").waitFor();

  await press(page, "Change what it hears of");
  await tick(page, "Vaccines");
  await chooseOption(page, "Language of the notices", "French");
  await expectFinished(contactPoint, "managing-criteria");
  await press(page, "Save the changes");
  await page.getByText("Saved. It holds from the next release on.").waitFor();
  expect(await page.getByText("Vaccines", { exact: true }).count()).toBe(1);

  const address = `second-${run}@it.customs.example`;
  await press(page, `Remove ${address}`);
  await page.getByRole("dialog").waitFor();
  await expectFinished(contactPoint, "managing-removal-asked");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: `Remove ${address}` }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Notifications" }).waitFor();
  await expect.poll(() => page.getByText(address).count()).toBe(0);
});

test("the recognition phrase is changed, and what cannot be one is refused in words", async () => {
  const { page } = contactPoint;
  await visit(contactPoint, "/notifications");
  await press(page, "Change the phrase");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await page.getByText("This is required.").first().waitFor();
  await page.keyboard.type(`seven grey herons ${run}`);
  await page.keyboard.press("Enter");
  await page.getByText("Saved. From the next notice on it is the new one.").waitFor();
  await page.getByText(`seven grey herons ${run}`).waitFor();
  await expectFinished(contactPoint, "managing-phrase");
});

/** An application as a script sends it; it counts once its code is entered. */
const applyByApi = async (administration: string): Promise<string> => {
  const email = `applicant-${run}@${administration.toLowerCase()}.customs.example`;
  const send = async (path: string, body: object) => {
    const answer = await fetch(`${state.apiUrl}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { id: string; reference: string };
  };
  const point = (name: string) => ({
    name,
    function: "National contact point",
    email: name === "Applicant" ? email : `deputy-${run}@gmail.com`,
    phone: "+33140246510",
    language: "fr",
  });
  const { id, reference } = await send("/registrations", {
    administration,
    termsVersion: "2026-11",
    contactPoints: [point("Applicant"), point("Deputy")],
  });
  const [, code] = await inbox.waitFor(email, /\b(\d{6})\b/);
  await send(`/registrations/${id}/confirm`, { code });
  return reference;
};

test("the secretariat sees what differs, and rejects with a reason that is mailed", async () => {
  const { page } = operator;
  const reference = await applyByApi("BE");
  await visit(operator, "/secretariat");
  await tabTo(page, page.getByRole("listitem").filter({ hasText: reference }).getByRole("link"));
  await page.keyboard.press("Enter");
  await page.getByText(`deputy-${run}@gmail.com is an address of a public mail provider.`).waitFor();
  await expectFinished(operator, "managing-application-differs");
  await chooseOption(page, "What do you decide?", "Reject");
  await typeInto(page, "Reason", `The deputy needs an address of the administration (${run}).`);
  await press(page, "Reject the application");
  await page.getByRole("dialog").waitFor();
  await expectFinished(operator, "managing-rejection-asked");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Reject the application" }));
  await page.keyboard.press("Enter");
  await page.getByText("Rejected", { exact: true }).waitFor();
  await expectFinished(operator, "managing-rejected");
  await inbox.waitFor(
    `applicant-${run}@be.customs.example`,
    new RegExp(`address of the administration \\(${run}\\)`),
  );
});

test("a suspended administration is shut out at its next request, and let in again", async () => {
  const { page } = operator;
  await visit(operator, "/secretariat/administrations/IT");
  await typeInto(page, "Reason", "Exercise of a suspension.");
  await press(page, "Suspend Italy");
  await page.getByRole("dialog").waitFor();
  await expectFinished(operator, "managing-suspension-asked");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Suspend Italy" }));
  await page.keyboard.press("Enter");
  await page.getByText("Italy is suspended").waitFor();
  await expectFinished(operator, "managing-suspended");

  await contactPoint.open("/people");
  await contactPoint.page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();

  await typeInto(page, "Reason", "The exercise is over.");
  await press(page, "Reinstate Italy");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Reinstate Italy" }));
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Suspend Italy" }).waitFor();
});

test("a set-up that stopped says why, and goes on when it is tried again", async () => {
  const { page } = operator;
  const failure = "The topic for notices could not be made: ThrottlingException, Rate exceeded";
  const answers: { state: string; tries: number; body?: object } = { state: "provisioning-failed", tries: 0 };
  await page.route("**/v1/administrations/IT", async (route) => {
    const answer = await route.fetch();
    answers.body = await answer.json();
    const json = { ...answers.body, state: answers.state, ...(answers.tries === 0 ? { failure } : {}) };
    await route.fulfill({ status: 200, json });
  });
  await page.route("**/v1/administrations/IT/retry-provisioning", async (route) => {
    Object.assign(answers, { state: "provisioning", tries: answers.tries + 1 });
    await route.fulfill({ status: 202, json: answers.body });
  });
  await visit(operator, "/secretariat/administrations/IT");
  await page.getByText(/The topic for notices could not be made/).waitFor();
  await expectFinished(operator, "managing-set-up-stopped");
  await press(page, "Try again");
  await page.getByText("Italy is being set up").waitFor();
  answers.state = "active";
  await page.getByText("Active", { exact: true }).first().waitFor();
  expect(answers.tries).toBe(1);
});
