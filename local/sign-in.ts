import {
  AssociateSoftwareTokenCommand,
  type AuthenticationResultType,
  type ChallengeNameType,
  CognitoIdentityProviderClient,
  GetUserCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { createSrpSession, signSrpSession, wrapAuthChallenge, wrapInitiateAuth } from "cognito-srp-helper";
import { TOTP } from "otpauth";

export interface SignIn {
  readonly cognitoEndpoint: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly clientId: string;
  readonly email: string;
  readonly password: string;
  /** For a first sign-in, which the invitation's password opens. */
  readonly newPassword?: string;
  /** Where an authenticator is enrolled already. */
  readonly totpSecret?: string;
}

export interface SignedIn {
  readonly accessToken: string;
  /** Says who signed in, to the client alone: the API refuses it. */
  readonly idToken: string;
  readonly totpSecret: string;
}

/** What Cognito answers to a step: the next challenge, or the tokens. */
interface Answer {
  readonly ChallengeName?: ChallengeNameType | undefined;
  readonly Session?: string | undefined;
  readonly ChallengeParameters?: Readonly<Record<string, string>> | undefined;
  readonly AuthenticationResult?: AuthenticationResultType | undefined;
}

/** One challenge can lead to another; no way through Cognito has more than these. */
const MOST_CHALLENGES = 6;

/** Signs in as the console does: SRP, a new password where asked for, and an authenticator, enrolled where there is none. */
export async function signIn(options: SignIn): Promise<SignedIn> {
  const cognito = new CognitoIdentityProviderClient({
    endpoint: options.cognitoEndpoint,
    region: options.region,
  });
  try {
    return await answerChallenges(cognito, options);
  } finally {
    cognito.destroy();
  }
}

async function answerChallenges(cognito: CognitoIdentityProviderClient, options: SignIn): Promise<SignedIn> {
  const { clientId: ClientId, newPassword } = options;
  let { answer, username } = await provePassword(cognito, options);
  let { totpSecret } = options;
  const respond = (ChallengeName: ChallengeNameType, responses: Record<string, string>, Session?: string) =>
    cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName,
        Session: Session ?? answer.Session,
        ChallengeResponses: { USERNAME: username, ...responses },
      }),
    );

  for (let step = 0; answer.ChallengeName && step < MOST_CHALLENGES; step++) {
    switch (answer.ChallengeName) {
      case "NEW_PASSWORD_REQUIRED":
        if (!newPassword) throw new Error(`${options.email} has to choose a new password first.`);
        answer = await respond("NEW_PASSWORD_REQUIRED", { NEW_PASSWORD: newPassword });
        break;
      case "MFA_SETUP": {
        const enrolled = await enrol(cognito, { Session: answer.Session });
        totpSecret = enrolled.totpSecret;
        answer = await respond("MFA_SETUP", {}, enrolled.session);
        break;
      }
      case "SOFTWARE_TOKEN_MFA":
        if (!totpSecret)
          throw new Error(`${options.email} signs in with an authenticator: its secret is needed.`);
        answer = await respond("SOFTWARE_TOKEN_MFA", { SOFTWARE_TOKEN_MFA_CODE: code(totpSecret) });
        break;
      default:
        throw new Error(
          `Cognito asks for ${answer.ChallengeName}, which is not part of this exchange's sign-in.`,
        );
    }
    username = answer.ChallengeParameters?.["USER_ID_FOR_SRP"] ?? username;
  }

  const { AccessToken: accessToken, IdToken: idToken } = answer.AuthenticationResult ?? {};
  if (!accessToken || !idToken) throw new Error("Cognito gave no tokens.");
  return { accessToken, idToken, totpSecret: totpSecret ?? (await enrolAfterwards(cognito, accessToken)) };
}

async function provePassword(
  cognito: CognitoIdentityProviderClient,
  { userPoolId, clientId: ClientId, email, password }: SignIn,
): Promise<{ answer: Answer; username: string }> {
  const session = createSrpSession(email, password, userPoolId, false);
  const begun = await cognito.send(
    new InitiateAuthCommand(
      wrapInitiateAuth(session, {
        ClientId,
        AuthFlow: "USER_SRP_AUTH" as const,
        AuthParameters: { CHALLENGE_NAME: "SRP_A", USERNAME: email },
      }),
    ),
  );
  // The e-mail address is an alias: Cognito computes with, and from now on expects, the user's own name.
  const { ChallengeParameters = {} } = begun;
  const username = ChallengeParameters["USER_ID_FOR_SRP"] ?? email;
  const answer = await cognito.send(
    new RespondToAuthChallengeCommand(
      wrapAuthChallenge(signSrpSession(session, { ChallengeParameters }), {
        ClientId,
        ChallengeName: "PASSWORD_VERIFIER" as const,
        Session: begun.Session,
        ChallengeResponses: { USERNAME: username },
      }),
    ),
  );
  return { answer, username };
}

/** Where the pool does not ask for the authenticator at sign-in, the signed-in user enrols it. */
async function enrolAfterwards(cognito: CognitoIdentityProviderClient, AccessToken: string): Promise<string> {
  const { UserMFASettingList = [] } = await cognito.send(new GetUserCommand({ AccessToken }));
  if (UserMFASettingList.includes("SOFTWARE_TOKEN_MFA")) {
    throw new Error("An authenticator is enrolled already, but Cognito did not ask for its code.");
  }
  const { totpSecret } = await enrol(cognito, { AccessToken });
  await cognito.send(
    new SetUserMFAPreferenceCommand({
      AccessToken,
      SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
    }),
  );
  return totpSecret;
}

async function enrol(
  cognito: CognitoIdentityProviderClient,
  who: { readonly AccessToken: string } | { readonly Session: string | undefined },
): Promise<{ totpSecret: string; session: string | undefined }> {
  const { SecretCode, Session } = await cognito.send(new AssociateSoftwareTokenCommand(who));
  if (!SecretCode) throw new Error("Cognito gave no secret for the authenticator.");
  const proof = "AccessToken" in who ? who : { Session };
  const verified = await cognito.send(
    new VerifySoftwareTokenCommand({
      ...proof,
      UserCode: code(SecretCode),
      FriendlyDeviceName: "authenticator",
    }),
  );
  return { totpSecret: SecretCode, session: verified.Session };
}

const code = (secret: string) => new TOTP({ secret }).generate();
