import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { authorizer, claimsOf, encode, france, kenya, signed, token } from "../../authorizer-world.ts";

let world = authorizer();
beforeEach(async () => {
  world = authorizer();
  await world.register("FR", france);
  await world.register("KE", kenya);
});

const identityOf = async (of: string) => (await world.ask(`Bearer ${of}`)).context;
const refusalOf = (authorization: string): Promise<unknown> =>
  world.ask(authorization).catch((error) => error);

/** A token that lost its signature's protection: whose header or claims are not those that were signed. */
const resigned = (header: object, claims: object, signature: string): string =>
  `${encode(header)}.${encode(claims)}.${signature}`;
const parts = (of: string) => {
  const [header = "", claims = "", signature = ""] = of.split(".");
  return { header, claims, signature };
};
const rs256 = { alg: "RS256", kid: france.kid };

/** Claims changed after the signing: the signature is that of what was there before. */
const changed = (change: object): string => {
  const { signature } = parts(token(france));
  return resigned(rs256, { ...claimsOf(france), ...change }, signature);
};
/** A header changed after the signing. */
const headed = (header: object): string => {
  const { claims, signature } = parts(token(france));
  return `${encode({ ...rs256, ...header })}.${claims}.${signature}`;
};
const hmac = (algorithm: string, digest: string, secret: string): string => {
  const text = `${encode({ alg: algorithm, kid: france.kid })}.${encode(claimsOf(france))}`;
  return `${text}.${createHmac(digest, secret).update(text).digest("base64url")}`;
};
const pem = (): string => String(france.publicKey.export({ type: "spki", format: "pem" }));
/** Signed by whoever attacks, who says in the header that the key is theirs. */
const selfSigned = (): string => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const text = `${encode({ ...rs256, jwk: publicKey.export({ format: "jwk" }) })}.${encode(claimsOf(france))}`;
  return `${text}.${sign("RSA-SHA256", Buffer.from(text), privateKey).toString("base64url")}`;
};
const without = (name: string): object =>
  Object.fromEntries(Object.entries(claimsOf(france)).filter(([key]) => key !== name));

/** Beside what authorizer.test.ts and authorizer-systems.test.ts try, which is more than sixty already. */
const mutations: Readonly<Record<string, () => string>> = {
  "another token's signature": () => `${token(france).replace(/[^.]*$/, "")}${parts(token(kenya)).signature}`,
  "another token's claims": () =>
    `${encode(rs256)}.${parts(token(kenya)).claims}.${parts(token(france)).signature}`,
  "its signature twice": () => `${token(france)}${parts(token(france)).signature}`,
  "a signature of zeros": () => token(france).replace(/[^.]*$/, "A".repeat(342)),
  "an empty header": () => token(france).replace(/^[^.]*/, ""),
  "a header that is no JSON": () => token(france).replace(/^[^.]*/, "bm90anNvbg"),
  "a role among its claims": () => changed({ "custom:roles": "operator contact-point" }),
  "a group among its claims": () => changed({ "cognito:groups": ["operator", "WCO"] }),
  "a scope among its claims": () => changed({ scope: "alerts/write" }),
  "a name that stands twice": () => {
    const { header, signature } = parts(token(france));
    const text = JSON.stringify(claimsOf(france)).replace(/}$/, ',"username":"another"}');
    return `${header}.${Buffer.from(text).toString("base64url")}.${signature}`;
  },
  "the algorithm NONE without a signature": () => headed({ alg: "NONE" }).replace(/[^.]*$/, ""),
  "no algorithm": () => headed({ alg: undefined }),
  "an algorithm that is a list": () => headed({ alg: ["RS256"] }),
  "the algorithm RS512": () => headed({ alg: "RS512" }),
  "the algorithm PS256": () => headed({ alg: "PS256" }),
  "the algorithm ES256": () => headed({ alg: "ES256" }),
  "HS256 by the public key": () => hmac("HS256", "sha256", pem()),
  "HS512 by the public key": () => hmac("HS512", "sha512", pem()),
  "HS256 by an empty secret": () => hmac("HS256", "sha256", "\0"),
  "HS256 by the key's name": () => hmac("HS256", "sha256", france.kid),
  "a key name that is a path": () => headed({ kid: "../../dev/null" }),
  "a key name of a query": () => headed({ kid: `${france.kid}' or '1'='1` }),
  "a key of its own in the header": selfSigned,
  "an address of keys in the header": () => headed({ jku: "https://attacker.example/jwks.json" }),
  "a certificate's address in the header": () => headed({ x5u: "https://attacker.example/cert.pem" }),
  "a critical extension": () => headed({ crit: ["b64"], b64: false }),
  "this pool's signature over another one's claims": () => signed(france, claimsOf(kenya)),
  "an issuer with a slash at its end": () => token(france, { iss: `${france.issuer}/` }),
  "an issuer in capitals": () => token(france, { iss: france.issuer.toUpperCase() }),
  "an issuer over http": () => token(france, { iss: france.issuer.replace("https", "http") }),
  "an issuer with somebody else before its host": () =>
    token(france, { iss: france.issuer.replace("https://", "https://attacker.example@") }),
  "issuers in a list": () => token(france, { iss: [france.issuer] }),
  "no issuer": () => signed(france, without("iss")),
  "no client": () => signed(france, without("client_id")),
  "clients in a list": () => token(france, { client_id: ["console"] }),
  "no use": () => signed(france, without("token_use")),
  "no person": () => signed(france, without("username")),
  "a padded signature": () => `${token(france)}==`,
};

