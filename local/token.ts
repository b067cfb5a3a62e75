import * as z from "zod/mini";
import { region } from "./environment.ts";
import { report, SetupError } from "./setup-error.ts";
import { signIn } from "./sign-in.ts";
import { readState } from "./state.ts";

const SignInPlace = z.object({ userPoolId: z.string(), clientId: z.string() });

try {
  console.log(await tokenOf(process.argv[2], process.argv[3]));
} catch (error) {
  report(error);
}
process.exit();

/** An access token of the first seeded person of the administration who has the role. */
async function tokenOf(administration: string | undefined, role: string | undefined): Promise<string> {
  const { people, apiUrl, webUrl } = await readState();
  const person = people.find(
    (each) => each.administration === administration && each.roles.includes(role ?? ""),
  );
  if (!person) {
    const known = people.flatMap((each) => each.roles.map((one) => `${each.administration} ${one}`));
    throw new SetupError(`Say whose token: npm run token -- <one of: ${known.join(", ")}>`);
  }
  const response = await fetch(`${apiUrl}/sign-in/${person.administration}`);
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  const place = SignInPlace.parse(await response.json());
  const { accessToken } = await signIn({ cognitoEndpoint: `${webUrl}/cognito`, region, ...place, ...person });
  return accessToken;
}
