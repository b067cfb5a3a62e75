import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { beforeAll, expect, test } from "vitest";
import { cognitoPools } from "../../../shared/adapters/cognito/pools.ts";

type Input = Readonly<Record<string, unknown>>;

/** What Cognito is asked for when an administration's pool is made, by operation. */
const asked = new Map<string, Input>();

const answers: Readonly<Record<string, object>> = {
  ListUserPools: { UserPools: [] },
  CreateUserPool: { UserPool: { Id: "us-east-1_Made" } },
  ListUserPoolClients: { UserPoolClients: [] },
  CreateUserPoolClient: { UserPoolClient: { ClientId: "console" } },
};

const client = new CognitoIdentityProviderClient({
  region: "us-east-1",
  credentials: { accessKeyId: "key", secretAccessKey: "secret" },
  requestHandler: {
    handle: async ({ headers, body }: { headers: Readonly<Record<string, string>>; body?: unknown }) => {
      const operation = headers["x-amz-target"]?.split(".")[1] ?? "";
      const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
      asked.set(operation, JSON.parse(text));
      return {
        response: {
          statusCode: 200,
          headers: { "content-type": "application/x-amz-json-1.1" },
          body: new TextEncoder().encode(JSON.stringify(answers[operation] ?? {})),
        },
      };
    },
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
  },
});

beforeAll(async () => {
  await cognitoPools(client).ensurePool("FR", {
    subject: "Invitation",
    body: "{username} {####}",
    consoleHost: "cencomm.customs.example",
  });
});

test("everybody has two factors: a password and an authenticator, or a passkey that verified its owner", () => {
  expect(asked.get("SetUserPoolMfaConfig")).toEqual({
    UserPoolId: "us-east-1_Made",
    MfaConfiguration: "ON",
    SoftwareTokenMfaConfiguration: { Enabled: true },
    WebAuthnConfiguration: {
      RelyingPartyId: "cencomm.customs.example",
      UserVerification: "required",
      FactorConfiguration: "MULTI_FACTOR_WITH_USER_VERIFICATION",
    },
  });
  expect(asked.get("CreateUserPool")).toMatchObject({
    UserPoolTier: "ESSENTIALS",
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } },
  });
});

test("passwords are long, and those of invitations end after a week", () => {
  expect(asked.get("CreateUserPool")).toMatchObject({
    Policies: {
      PasswordPolicy: {
        MinimumLength: 12,
        RequireLowercase: true,
        RequireUppercase: true,
        RequireNumbers: true,
        TemporaryPasswordValidityDays: 7,
      },
    },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
  });
});

test("outsiders are not told who exists, and nobody's session can be renewed for more than twelve hours", () => {
  expect(asked.get("CreateUserPoolClient")).toMatchObject({
    GenerateSecret: false,
    PreventUserExistenceErrors: "ENABLED",
    EnableTokenRevocation: true,
    ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    RefreshTokenValidity: 12,
    AccessTokenValidity: 60,
    TokenValidityUnits: { AccessToken: "minutes", RefreshToken: "hours" },
  });
});
