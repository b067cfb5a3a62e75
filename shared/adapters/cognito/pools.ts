import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  paginateListUserPoolClients,
  paginateListUserPools,
  SetUserPoolMfaConfigCommand,
  UnsupportedUserStateException,
  UserNotFoundException,
  UsernameExistsException,
} from "@aws-sdk/client-cognito-identity-provider";
import type { InvitationTexts, Pools } from "../../domain/provisioning.ts";
import { RESOURCE_PREFIX } from "../../names.ts";
import { removePool } from "./remove-pool.ts";
import { ensureTokenEndpoint } from "./token-endpoint.ts";

/** The console's app client in every pool. */
const CLIENT_NAME = "console";

/** What every pool is like; a pool made by an older blueprint is reconciled by raising this number. */
const BLUEPRINT = "3";

const blueprint = (name: string, administration: string, texts: InvitationTexts) => ({
  PoolName: name,
  AliasAttributes: ["email" as const],
  AutoVerifiedAttributes: ["email" as const],
  UsernameConfiguration: { CaseSensitive: false },
  Policies: {
    PasswordPolicy: {
      MinimumLength: 12,
      RequireLowercase: true,
      RequireUppercase: true,
      RequireNumbers: true,
      RequireSymbols: false,
      TemporaryPasswordValidityDays: 7,
    },
    SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD" as const, "WEB_AUTHN" as const] },
  },
  // The tier below knows no passkeys.
  UserPoolTier: "ESSENTIALS" as const,
  AdminCreateUserConfig: {
    AllowAdminCreateUserOnly: true,
    InviteMessageTemplate: {
      EmailSubject: texts.subject,
      EmailMessage: texts.body,
      SMSMessage: "{username} {####}",
    },
  },
  ...(texts.sesIdentity === undefined
    ? {}
    : { EmailConfiguration: { EmailSendingAccount: "DEVELOPER" as const, SourceArn: texts.sesIdentity } }),
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email" as const, Priority: 1 }] },
  DeletionProtection: "ACTIVE" as const,
  UserPoolTags: { [RESOURCE_PREFIX]: administration, blueprint: BLUEPRINT },
});

const subjectOf = (attributes: readonly AttributeType[] | undefined): string => {
  const subject = attributes?.find(({ Name }) => Name === "sub")?.Value;
  if (subject === undefined) throw new Error("Cognito named no sub");
  return subject;
};

/** User pools of Cognito, one per administration, found by their deterministic name: CreateUserPool is not idempotent. */
export const cognitoPools = (client: CognitoIdentityProviderClient): Pools => {
  const findPool = async (name: string): Promise<string | undefined> => {
    for await (const page of paginateListUserPools({ client }, { MaxResults: 60 }))
      for (const pool of page.UserPools ?? []) if (pool.Name === name) return pool.Id;
    return undefined;
  };
  const findClient = async (poolId: string): Promise<string | undefined> => {
    for await (const page of paginateListUserPoolClients({ client }, { UserPoolId: poolId }))
      for (const found of page.UserPoolClients ?? [])
        if (found.ClientName === CLIENT_NAME) return found.ClientId;
    return undefined;
  };
  const createClient = async (poolId: string): Promise<string | undefined> => {
    const { UserPoolClient } = await client.send(
      new CreateUserPoolClientCommand({
        UserPoolId: poolId,
        ClientName: CLIENT_NAME,
        GenerateSecret: false,
        // USER_AUTH is how passkeys sign in; a password the console sends by SRP alone.
        ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        PreventUserExistenceErrors: "ENABLED",
        EnableTokenRevocation: true,
        AccessTokenValidity: 60,
        IdTokenValidity: 60,
        RefreshTokenValidity: 12,
        TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "hours" },
      }),
    );
    return UserPoolClient?.ClientId;
  };

  const removeUser = async (poolId: string, id: string): Promise<void> => {
    try {
      await client.send(new AdminDeleteUserCommand({ UserPoolId: poolId, Username: id }));
    } catch (error) {
      if (!(error instanceof UserNotFoundException)) throw error;
    }
  };

  return {
    ensurePool: async (administration, texts) => {
      const name = `${RESOURCE_PREFIX}-${administration}`;
      const userPoolId =
        (await findPool(name)) ??
        (await client.send(new CreateUserPoolCommand(blueprint(name, administration, texts)))).UserPool?.Id;
      if (userPoolId === undefined) throw new Error("Cognito made no user pool");
      await client.send(
        new SetUserPoolMfaConfigCommand({
          UserPoolId: userPoolId,
          SoftwareTokenMfaConfiguration: { Enabled: true },
          MfaConfiguration: "ON",
          ...(texts.consoleHost === undefined
            ? {}
            : {
                WebAuthnConfiguration: {
                  RelyingPartyId: texts.consoleHost,
                  UserVerification: "required",
                  // A passkey that verified its owner satisfies the two factors that the pool asks for.
                  FactorConfiguration: "MULTI_FACTOR_WITH_USER_VERIFICATION",
                },
              }),
        }),
      );
      const clientId = (await findClient(userPoolId)) ?? (await createClient(userPoolId));
      if (clientId === undefined) throw new Error("Cognito made no app client");
      await ensureTokenEndpoint(client, userPoolId);
      const region = await client.config.region();
      return { userPoolId, clientId, issuer: `https://cognito-idp.${region}.amazonaws.com/${userPoolId}` };
    },

    ensureUser: async (poolId, { id, email, name }, retired) => {
      const create = async () => {
        const { User } = await client.send(
          new AdminCreateUserCommand({
            UserPoolId: poolId,
            Username: id,
            DesiredDeliveryMediums: ["EMAIL"],
            UserAttributes: [
              { Name: "email", Value: email },
              { Name: "email_verified", Value: "true" },
              { Name: "name", Value: name },
            ],
          }),
        );
        return { subject: subjectOf(User?.Attributes) };
      };
      try {
        return await create();
      } catch (error) {
        if (!(error instanceof UsernameExistsException)) throw error;
        const { UserAttributes } = await client.send(
          new AdminGetUserCommand({ UserPoolId: poolId, Username: id }),
        );
        const subject = subjectOf(UserAttributes);
        if (subject !== retired) return { subject };
        await removeUser(poolId, id);
        return create();
      }
    },

    inviteAgain: async (poolId, id) => {
      try {
        await client.send(
          new AdminCreateUserCommand({
            UserPoolId: poolId,
            Username: id,
            DesiredDeliveryMediums: ["EMAIL"],
            MessageAction: "RESEND",
          }),
        );
      } catch (error) {
        // Cognito says so of somebody who has chosen a password already.
        if (!(error instanceof UnsupportedUserStateException)) throw error;
      }
    },

    removePool: (poolId) => removePool(client, poolId),
    removeUser,

    disableUser: async (poolId, id) => {
      await client.send(new AdminDisableUserCommand({ UserPoolId: poolId, Username: id }));
      await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId: poolId, Username: id }));
    },

    enableUser: async (poolId, id) => {
      await client.send(new AdminEnableUserCommand({ UserPoolId: poolId, Username: id }));
    },
  };
};
