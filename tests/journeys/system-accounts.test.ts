import { randomUUID } from "node:crypto";
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  paginateListUserPoolClients,
} from "@aws-sdk/client-cognito-identity-provider";
import { beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { emulatorClient } from "../../local/environment.ts";
import { getAdministration } from "../../shared/adapters/records/administrations.ts";
import { systemAccountItem } from "../../shared/adapters/records/system-accounts.ts";
import { administrations } from "../../shared/contract/administrations.ts";
import { alerts } from "../../shared/contract/alerts.ts";
import { audit } from "../../shared/contract/audit.ts";
import { systemAccounts } from "../../shared/contract/system-accounts.ts";
import { users } from "../../shared/contract/users.ts";
import type { Scope } from "../../shared/domain/permissions.ts";
import { SystemAccount } from "../../shared/domain/system-account.ts";
import { releaseBy, shortForm } from "./releasing.ts";
import { api, refusal, request, run, store, system, tokenOf, until } from "./system.ts";

const Token = z.object({ access_token: z.string(), token_type: z.literal("Bearer"), expires_in: z.number() });

interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** As a national system asks; the pool's own domain is the gateway here. */
const askForToken = ({ clientId, clientSecret }: Credentials, scope?: string) =>
  fetch(`${system.webUrl}/oauth2/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` },
    body: new URLSearchParams({
      grant_type: "client_credentials",
      ...(scope === undefined ? {} : { scope }),
    }),
  });
const tokenFor = async (credentials: Credentials, scope?: string): Promise<string> =>
  Token.parse(await (await askForToken(credentials, scope)).json()).access_token;

const make = async (administration: string, scopes: readonly Scope[], name = `Risk analysis ${run}`) => {
  const { body, etag } = await api.call(systemAccounts.create, {
    token: await tokenOf(administration, "contact-point"),
    body: { name, purpose: "Reads alerts every quarter of an hour.", scopes: [...scopes] },
  });
  if (body.credentials === undefined) throw new Error("No secret was shown");
  return { id: body.id, etag, credentials: body.credentials, tokenEndpoint: body.tokenEndpoint };
};
type Made = Awaited<ReturnType<typeof make>>;

const read = async ({ id }: Made) =>
  api.call(systemAccounts.get, { token: await tokenOf("IT", "contact-point"), params: { id } });
const me = (token: string) => api.call(users.me, { token });

let account: Made;
let token: string;

beforeAll(async () => {
  account = await make("IT", ["alerts/read", "alerts/write"]);
  token = await tokenFor(account.credentials);
});

test("the secret is exchanged for a token of an hour, which says who calls and with which scopes", async () => {
  expect(account.tokenEndpoint).toMatch(
    /^https:\/\/ipr-cencomm-[0-9a-f]{12}\.auth\.us-east-1\.amazoncognito\.com\/oauth2\/token$/,
  );
  const answer = Token.parse(await (await askForToken(account.credentials)).json());
  expect(answer.expires_in).toBe(3600);
  expect((await me(answer.access_token)).body).toMatchObject({
    systemAccount: { id: account.id, name: `Risk analysis ${run}`, scopes: ["alerts/read", "alerts/write"] },
    administration: { code: "IT" },
    may: ["alerts.read", "alerts.draft"],
  });
  const wrong = await askForToken({ ...account.credentials, clientSecret: "guessed" });
  expect(wrong.status).toBeGreaterThanOrEqual(400);
});

test("the pool has the client as the exchange means it: for client credentials, and for nobody to sign in by", async () => {
  const cognito = new CognitoIdentityProviderClient(emulatorClient(system.awsEndpoint, system.caFile));
  const pool = (await getAdministration(store, "IT"))?.pool;
  const { UserPoolClient } = await cognito.send(
    new DescribeUserPoolClientCommand({
      UserPoolId: pool?.userPoolId,
      ClientId: account.credentials.clientId,
    }),
  );
  expect(UserPoolClient).toMatchObject({
    AllowedOAuthFlows: ["client_credentials"],
    AllowedOAuthScopes: ["alerts/read", "alerts/write"],
    ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
  });
});

