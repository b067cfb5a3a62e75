import { expect, test } from "vitest";
import * as z from "zod/mini";
import type { Endpoint } from "../../../shared/contract/endpoint.ts";
import { type ClientSettings, createClient } from "../../../web/src/api/client.ts";
import { ApiProblem, isPassing, Unreachable } from "../../../web/src/api/problem.ts";

const thing = {
  method: "GET",
  path: "/v1/things/{id}",
  summary: "Show a thing",
  access: "signed-in",
  params: z.strictObject({ id: z.string() }),
  status: 200,
  response: z.object({ name: z.string() }),
} as const satisfies Endpoint;

const rename = {
  method: "POST",
  path: "/v1/things/{id}/rename",
  summary: "Rename a thing",
  access: "signed-in",
  params: z.strictObject({ id: z.string() }),
  conditional: true,
  body: z.strictObject({ name: z.string() }),
  status: 200,
  response: z.object({ name: z.string() }),
} as const satisfies Endpoint;

const discard = {
  method: "DELETE",
  path: "/v1/things/{id}",
  summary: "Discard a thing",
  access: "signed-in",
  params: z.strictObject({ id: z.string() }),
  status: 204,
} as const satisfies Endpoint;

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(status === 304 ? null : JSON.stringify(body), { status, headers });

/** A client whose server answers in turn; `sent` is what arrived there. */
const against = (answers: readonly (Response | Error)[], settings: Partial<ClientSettings> = {}) => {
  const sent: { readonly address: string; readonly request: RequestInit }[] = [];
  const left = [...answers];
  const client = createClient({
    fetch: async (address, request = {}) => {
      sent.push({ address: String(address), request });
      const answer = left.shift();
      if (answer === undefined || answer instanceof Error)
        throw answer ?? new Error("Nothing more was expected.");
      return answer;
    },
    token: async () => "token",
    onSignedOut: () => undefined,
    ...settings,
  });
  return { ...client, sent };
};

const headers = (request: RequestInit | undefined) => new Headers(request?.headers);

test("a call is made of its line in the contract", async () => {
  const { call, sent } = against([json(200, { name: "b" }, { etag: '"2"' })]);
  const answer = await call(rename, {
    params: { id: "a b" },
    body: { name: "b" },
    ifMatch: "1",
    idempotencyKey: "key",
  });
  expect(answer).toEqual({ data: { name: "b" }, etag: "2" });
  expect(sent[0]?.address).toBe("/v1/things/a%20b/rename");
  expect(sent[0]?.request).toMatchObject({ method: "POST", body: '{"name":"b"}' });
  expect(Object.fromEntries(headers(sent[0]?.request))).toMatchObject({
    authorization: "Bearer token",
    "if-match": '"1"',
    "idempotency-key": "key",
    "content-type": "application/json",
  });
});

test("what was read before is asked for by its version, and shown again when it did not change", async () => {
  const { call, sent } = against([
    json(200, { name: "a" }, { etag: '"1"' }),
    json(304, undefined, { etag: '"1"' }),
  ]);
  const first = await call(thing, { params: { id: "x" } });
  const second = await call(thing, { params: { id: "x" } });
  expect(headers(sent[1]?.request).get("if-none-match")).toBe('"1"');
  expect(second).toEqual(first);
});

test("what one person read is forgotten for the next", async () => {
  const answer = () => json(200, { name: "a" }, { etag: '"1"' });
  const { call, forget, sent } = against([answer(), answer()]);
  await call(thing, { params: { id: "x" } });
  forget();
  await call(thing, { params: { id: "x" } });
  expect(headers(sent[1]?.request).get("if-none-match")).toBeNull();
});

test("a refusal is told with its fields and the request's id", async () => {
  const errors = [{ pointer: "/name", detail: "This is required." }];
  const { call } = against([
    json(422, {
      type: "https://ipr-cencomm.example/problems/invalid",
      title: "Not valid",
      status: 422,
      detail: "This is required.",
      instance: "request-1",
      errors,
    }),
  ]);
  const refusal = await call(thing, { params: { id: "x" } }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ApiProblem);
  expect(refusal).toMatchObject({ status: 422, requestId: "request-1", errors });
  expect(isPassing(refusal)).toBe(false);
});

test("an answer that is no problem document keeps its status", async () => {
  const { call } = against([new Response("<h1>Bad gateway</h1>", { status: 502 })]);
  const refusal = await call(thing, { params: { id: "x" } }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ status: 502, requestId: undefined, errors: [] });
  expect(isPassing(refusal)).toBe(true);
});

test("a line that is down is told apart from a refusal", async () => {
  const { call } = against([new TypeError("Failed to fetch")]);
  const failure = await call(thing, { params: { id: "x" } }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Unreachable);
  expect(isPassing(failure)).toBe(true);
});

test("a token that ran out is renewed once, and the request made again", async () => {
  const renewals: boolean[] = [];
  const { call, sent } = against([json(401, {}), json(200, { name: "a" })], {
    token: async ({ renew }) => {
      renewals.push(renew);
      return renew ? "new" : "old";
    },
  });
  await expect(call(thing, { params: { id: "x" } })).resolves.toMatchObject({ data: { name: "a" } });
  expect(renewals).toEqual([false, true]);
  expect(headers(sent[1]?.request).get("authorization")).toBe("Bearer new");
});

test("a caller whom the exchange does not know any more is signed out", async () => {
  let signedOut = 0;
  const { call } = against([json(401, {}), json(401, {})], {
    onSignedOut: () => {
      signedOut++;
    },
  });
  await expect(call(thing, { params: { id: "x" } })).rejects.toMatchObject({ status: 401 });
  expect(signedOut).toBe(1);
});

test("an answer that is not as the contract says is not shown", async () => {
  const { call } = against([json(200, { title: "a" })]);
  await expect(call(thing, { params: { id: "x" } })).rejects.toMatchObject({ status: 502 });
});

test("an answer without a body is none", async () => {
  const { call } = against([new Response(null, { status: 204 })]);
  await expect(call(discard, { params: { id: "x" } })).resolves.toEqual({ data: undefined, etag: undefined });
});