test("each of the rarer forgeries of a token is refused, and tells nothing of why", async () => {
  expect(Object.keys(mutations).length).toBeGreaterThan(30);
  for (const [how, mutation] of Object.entries(mutations)) {
    expect(await identityOf(token(france)), how).toMatchObject({ administration: "FR" });
    const refusal = await refusalOf(`Bearer ${mutation()}`);
    expect(refusal, how).toEqual(new Error("Unauthorized"));
  }
});

test("any other byte in what was signed, or in the signature itself, is refused", async () => {
  const good = token(france);
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 63 }), async (at, by) => {
      const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
      const place = alphabet.indexOf(good.charAt(at));
      const other = place < 0 ? "_" : alphabet.charAt((place + by) % 64);
      const bad = good.slice(0, at) + other + good.slice(at + 1);
      // The last character holds four bits that are no part of the signature: it is the same token written otherwise.
      if (
        Buffer.from(parts(bad).signature, "base64url").equals(Buffer.from(parts(good).signature, "base64url"))
      )
        if (good.slice(0, -1) === bad.slice(0, -1)) return;
      expect(await refusalOf(`Bearer ${bad}`)).toEqual(new Error("Unauthorized"));
    }),
    { numRuns: 300 },
  );
});

describe("claims that a pool signed beside those that say who it is", () => {
  const names = [
    "cognito:groups",
    "cognito:roles",
    "custom:administration",
    "custom:roles",
    "administration",
    "administrationKind",
    "groups",
    "roles",
    "scopes",
    "tenant",
    "systemAccount",
    "client",
    "state",
  ];
  const forged = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(
      fc.constantFrom("WCO", "KE", "operator", "contact-point", "alerts/write", "*"),
      fc.array(fc.constantFrom("operator", "contact-point", "WCO"), { minLength: 1 }),
      fc.record({ administration: fc.constant("WCO"), roles: fc.constant(["operator"]) }),
    ),
  );

  test("change nothing of who calls: custom attributes and groups open no door", async () => {
    const honest = await identityOf(token(france));
    await fc.assert(
      fc.asyncProperty(forged, async (claims) => {
        const found = await identityOf(token(france, claims));
        expect({ ...found, expires: "" }).toEqual({ ...honest, expires: "" });
      }),
      { numRuns: 200 },
    );
  });

  test("make nobody of another administration: a token is its issuer's, whatever it says", async () => {
    await fc.assert(
      fc.asyncProperty(forged, async (claims) => {
        expect(await identityOf(token(kenya, claims))).toMatchObject({ administration: "KE" });
      }),
      { numRuns: 100 },
    );
  });
});