test("it drafts an alert under its own name that a person releases, and finds it in its list", async () => {
  const idempotencyKey = randomUUID();
  const draft = () =>
    api.call(alerts.create, {
      token,
      idempotencyKey,
      body: {
        ...shortForm,
        severity: "low",
        audience: { kind: "administrations", administrations: ["DE"] },
      },
    });
  const made = await draft();
  expect((await draft()).body.id).toBe(made.body.id);
  const drafted = { params: { id: made.body.id }, ifMatch: made.etag };
  const bySystem = await refusal(api.call(alerts.release, { ...drafted, token }));
  expect(bySystem).toMatchObject({ status: 403, detail: expect.stringContaining("people alone") });
  const { reference } = await releaseBy("IT", drafted);
  const { body: released } = await api.call(alerts.get, { token, params: drafted.params });
  expect(released.reference).toBe(reference);
  const { body: list } = await api.call(alerts.list, { token, query: { group: "ipr", limit: "5" } });
  expect(list.items.map((row) => row.reference)).toContain(reference);

  const auditor = await tokenOf("IT", "contact-point");
  const entry = await until("its draft is in the trail under its id", async () => {
    const query = { actor: account.id, action: "alerts.create" };
    const { body } = await api.call(audit.list, { token: auditor, query });
    return body.items.find((item) => "entry" in item && item.entry.subject === made.body.id);
  });
  expect(entry).toMatchObject({ actorName: `Risk analysis ${run}` });
});

test("what needs a person, or a scope that its token was not got for, is refused in words", async () => {
  const narrow = await tokenFor(account.credentials, "alerts/read");
  expect((await me(narrow)).body).toMatchObject({ systemAccount: { scopes: ["alerts/read"] } });
  expect(await refusal(api.call(alerts.create, { token: narrow, body: shortForm }))).toMatchObject({
    status: 403,
    detail: "This needs the scope alerts/write.",
  });
  for (const path of ["/users", "/system-accounts", "/audit", "/subscriptions"]) {
    const answer = await request("GET", path, { token });
    expect(answer, path).toMatchObject({
      status: 403,
      json: { detail: expect.stringContaining("people alone") },
    });
  }
});

test("it is shown with its last use, and its secret is nowhere", async () => {
  const { body } = await read(account);
  expect(body.clients).toMatchObject([
    { id: account.credentials.clientId, lastUsedAt: expect.stringMatching(/^20/) },
  ]);
  expect(JSON.stringify(body)).not.toContain(account.credentials.clientSecret);
  const item = await store.get({ pk: "ADM#IT", sk: `SYS#${account.id}` });
  expect(JSON.stringify(item)).not.toContain(account.credentials.clientSecret);
});

test("rotated, both secrets work until the old one ends, and then its tokens are refused at the next request", async () => {
  const contactPoint = await tokenOf("IT", "contact-point");
  const { etag } = await read(account);
  const { body } = await api.call(systemAccounts.rotate, {
    token: contactPoint,
    params: { id: account.id },
    ifMatch: etag,
    body: { overlapDays: 1 },
  });
  if (body.credentials === undefined) throw new Error("No secret was shown");
  const next = body.credentials;
  const newToken = await tokenFor(next);
  const oldToken = await tokenFor(account.credentials);
  for (const each of [token, oldToken, newToken])
    expect((await me(each)).body.administration.code).toBe("IT");

  // A day later: nothing in a deployment waits that long.
  const stored = SystemAccount.parse(await store.get({ pk: "ADM#IT", sk: `SYS#${account.id}` }));
  const past = new Date(Date.now() - 1000).toISOString();
  const clients = stored.clients.map((each) =>
    each.endsAt === undefined ? each : { ...each, endsAt: past },
  );
  await store.writeMany([{ put: systemAccountItem({ ...stored, clients }) }]);
  expect((await refusal(me(token))).status).toBe(401);
  // The pool still gives tokens for it, and they are worth nothing.
  expect((await refusal(me(await tokenFor(account.credentials)))).status).toBe(401);
  expect((await me(newToken)).body.administration.code).toBe("IT");
  account = { ...account, credentials: next };
  token = newToken;
});

