import { beforeEach, describe, expect, test } from "vitest";
import { systemClientKey } from "../../shared/adapters/records/system-accounts.ts";
import {
  authorizer,
  encode,
  france,
  inAnHour,
  kenya,
  type Pool,
  stranger,
  systemToken,
  token,
} from "./authorizer-world.ts";

const ACCOUNT = "01930000-0000-7000-8000-00000000000a";
const KENYAN = "01930000-0000-7000-8000-00000000000b";

let world = authorizer();
const ask = (of: string) => world.ask(`Bearer ${of}`);

beforeEach(async () => {
  world = authorizer();
  await world.register("FR", france);
  await world.register("KE", kenya);
  await world.connect("FR", ACCOUNT, "frsystem");
  await world.connect("FR", ACCOUNT, "frsystemnext");
  await world.connect("KE", KENYAN, "kesystem");
});

test("a system's token says which account calls with which secret, and nothing about rights but what it was got for", async () => {
  const answer = await ask(systemToken(france, "frsystem", { scope: "alerts/read alerts/write" }));
  expect(answer.context).toEqual({
    administration: "FR",
    systemAccount: ACCOUNT,
    client: "frsystem",
    scope: "alerts/read alerts/write",
    expires: expect.stringMatching(/^\d{10}$/),
  });
  expect(answer.principalId).toBe(`FR#${ACCOUNT}`);
});

test("claims that a pool's owner may add to a token are not passed on", async () => {
  const answer = await ask(
    systemToken(france, "frsystem", {
      administration: "WCO",
      systemAccount: KENYAN,
      "cognito:groups": ["operator"],
      "custom:roles": "operator",
    }),
  );
  expect(answer.context).toMatchObject({ administration: "FR", systemAccount: ACCOUNT });
  expect(JSON.stringify(answer.context)).not.toMatch(/operator|WCO/);
});

test("both secrets of a rotation are the account's, each by its own name", async () => {
  for (const client of ["frsystem", "frsystemnext"])
    expect((await ask(systemToken(france, client))).context).toMatchObject({
      systemAccount: ACCOUNT,
      client,
    });
});

const forged: readonly [string, () => string][] = [
  ["a person who signed in by a system's client", () => token(france, { client_id: "frsystem" })],
  [
    "a person by a system's client whose subject is the client",
    () => token(france, { client_id: "frsystem", sub: "frsystem" }),
  ],
  ["a system by the console's client", () => systemToken(france, "console")],
  ["a system that calls itself a person", () => systemToken(france, "frsystem", { username: "person" })],
  ["an empty name", () => systemToken(france, "frsystem", { username: "" })],
  [
    "a system's client with another's subject",
    () => systemToken(france, "frsystem", { sub: "frsystemnext" }),
  ],
  ["a system's client with a person's subject", () => systemToken(france, "frsystem", { sub: "subject" })],
  ["a client of the pool that no account has", () => systemToken(france, "leftover")],
  ["another administration's client", () => systemToken(france, "kesystem")],
  ["the own client from another administration's pool", () => systemToken(kenya, "frsystem")],
  ["another pool's signature", () => systemToken(france, "frsystem", {}, kenya)],
  ["an issuer nobody registered", () => systemToken(stranger, "frsystem")],
  ["an id token", () => systemToken(france, "frsystem", { token_use: "id", aud: "frsystem" })],
  ["a refresh token", () => systemToken(france, "frsystem", { token_use: "refresh" })],
  ["an expired token", () => systemToken(france, "frsystem", { exp: inAnHour() - 7200 })],
  ["a token that is not valid yet", () => systemToken(france, "frsystem", { nbf: inAnHour() })],
  ["no client", () => systemToken(france, "frsystem", { client_id: undefined })],
  ["an empty client", () => systemToken(france, "", { sub: "" })],
  ["a client that is a key of something else", () => systemToken(france, "../PROFILE")],
  ["a client that is a list", () => systemToken(france, "frsystem", { client_id: ["frsystem"] })],
  ["a client that is an object", () => systemToken(france, "frsystem", { client_id: { id: "frsystem" } })],
  ["a client in other letters", () => systemToken(france, "FRSYSTEM")],
  ["a client with a space", () => systemToken(france, "frsystem ")],
  ["an endless client", () => systemToken(france, "f".repeat(5000))],
];

