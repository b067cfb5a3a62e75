import { generateKeyPairSync, sign } from "node:crypto";
import { type JwksCache, SimpleJwksCache } from "aws-jwt-verify/jwk";
import type { APIGatewayRequestAuthorizerEvent } from "aws-lambda";
import { admitting } from "../../functions/authorizer/admitting.ts";
import { identifying } from "../../functions/authorizer/identifying.ts";
import { memoryRecordStore } from "../../shared/adapters/memory/record-store.ts";
import { administrationItem, issuerKey } from "../../shared/adapters/records/administrations.ts";
import { systemClientItem } from "../../shared/adapters/records/system-accounts.ts";
import type { AdministrationState } from "../../shared/domain/administration.ts";

export const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A user pool: its keys, and what it publishes of them. */
const pool = (userPoolId: string) => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    userPoolId,
    issuer: `https://cognito-idp.us-east-1.amazonaws.com/${userPoolId}`,
    privateKey,
    publicKey,
    kid: `key of ${userPoolId}`,
  };
};
export type Pool = ReturnType<typeof pool>;

export const france = pool("us-east-1_France");
export const kenya = pool("us-east-1_Kenya");
export const stranger = pool("us-east-1_Stranger");
const pools = [france, kenya, stranger];

export const inAnHour = (): number => Math.floor(Date.now() / 1000) + 3600;

/** What Cognito says of a person who signed in. */
export const claimsOf = ({ issuer }: Pool) => ({
  iss: issuer,
  sub: "subject",
  username: "person",
  client_id: "console",
  token_use: "access",
  scope: "aws.cognito.signin.user.admin",
  "cognito:groups": ["operator"],
  "custom:roles": "operator",
  exp: inAnHour(),
  iat: inAnHour() - 7200,
});

export const signed = (of: Pool, claims: object, header: object = {}, signer: Pool = of): string => {
  const text = `${encode({ alg: "RS256", kid: of.kid, ...header })}.${encode(claims)}`;
  return `${text}.${sign("RSA-SHA256", Buffer.from(text), signer.privateKey).toString("base64url")}`;
};

export const token = (of: Pool, claims: object = {}, header: object = {}, signer: Pool = of): string =>
  signed(of, { ...claimsOf(of), ...claims }, header, signer);

/** What Cognito says of a system that showed its client's secret: nothing of a user. */
export const systemToken = (of: Pool, client: string, claims: object = {}, signer: Pool = of): string => {
  const { username: _, "cognito:groups": __, "custom:roles": ___, ...rest } = claimsOf(of);
  const system = { ...rest, sub: client, client_id: client, scope: "alerts/read", version: 2 };
  return signed(of, { ...system, ...claims }, {}, signer);
};

/** The authorizer, on a registry in memory and pools whose keys are fetched. */
export const authorizer = () => {
  const store = memoryRecordStore();
  const fetched: string[] = [];
  const fetch = async (uri: string): Promise<ArrayBuffer> => {
    fetched.push(uri);
    const of = pools.find(({ userPoolId }) => uri.endsWith(`/${userPoolId}/.well-known/jwks.json`));
    const keys = of && [{ ...of.publicKey.export({ format: "jwk" }), kid: of.kid, alg: "RS256", use: "sig" }];
    return new TextEncoder().encode(JSON.stringify({ keys })).buffer;
  };
  const asking = (keys: JwksCache, registry = store) => {
    const authorize = admitting(identifying({ store: registry, keys }));
    return (authorization?: string) =>
      authorize({
        methodArn: "arn:aws:execute-api:us-east-1:000000000000:api/live/GET/v1/me",
        headers: authorization === undefined ? {} : { authorization },
      } as unknown as APIGatewayRequestAuthorizerEvent);
  };

  const register = (code: string, of: Pool, state: AdministrationState = "active", clientId = "console") =>
    store.writeMany([
      { put: { ...issuerKey(of.issuer), administration: code } },
      {
        put: administrationItem({
          code,
          kind: "member",
          name: code,
          state,
          recognitionPhrase: "phrase",
          firstUserId: "01930000-0000-7000-8000-000000000000",
          pool: { userPoolId: of.userPoolId, clientId, issuer: of.issuer },
          topics: [],
          revision: 1,
          createdAt: "2026-11-01T00:00:00.000Z",
          changedAt: "2026-11-01T00:00:00.000Z",
        }),
      },
    ]);
  const connect = (administration: string, id: string, client: string) =>
    store.writeMany([{ put: systemClientItem({ administration, id }, client) }]);

  return {
    store,
    fetched,
    asking,
    ask: asking(new SimpleJwksCache({ fetcher: { fetch } })),
    register,
    connect,
  };
};