test("rotated with no overlap, the secret of before is refused at once", async () => {
  const { etag } = await read(account);
  const { body } = await api.call(systemAccounts.rotate, {
    token: await tokenOf("IT", "contact-point"),
    params: { id: account.id },
    ifMatch: etag,
    body: { overlapDays: 0 },
  });
  if (body.credentials === undefined) throw new Error("No secret was shown");
  expect((await refusal(me(token))).status).toBe(401);
  account = { ...account, credentials: body.credentials };
  token = await tokenFor(account.credentials);
  expect((await me(token)).body.administration.code).toBe("IT");
});

test("a token of one administration's system is nobody's in another's name", async () => {
  const german = await make("DE", ["alerts/read"], `German ${run}`);
  const germanToken = await tokenFor(german.credentials);
  const { body } = await me(germanToken);
  expect(body).toMatchObject({ administration: { code: "DE" }, may: ["alerts.read"] });
  const asItaly = `${token.split(".").slice(0, 2).join(".")}.${germanToken.split(".")[2]}`;
  expect((await request("GET", "/me", { token: asItaly })).status).toBe(401);
  expect(
    await refusal(
      api.call(systemAccounts.get, {
        token: await tokenOf("IT", "contact-point"),
        params: { id: german.id },
      }),
    ),
  ).toMatchObject({ status: 404 });
});

test("suspended with its administration, it is refused at the next request, and let in again with it", async () => {
  const philippine = await make("PH", ["alerts/read"]);
  const itsToken = await tokenFor(philippine.credentials);
  expect((await me(itsToken)).body.administration.code).toBe("PH");
  const operator = await tokenOf("WCO", "operator");
  const params = { code: "PH" };
  const change = async (endpoint: typeof administrations.suspend | typeof administrations.reinstate) => {
    const { etag } = await api.call(administrations.get, { token: operator, params });
    const body = { reason: "Asked for by its head." };
    return api.call(endpoint, { token: operator, params, ifMatch: etag, body });
  };
  await change(administrations.suspend);
  try {
    expect((await refusal(me(itsToken))).status).toBe(401);
    expect((await refusal(me(await tokenFor(philippine.credentials)))).status).toBe(401);
  } finally {
    await change(administrations.reinstate);
  }
  expect((await me(itsToken)).body.administration.code).toBe("PH");
});

test("deleted, it is refused at the next request, and the pool gives no more tokens for it", async () => {
  const { etag } = await read(account);
  await api.call(systemAccounts.remove, {
    token: await tokenOf("IT", "contact-point"),
    params: { id: account.id },
    ifMatch: etag,
  });
  expect((await refusal(me(token))).status).toBe(401);
  expect((await askForToken(account.credentials)).status).toBeGreaterThanOrEqual(400);
  const cognito = new CognitoIdentityProviderClient(emulatorClient(system.awsEndpoint, system.caFile));
  const pool = (await getAdministration(store, "IT"))?.pool;
  const left: (string | undefined)[] = [];
  const pages = paginateListUserPoolClients({ client: cognito }, { UserPoolId: pool?.userPoolId });
  for await (const page of pages) left.push(...(page.UserPoolClients ?? []).map(({ ClientId }) => ClientId));
  const { clients } = SystemAccount.parse(await store.get({ pk: "ADM#IT", sk: `SYS#${account.id}` }));
  expect(left).toContain(pool?.clientId);
  for (const { id } of clients) expect(left).not.toContain(id);
});