test.each(forged)("%s is nobody", async (_, of) => {
  expect((await ask(systemToken(france, "frsystem"))).context).toMatchObject({ systemAccount: ACCOUNT });
  await expect(ask(of())).rejects.toEqual(new Error("Unauthorized"));
  expect((await ask(token(france))).context).toMatchObject({ username: "person" });
});

test("a client that was taken from the account is refused at once, and its verifier with it", async () => {
  await ask(systemToken(france, "frsystem"));
  await world.store.writeMany([{ delete: systemClientKey("FR", "frsystem") }]);
  await expect(ask(systemToken(france, "frsystem"))).rejects.toEqual(new Error("Unauthorized"));
  expect((await ask(systemToken(france, "frsystemnext"))).context).toMatchObject({ systemAccount: ACCOUNT });
});

test("systems of an administration that left are refused", async () => {
  await world.register("KE", kenya, "left");
  await expect(ask(systemToken(kenya, "kesystem"))).rejects.toEqual(new Error("Unauthorized"));
});

test("another system's token costs no fetch of the pool's keys", async () => {
  for (const client of ["frsystem", "frsystemnext"]) await ask(systemToken(france, client));
  await ask(token(france));
  expect(world.fetched).toHaveLength(1);
});

/** Every way in which a token can be changed by whoever does not have the pool's key. */
const mutationsOf = (good: string, of: Pool): readonly string[] => {
  const [header = "", payload = "", signature = ""] = good.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
  const rewritten = (change: object) => `${header}.${encode({ ...claims, ...change })}.${signature}`;
  const flipped = (text: string, at: number) =>
    `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
  const places = (text: string) => [0, 7, Math.floor(text.length / 3), Math.floor(text.length / 2)];
  return [
    ...Object.keys(claims).map((name) => rewritten({ [name]: `${String(claims[name])}x` })),
    ...Object.keys(claims).map((name) => rewritten({ [name]: undefined })),
    ...["username", "sub", "client_id", "scope", "iss"].map((name) => rewritten({ [name]: "WCO" })),
    rewritten({ exp: inAnHour() * 2 }),
    rewritten({ client_id: "frsystemnext", sub: "frsystemnext" }),
    rewritten({ client_id: "console", username: "person", sub: "subject" }),
    rewritten({ scope: "alerts/read alerts/write interchange/read interchange/write" }),
    rewritten({ iss: kenya.issuer, client_id: "kesystem", sub: "kesystem" }),
    ...places(header).map((at) => `${flipped(header, at)}.${payload}.${signature}`),
    ...places(payload).map((at) => `${header}.${flipped(payload, at)}.${signature}`),
    ...places(signature).map((at) => `${header}.${payload}.${flipped(signature, at)}`),
    ...["none", "None", "HS256", "RS384", "ES256", ""].map(
      (alg) => `${encode({ alg, kid: of.kid })}.${payload}.${signature}`,
    ),
    `${encode({ alg: "RS256", kid: kenya.kid })}.${payload}.${signature}`,
    `${header}.${payload}.`,
    `${header}.${payload}`,
    `.${payload}.${signature}`,
    `${header}..${signature}`,
    `${header}.${signature}.${payload}`,
    `${payload}.${header}.${signature}`,
    `${good}.${signature}`,
    `${good} ${good}`,
    good.slice(0, -8),
    good.toLowerCase(),
    [...good].toReversed().join(""),
  ];
};

describe.each([
  ["a person", () => token(france), { username: "person" }],
  ["a system", () => systemToken(france, "frsystem"), { systemAccount: ACCOUNT }],
] as const)("of the token of %s", (_, make, who) => {
  test("each of more than forty changes is refused", async () => {
    const good = make();
    expect((await ask(good)).context).toMatchObject(who);
    const mutations = mutationsOf(good, france).filter((each) => each !== good);
    expect(new Set(mutations).size).toBeGreaterThan(40);
    for (const each of mutations) await expect(ask(each), each).rejects.toEqual(new Error("Unauthorized"));
    expect((await ask(good)).context).toMatchObject(who);
  });
});
