import { createHash } from "node:crypto";
import {
  type CognitoIdentityProviderClient,
  CreateResourceServerCommand,
  CreateUserPoolDomainCommand,
  DescribeUserPoolCommand,
  paginateListResourceServers,
} from "@aws-sdk/client-cognito-identity-provider";
import { scopes } from "../../domain/permissions.ts";
import { RESOURCE_PREFIX } from "../../names.ts";

/** Scopes by family: `alerts` has `read` and `write`. A family is a resource server, by whose name its scopes begin. */
const families = Map.groupBy(scopes, (scope) => scope.split("/")[0] ?? scope);

/**
 * The pool's name in the internet, unique in its region as the pool's id is. A hash, since Cognito refuses names with `aws`, `amazon` or
 * `cognito` in them, which an id or a code may have by chance.
 */
const domainOf = (poolId: string): string =>
  `${RESOURCE_PREFIX}-${createHash("sha256").update(poolId).digest("hex").slice(0, 12)}`;

/**
 * Makes what a pool needs to give tokens to systems: scopes, and a domain, without which there is no token endpoint. Looks for each before it
 * makes it. Of two at once the later one is refused by Cognito, and finds everything when it is repeated.
 */
export const ensureTokenEndpoint = async (
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
): Promise<string> => {
  const known = new Set<string | undefined>();
  for await (const page of paginateListResourceServers({ client }, { UserPoolId, MaxResults: 50 }))
    for (const { Identifier } of page.ResourceServers ?? []) known.add(Identifier);
  for (const [family, ofFamily] of families)
    if (!known.has(family))
      await client.send(
        new CreateResourceServerCommand({
          UserPoolId,
          Identifier: family,
          Name: family,
          Scopes: ofFamily.map((scope) => ({
            ScopeName: scope.slice(family.length + 1),
            ScopeDescription: scope,
          })),
        }),
      );
  const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId }));
  const domain = UserPool?.Domain ?? domainOf(UserPoolId);
  if (UserPool?.Domain === undefined)
    await client.send(new CreateUserPoolDomainCommand({ UserPoolId, Domain: domain }));
  return `https://${domain}.auth.${await client.config.region()}.amazoncognito.com/oauth2/token`;
};
