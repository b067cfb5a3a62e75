import { v7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { content, draft, type Exchange, exchange, release } from "./exchange.ts";

let of: Exchange;
let call: Exchange["call"];

beforeEach(async () => {
  of = await exchange();
  call = of.call;
});

test("a released alert is read by its audience, and unknown to everybody else", async () => {
  const { path, released } = await release(of);
  expect(released.status).toBe(200);
  expect(released.json.reference).toMatch(/^IPR-\d{4}-R[0-9A-HJKMNP-TV-Z]{6}$/);
  expect((await call("KE officer", "GET", path)).status).toBe(200);
  const outside = await call("DE officer", "GET", path);
  const nowhere = await call("DE officer", "GET", `/v1/alerts/${v7()}`);
  expect(outside).toEqual(nowhere);
  expect(outside.status).toBe(404);
});

test("an officer does not release, and nobody releases another administration's draft", async () => {
  const made = await call("FR officer", "POST", "/v1/alerts", content);
  const path = `/v1/alerts/${made.json.id}/release`;
  const headers = { "If-Match": made.etag };
  expect((await call("FR officer", "POST", path, undefined, headers)).status).toBe(403);
  expect((await call("KE releaser", "POST", path, undefined, headers)).status).toBe(404);
});

test("a stale version, a missing one and TLP:RED to the whole group are refused", async () => {
  const made = await call("FR officer", "POST", "/v1/alerts", content);
  const path = `/v1/alerts/${made.json.id}`;
  const change = { title: "Other" };
  expect((await call("FR officer", "PATCH", path, change)).status).toBe(428);
  expect((await call("FR officer", "PATCH", path, change, { "If-Match": '"draft-9"' })).status).toBe(412);
  expect((await call("FR officer", "PATCH", path, change, { "If-Match": made.etag })).json.title).toBe(
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
  const record = of.store.items().find(({ pk }) => pk.startsWith("IDM#"));
  expect(record).toBeDefined();
  await of.store.writeMany(record === undefined ? [] : [{ put: { ...record, expiresAt: 1 } }]);
  const two = await call("FR officer", "POST", "/v1/alerts", content, headers);
  expect(two.status).toBe(201);
  expect(two.json.id).not.toBe(one.json.id);
});

test("why a draft was sent back stays with it until it is submitted again, and goes out to nobody", async () => {
  const { path } = await draft(of);
  const step = async (who: string, name: string, body?: object) =>
    call(who, "POST", `${path}/${name}`, body, { "If-Match": (await call(who, "GET", path)).etag });
  await step("FR officer", "submit");
  const reason = "Name the carrier,\nplease.";
  const returned = { reason, at: expect.any(String), by: of.people.get("FR releaser") };
  expect((await step("FR releaser", "return", { reason })).json.returned).toEqual(returned);
  const changed = await call(
    "FR officer",
    "PATCH",
    path,
    { title: "Masks" },
    {
      "If-Match": (await call("FR officer", "GET", path)).etag,
    },
  );
  expect(changed.json).toMatchObject({ title: "Masks", state: "draft", returned });
  expect((await step("FR officer", "submit")).json).not.toHaveProperty("returned");
  await step("FR releaser", "return", { reason });
  expect((await step("FR releaser", "release")).json).not.toHaveProperty("returned");
  expect(JSON.stringify((await call("KE officer", "GET", path)).json)).not.toContain("carrier");
});

test("an acknowledgement is seen by the author, and changed only against what it was", async () => {
  const { path } = await release(of);
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
