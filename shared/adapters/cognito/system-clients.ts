import {
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  paginateListUserPoolClients,
  ResourceNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import { Id } from "../../domain/identifiers.ts";
import type { PooledClient, SystemClients } from "../../domain/system-account.ts";
import { ensureTokenEndpoint } from "./token-endpoint.ts";

/** Begins the names of system accounts' clients: the console's own is another one. */
const NAME = "system ";

const pooled = (id: string | undefined, name: string | undefined): readonly PooledClient[] => {
  const made = name?.startsWith(NAME) ? Id.safeParse(name.slice(NAME.length)) : undefined;
  return id !== undefined && made?.success ? [{ id, made: made.data }] : [];
};

/** System accounts' app clients, one a secret, in the pools of Cognito. */
export const cognitoSystemClients = (client: CognitoIdentityProviderClient): SystemClients => ({
  ensureTokenEndpoint: (poolId) => ensureTokenEndpoint(client, poolId),

  create: async (poolId, made, scopes) => {
    const { UserPoolClient } = await client.send(
      new CreateUserPoolClientCommand({
        UserPoolId: poolId,
        ClientName: `${NAME}${made}`,
        GenerateSecret: true,
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ["client_credentials"],
        AllowedOAuthScopes: [...scopes],
        // Left out, people could sign in with it.
        ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
        PreventUserExistenceErrors: "ENABLED",
        AccessTokenValidity: 60,
        TokenValidityUnits: { AccessToken: "minutes" },
      }),
    );
    const { ClientId, ClientSecret } = UserPoolClient ?? {};
    if (ClientId === undefined || ClientSecret === undefined)
      throw new Error("Cognito made no app client with a secret");
    return { id: ClientId, secret: ClientSecret };
  },

  list: async (poolId) => {
    const found: PooledClient[] = [];
    for await (const page of paginateListUserPoolClients({ client }, { UserPoolId: poolId, MaxResults: 60 }))
      for (const { ClientId, ClientName } of page.UserPoolClients ?? [])
        found.push(...pooled(ClientId, ClientName));
    return found;
  },

  remove: async (poolId, id) => {
    try {
      await client.send(new DeleteUserPoolClientCommand({ UserPoolId: poolId, ClientId: id }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  },
});
