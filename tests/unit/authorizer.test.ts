import { createHmac } from "node:crypto";
import { FetchError } from "aws-jwt-verify/error";
import { SimpleJwksCache } from "aws-jwt-verify/jwk";
import { beforeEach, expect, test } from "vitest";
import { issuerKey } from "../../shared/adapters/records/administrations.ts";
import {
  authorizer,
  claimsOf,
  encode,
  france,
  inAnHour,
  kenya,
  stranger,
  token,
} from "./authorizer-world.ts";

/** The classic confusion: the published key taken as a shared secret. */
const signedWithThePublicKey = (): string => {
  const signed = `${encode({ alg: "HS256", kid: france.kid })}.${encode(claimsOf(france))}`;
  const secret = france.publicKey.export({ type: "spki", format: "pem" });
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
};

let world = authorizer();
const ask = (authorization?: string) => world.ask(authorization);

beforeEach(async () => {
  world = authorizer();
  await world.register("FR", france);
  await world.register("KE", kenya);
});

test("a good access token says who calls, and nothing about rights", async () => {
  const answer = await ask(`Bearer ${token(france)}`);
  expect(answer.context).toEqual({
    administration: "FR",
    username: "person",
    subject: "subject",
    expires: expect.stringMatching(/^\d{10}$/),
  });
  expect(answer.principalId).toBe("FR#person");
});

test("the gateway may keep the answer for the whole stage, and for no other", async () => {
  const { policyDocument } = await ask(`Bearer ${token(kenya)}`);
  expect(policyDocument.Statement).toEqual([
    {
      Action: "execute-api:Invoke",
      Effect: "Allow",
      Resource: "arn:aws:execute-api:us-east-1:000000000000:api/live/*",
    },
  ]);
});

test.each<[string, () => string | undefined]>([
  ["no token", () => undefined],
  ["an empty header", () => ""],
  ["another scheme", () => `Basic ${token(france)}`],
  ["garbage", () => "Bearer garbage"],
  ["garbage in three parts", () => "Bearer a.b.c"],
  ["claims that are no object", () => `Bearer ${encode({ alg: "RS256" })}.${encode("claims")}.x`],
  ["another pool's signature", () => `Bearer ${token(france, {}, {}, kenya)}`],
  ["another pool's signature and key name", () => `Bearer ${token(france, {}, { kid: kenya.kid }, kenya)}`],
  ["an issuer nobody registered", () => `Bearer ${token(stranger)}`],
  ["an issuer that only begins like one", () => `Bearer ${token(france, { iss: `${france.issuer}x` })}`],
  ["another client", () => `Bearer ${token(france, { client_id: "another" })}`],
  ["an id token", () => `Bearer ${token(france, { token_use: "id", aud: "console" })}`],
  ["an expired token", () => `Bearer ${token(france, { exp: inAnHour() - 7200 })}`],
  ["a token that is not valid yet", () => `Bearer ${token(france, { nbf: inAnHour() })}`],
  ["an unknown key", () => `Bearer ${token(france, {}, { kid: "unknown" })}`],
  ["no key name", () => `Bearer ${token(france, {}, { kid: undefined })}`],
  ["the algorithm none", () => `Bearer ${token(france, {}, { alg: "none" })}`],
  [
    "the algorithm none and no signature",
    () => `Bearer ${token(france, {}, { alg: "none" }).replace(/[^.]*$/, "")}`,
  ],
  ["HS256 with the public key", () => `Bearer ${signedWithThePublicKey()}`],
  [
    "claims changed after signing",
    () => {
      const [header, , signature] = token(france).split(".");
      return `Bearer ${header}.${encode({ ...claimsOf(france), username: "another" })}.${signature}`;
    },
  ],
])("%s is refused without a reason", async (_, authorization) => {
  // The same pool's good token is let in before and after: it is this one that is refused.
  expect((await ask(`Bearer ${token(france)}`)).context).toMatchObject({ administration: "FR" });
  const refusal: unknown = await ask(authorization()).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Error);
  expect(refusal).toEqual(new Error("Unauthorized"));
  expect((await ask(`Bearer ${token(france)}`)).context).toMatchObject({ administration: "FR" });
});

test("an administration that left is refused, though its issuer is still registered", async () => {
  await world.register("KE", kenya, "left");
  await expect(ask(`Bearer ${token(kenya)}`)).rejects.toEqual(new Error("Unauthorized"));
});

test("an issuer that the administration's pool no longer has is refused", async () => {
  await world.register("FR", kenya);
  await world.store.writeMany([{ put: { ...issuerKey(france.issuer), administration: "FR" } }]);
  await expect(ask(`Bearer ${token(france)}`)).rejects.toEqual(new Error("Unauthorized"));
  expect((await ask(`Bearer ${token(kenya)}`)).context).toMatchObject({ administration: "FR" });
});

test("the other name that Cognito has for a pool's issuer is not the one in the registry", async () => {
  const iss = france.issuer.replace("cognito-idp", "issuer-cognito-idp");
  await world.store.writeMany([{ put: { ...issuerKey(iss), administration: "FR" } }]);
  await expect(ask(`Bearer ${token(france, { iss })}`)).rejects.toEqual(new Error("Unauthorized"));
});

test("a changed client of a pool is taken up at once, without fetching its keys again", async () => {
  await ask(`Bearer ${token(france)}`);
  await world.register("FR", france, "active", "new-console");
  await expect(ask(`Bearer ${token(france)}`)).rejects.toEqual(new Error("Unauthorized"));
  const answer = await ask(`Bearer ${token(france, { client_id: "new-console" })}`);
  expect(answer.context).toMatchObject({ administration: "FR" });
  expect(world.fetched).toHaveLength(1);
});

test("keys are fetched from the pool of the registry, never from where a token points", async () => {
  await ask(
    `Bearer ${token(france, {}, { jku: "https://attacker.example/keys", x5u: "https://attacker.example" })}`,
  );
  await ask(`Bearer ${token(stranger)}`).catch(() => undefined);
  expect(world.fetched).toEqual([`${france.issuer}/.well-known/jwks.json`]);
});

test("keys that cannot be fetched are a fault, not a refusal", async () => {
  const fetch = async (uri: string) => Promise.reject(new FetchError(uri, "timed out"));
  const unfetched = world.asking(new SimpleJwksCache({ fetcher: { fetch } }));
  await expect(unfetched(`Bearer ${token(france)}`)).rejects.toThrow("timed out");
});

test("a registry that does not answer is a fault, not a refusal", async () => {
  const broken = { ...world.store, get: async () => Promise.reject(new Error("throttled")) };
  const unread = world.asking(new SimpleJwksCache(), broken);
  await expect(unread(`Bearer ${token(france)}`)).rejects.toThrow("throttled");
});
