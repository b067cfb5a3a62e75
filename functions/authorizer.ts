import { CognitoJwtVerifier } from "aws-jwt-verify";
import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent } from "aws-lambda";
import { getAdministration, issuerKey } from "../shared/adapters/records/administrations.ts";
import type { SignInPool } from "../shared/domain/administration.ts";
import { recordStore } from "./runtime/dependencies.ts";

const store = recordStore();
const verifiers = new Map<
  string,
  { verify: (token: string) => Promise<{ username: string; sub: string }> }
>();

/** API Gateway turns this very message into the 401 of its gateway response; why, outsiders are not told. */
const refused = (): Error => new Error("Unauthorized");

const unverifiedIssuer = (token: string): string => {
  const payload = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  return String(payload.iss);
};

const verifierOf = (pool: SignInPool) => {
  const known = verifiers.get(pool.issuer);
  if (known !== undefined) return known;
  const made = CognitoJwtVerifier.create({
    userPoolId: pool.userPoolId,
    clientId: pool.clientId,
    tokenUse: "access",
  });
  verifiers.set(pool.issuer, made);
  return made;
};

/**
 * Says who calls, and no more: the unverified issuer only looks the administration up in the registry, then the token
 * is verified against that pool's keys. Rights and status are read by each function, so the cached answer grants none.
 */
const identify = async (authorization: string | undefined) => {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? "")?.[1];
  if (token === undefined) throw refused();
  const entry = await store.get(issuerKey(unverifiedIssuer(token)));
  const administration = entry && (await getAdministration(store, String(entry["administration"])));
  if (administration?.pool === undefined) throw refused();
  const { username, sub } = await verifierOf(administration.pool).verify(token);
  return { administration: administration.code, username, subject: sub };
};

export const handler = async (
  event: APIGatewayRequestAuthorizerEvent,
): Promise<APIGatewayAuthorizerResult> => {
  const authorization = Object.entries(event.headers ?? {}).find(
    ([name]) => name.toLowerCase() === "authorization",
  )?.[1];
  const context = await identify(authorization).catch(() => {
    throw refused();
  });
  const stage = event.methodArn.split("/").slice(0, 2).join("/");
  return {
    principalId: `${context.administration}#${context.username}`,
    policyDocument: {
      Version: "2012-10-17",
      Statement: [{ Action: "execute-api:Invoke", Effect: "Allow", Resource: `${stage}/*` }],
    },
    context,
  };
};
