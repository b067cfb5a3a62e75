import type { APIGatewayProxyEvent, Context } from "aws-lambda";
import { v7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { acknowledging } from "../../functions/api/alerts/acknowledging.ts";
import { drafting } from "../../functions/api/alerts/drafting.ts";
import { reading } from "../../functions/api/alerts/reading.ts";
import { releasing } from "../../functions/api/alerts/releasing.ts";
import { serve } from "../../functions/runtime/serve.ts";
import { memoryRecordStore } from "../../shared/adapters/memory/record-store.ts";
import { administrationItem } from "../../shared/adapters/records/administrations.ts";
import { membershipItems } from "../../shared/adapters/records/groups.ts";
import { userItem } from "../../shared/adapters/records/users.ts";
import { alerts } from "../../shared/contract/alerts.ts";
import type { Role } from "../../shared/domain/permissions.ts";

const at = "2026-11-01T00:00:00.000Z";
const content = {
  type: "seizure",
  severity: "high",
  tlp: "AMBER",
  group: "ipr",
  audience: { kind: "administrations", administrations: ["KE"] },
  title: "Gloves",
  summary: "Found in a container.",
  language: "en",
  goods: [{ category: "gloves", description: "Examination gloves" }],
};

let store = memoryRecordStore();
let people = new Map<string, string>();

const call = async (
  who: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) => {
  const [administration] = who.split(" ");
  const handler = serve(
    alerts,
    {
      ...drafting({ store }),
      ...releasing({ store, randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)) }),
      ...reading({ store }),
      ...acknowledging({ store }),
    },
    { store, clock: () => new Date(), newId: () => v7() },
  );
  const event = {
    httpMethod: method,
    path,
    headers: { "Content-Type": "application/json", ...headers },
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: { proxy: path.replace("/v1/alerts/", "") },
    isBase64Encoded: false,
    body: body === undefined ? null : JSON.stringify(body),
    requestContext: {
      requestId: "request",
      authorizer: { administration, username: people.get(who), subject: people.get(who) },
    },
  } as unknown as APIGatewayProxyEvent;
  const answer = await handler(event, {} as Context);
  return {
    status: answer.statusCode,
    etag: String(answer.headers?.["etag"]),
    json: answer.body === "" ? {} : JSON.parse(answer.body),
  };
};

beforeEach(async () => {
  store = memoryRecordStore();
  people = new Map();
  for (const code of ["FR", "KE", "DE"]) {
    const firstUserId = v7();
    await store.writeMany([
      {
        put: administrationItem({
          code,
          kind: "member",
          name: code,
          state: "active",
          recognitionPhrase: "phrase",
          firstUserId,
          topics: [],
          revision: 1,
          createdAt: at,
          changedAt: at,
        }),
      },
      ...membershipItems({
        group: "ipr",
        administration: code,
        history: "all",
        intervals: [{ from: at }],
      }).map((put) => ({ put })),
    ]);
    for (const role of ["officer", "releaser"] satisfies Role[]) {
      const id = v7();
      people.set(`${code} ${role}`, id);
      await store.writeMany([
        {
          put: userItem({
            id,
            administration: code,
            name: role,
            email: `${role}@customs.example`,
            roles: [role],
            state: "active",
            subject: id,
            revision: 1,
            createdAt: at,
            changedAt: at,
          }),
        },
      ]);
    }
  }
});

const release = async () => {
  const draft = await call("FR officer", "POST", "/v1/alerts", content);
  expect(draft.status).toBe(201);
  const path = `/v1/alerts/${draft.json.id}`;
  const released = await call("FR releaser", "POST", `${path}/release`, undefined, {
    "If-Match": draft.etag,
  });
  return { path, released };
};

test("a released alert is read by its audience, and unknown to everybody else", async () => {
  const { path, released } = await release();
  expect(released.status).toBe(200);
  expect(released.json.reference).toMatch(/^IPR-\d{4}-R[0-9A-HJKMNP-TV-Z]{6}$/);
  expect((await call("KE officer", "GET", path)).status).toBe(200);
  const outside = await call("DE officer", "GET", path);
  const nowhere = await call("DE officer", "GET", `/v1/alerts/${v7()}`);
  expect(outside).toEqual(nowhere);
  expect(outside.status).toBe(404);
});

test("an officer does not release, and nobody releases another administration's draft", async () => {
  const draft = await call("FR officer", "POST", "/v1/alerts", content);
  const path = `/v1/alerts/${draft.json.id}/release`;
  const headers = { "If-Match": draft.etag };
  expect((await call("FR officer", "POST", path, undefined, headers)).status).toBe(403);
  expect((await call("KE releaser", "POST", path, undefined, headers)).status).toBe(404);
});

test("a stale version, a missing one and TLP:RED to the whole group are refused", async () => {
  const draft = await call("FR officer", "POST", "/v1/alerts", content);
  const path = `/v1/alerts/${draft.json.id}`;
  const change = { title: "Other" };
  expect((await call("FR officer", "PATCH", path, change)).status).toBe(428);
  expect((await call("FR officer", "PATCH", path, change, { "If-Match": '"draft-9"' })).status).toBe(412);
  expect((await call("FR officer", "PATCH", path, change, { "If-Match": draft.etag })).json.title).toBe(
    "Other",
  );
  const red = await call("FR officer", "POST", "/v1/alerts", {
    ...content,
    tlp: "RED",
    audience: { kind: "group" },
  });
  expect(red.status).toBe(422);
  expect(red.json.errors[0].pointer).toBe("/tlp");
});

test("the same Idempotency-Key makes one draft, and refuses another body", async () => {
  const headers = { "Idempotency-Key": "first" };
  const one = await call("FR officer", "POST", "/v1/alerts", content, headers);
  const two = await call("FR officer", "POST", "/v1/alerts", content, headers);
  expect(two.json.id).toBe(one.json.id);
  expect((await call("FR officer", "POST", "/v1/alerts", { ...content, title: "x" }, headers)).status).toBe(
    422,
  );
});

test("an Idempotency-Key whose seven days are over is free again, though its record is still there", async () => {
  const headers = { "Idempotency-Key": "first" };
  const one = await call("FR officer", "POST", "/v1/alerts", content, headers);
  const record = store.items().find(({ pk }) => pk.startsWith("IDM#"));
  expect(record).toBeDefined();
  await store.writeMany(record === undefined ? [] : [{ put: { ...record, expiresAt: 1 } }]);
  const two = await call("FR officer", "POST", "/v1/alerts", content, headers);
  expect(two.status).toBe(201);
  expect(two.json.id).not.toBe(one.json.id);
});

test("an acknowledgement is seen by the author, and changed only against what it was", async () => {
  const { path } = await release();
  const first = await call("KE releaser", "PUT", `${path}/acknowledgement`, { result: "no-trace" });
  expect(first.status).toBe(200);
  const again = await call("KE releaser", "PUT", `${path}/acknowledgement`, { result: "trace-found" });
  expect(again.status).toBe(428);
  const ledger = await call("FR officer", "GET", `${path}/acknowledgements`);
  expect(ledger.json.items).toMatchObject([
    { administration: "KE", acknowledgement: { result: "no-trace" } },
  ]);
  expect((await call("DE releaser", "PUT", `${path}/acknowledgement`, { result: "no-trace" })).status).toBe(
    404,
  );
});
