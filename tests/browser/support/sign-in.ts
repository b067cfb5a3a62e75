import { TOTP } from "otpauth";
import type { Console } from "./console.ts";
import { chooseByTyping, typeInto } from "./keyboard.ts";
import { inbox, type Person } from "./system.ts";

const codeOf = (secret: string): string => new TOTP({ secret }).generate();

/** Cognito's password of an invitation, by the words before it: a code and a link stand on lines of their own, too. */
const TEMPORARY_PASSWORD = /choose\s+your\s+own:\s+(\S{6,})\s/;

type Invited = Pick<Person, "administration" | "email">;

const heading = ({ page }: Console, name: string) => page.getByRole("heading", { level: 1, name });

const enterCredentials = async (
  console: Console,
  { email, password }: { readonly email: string; readonly password: string },
  administration: string,
): Promise<void> => {
  const { page } = console;
  await heading(console, "Sign in").waitFor();
  await chooseByTyping(page, "Administration", administration);
  await typeInto(page, "E-mail address", email);
  await typeInto(page, "Password", password);
  await page.keyboard.press("Enter");
};

const enterCode = async ({ page }: Console, secret: string, administration: string): Promise<void> => {
  await typeInto(page, "Code of the authenticator", codeOf(secret));
  await page.keyboard.press("Enter");
  await page.getByRole("banner").getByText(administration, { exact: true }).waitFor();
};

/** Signs in somebody who has done so before: password, then the authenticator's code. */
export const signIn = async (console: Console, person: Person, name: string): Promise<void> => {
  await enterCredentials(console, person, name);
  await heading(console, "Enter your code").waitFor();
  await enterCode(console, person.totpSecret, person.administration);
};

/** Takes up an invitation: the mail's password, one of one's own, an authenticator. */
export const takeUpInvitation = async (
  console: Console,
  { administration, email }: Invited,
  name: string,
  look: (step: string) => Promise<void> = async () => undefined,
): Promise<Person> => {
  const { page } = console;
  const [, temporary = ""] = await inbox.waitFor(email, TEMPORARY_PASSWORD);
  // As the mail's link does, which names also an administration that is in no list.
  await console.open(`/sign-in?administration=${administration}`);
  await enterCredentials(console, { email, password: temporary }, name);

  await heading(console, "Choose a password").waitFor();
  const password = `Harbour-${administration}-Lantern-27`;
  await typeInto(page, "New password", password);
  await look("choose-a-password");
  await page.keyboard.press("Enter");

  await heading(console, "Set up your authenticator").waitFor();
  const totpSecret = (await page.locator("[data-secret]").getAttribute("data-secret")) ?? "";
  await look("set-up-the-authenticator");
  await enterCode(console, totpSecret, administration);
  return { administration, email, password, totpSecret, roles: [] };
};
