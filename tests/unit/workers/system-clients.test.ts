import { v7 } from "uuid";
import { expect, test } from "vitest";
import { scopes } from "../../../shared/domain/permissions.ts";
import { cognito } from "./aws.ts";
import { everyDeath, immortal, untilDeath } from "./mortal.ts";

/** A pool as the first blueprint made them: without scopes and without a domain. */
const olderPool = async () => {
  const aws = cognito();
  const { userPoolId } = await aws.as(immortal()).ensurePool("FR", { subject: "", body: "" });
  const [pool] = aws.pools;
  if (pool === undefined) throw new Error("There is no pool");
  pool.families.length = 0;
  delete pool.domain;
  return { aws, pool, userPoolId };
};

test("a new pool gives tokens to systems from the start", async () => {
  const aws = cognito();
  await aws.as(immortal()).ensurePool("FR", { subject: "", body: "" });
  expect(aws.pools).toMatchObject([
    { families: [...new Set(scopes.map((scope) => scope.split("/")[0]))], domain: expect.any(String) },
  ]);
});

test("an older pool is given what it lacks when it is first needed, and says the same ever after", async () => {
  const { aws, pool, userPoolId } = await olderPool();
  const clients = aws.systemClients(immortal());
  const endpoint = await clients.ensureTokenEndpoint(userPoolId);
  expect(endpoint).toBe(`https://${pool.domain}.auth.us-east-1.amazoncognito.com/oauth2/token`);
  expect(pool.families).toEqual(["alerts", "interchange"]);
  expect(await clients.ensureTokenEndpoint(userPoolId)).toBe(endpoint);
});

test("a pool that has a domain already keeps it", async () => {
  const { aws, pool, userPoolId } = await olderPool();
  pool.domain = "customs-of-france";
  expect(await aws.systemClients(immortal()).ensureTokenEndpoint(userPoolId)).toBe(
    "https://customs-of-france.auth.us-east-1.amazoncognito.com/oauth2/token",
  );
});

test("a domain is one that Cognito takes, and another for each pool", async () => {
  const aws = cognito();
  for (let n = 0; n < 50; n++) await aws.as(immortal()).ensurePool(`X-${n}`, { subject: "", body: "" });
  const domains = aws.pools.map(({ domain }) => domain ?? "");
  expect(new Set(domains).size).toBe(50);
  for (const domain of domains) {
    expect(domain).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
    expect(domain).not.toMatch(/aws|amazon|cognito/);
  }
});

test("killed at any moment, what is missing is made the next time", async () => {
  await everyDeath(async (_, worker) => {
    const { aws, pool, userPoolId } = await olderPool();
    await untilDeath(() => aws.systemClients(worker).ensureTokenEndpoint(userPoolId));
    await aws.systemClients(immortal()).ensureTokenEndpoint(userPoolId);
    expect(pool.families).toEqual(["alerts", "interchange"]);
    expect(pool.domain).toBeDefined();
  });
});

test("a secret is a client that gives tokens for itself, and nobody signs in by it", async () => {
  const { aws, pool, userPoolId } = await olderPool();
  const clients = aws.systemClients(immortal());
  const made = v7();
  const { id, secret } = await clients.create(userPoolId, made, ["alerts/read"]);
  expect(secret).toMatch(/./);
  expect(pool.clients.find((client) => client.id === id)).toMatchObject({
    flows: ["client_credentials"],
    signIn: ["ALLOW_REFRESH_TOKEN_AUTH"],
  });
  expect(await clients.list(userPoolId)).toEqual([{ id, made }]);
  await clients.remove(userPoolId, id);
  await clients.remove(userPoolId, id);
  expect(await clients.list(userPoolId)).toEqual([]);
  expect(pool.clients).toMatchObject([{ name: "console" }]);
});
