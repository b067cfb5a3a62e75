import { beforeEach, describe, expect, test } from "vitest";
import { draft, type Exchange, exchange, release } from "./exchange.ts";
import { settle } from "./people.ts";

let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

const change = async (verb: string, code = "KE", who = "WCO operator") => {
  const { etag } = await of.call("WCO operator", "GET", `/v1/administrations/${code}`);
  return of.call(
    who,
    "POST",
    `/v1/administrations/${code}/${verb}`,
    { reason: "Terms broken." },
    { "If-Match": etag },
  );
};

test("sign-in says which pool and client, alike for active and suspended ones, and nothing of one that left", async () => {
  const path = "/v1/sign-in/KE";
  const active = await of.call("nobody", "GET", path);
  expect(active.json).toEqual({
    administration: "KE",
    region: "us-east-1",
    userPoolId: "us-east-1_KE",
    clientId: "console of KE",
  });
  await settle(of.store, "KE", { state: "suspended" });
  expect(await of.call("nobody", "GET", path)).toEqual(active);
  await settle(of.store, "KE", { state: "left" });
  const left = await of.refused("nobody", "GET", path);
  expect(left.status).toBe(404);
  expect(await of.refused("nobody", "GET", "/v1/sign-in/US")).toEqual(left);
  expect(await of.refused("nobody", "GET", "/v1/sign-in/us")).toEqual(left);
});

describe("suspension", () => {
  test("holds from the next request on, and ends with the reinstatement; nothing is lost", async () => {
    const { path } = await release(of);
    expect((await change("suspend")).json.state).toBe("suspended");
    expect((await of.refused("KE officer", "GET", path)).status).toBe(401);
    expect((await of.refused("KE contact-point", "GET", "/v1/me")).status).toBe(401);
    expect((await change("reinstate")).json.state).toBe("active");
    expect((await of.call("KE officer", "GET", path)).status).toBe(200);
  });

  test("is kept on the trail with its reason", async () => {
    await change("suspend");
    const entry = of.store.items().find(({ action }) => action === "administrations.suspend");
    expect(entry).toMatchObject({ pk: "AUD#WCO", subject: "KE", detail: { reason: "Terms broken." } });
  });

  test("does not follow on itself, and never meets the secretariat", async () => {
    await change("suspend");
    expect((await change("suspend")).status).toBe(409);
    expect((await change("suspend", "WCO")).status).toBe(409);
    expect((await change("reinstate", "FR")).status).toBe(409);
  });

  test("needs a reason, a version that is current, and an operator", async () => {
    const path = "/v1/administrations/KE/suspend";
    const body = { reason: "Terms broken." };
    const headers = { "If-Match": '"1"' };
    const silent = await of.refused("WCO operator", "POST", path, {}, headers);
    expect(silent).toMatchObject({ status: 422, errors: [{ pointer: "/reason" }] });
    expect((await of.refused("WCO operator", "POST", path, body)).status).toBe(428);
    expect((await of.refused("WCO operator", "POST", path, body, { "If-Match": '"9"' })).status).toBe(412);
    expect((await of.refused("WCO contact-point", "POST", path, body, headers)).status).toBe(403);
    expect((await of.refused("FR contact-point", "POST", path, body, headers)).status).toBe(403);
    expect(
      (await of.refused("WCO operator", "POST", "/v1/administrations/US/suspend", body, headers)).status,
    ).toBe(404);
  });

  test("between drafting and release keeps the alert a draft", async () => {
    const { path, etag } = await draft(of);
    await change("suspend", "FR");
    const headers = { "If-Match": etag };
    expect((await of.refused("FR releaser", "POST", `${path}/release`, undefined, headers)).status).toBe(401);
    await change("reinstate", "FR");
    expect((await of.call("FR releaser", "POST", `${path}/release`, undefined, headers)).status).toBe(200);
  });
});

describe("reading", () => {
  test("the own one is shown with its contact points; another one is unknown, except to operators", async () => {
    const own = await of.call("FR reader", "GET", "/v1/administrations/FR");
    expect(own.json.contactPoints).toHaveLength(2);
    const other = await of.refused("FR contact-point", "GET", "/v1/administrations/KE");
    expect(await of.refused("FR contact-point", "GET", "/v1/administrations/US")).toEqual(other);
    expect((await of.call("WCO operator", "GET", "/v1/administrations/KE")).json.code).toBe("KE");
  });

  test("a version that is still the same is not sent again", async () => {
    const path = "/v1/administrations/FR";
    const { etag } = await of.call("FR reader", "GET", path);
    const same = await of.call("FR reader", "GET", path, undefined, { "If-None-Match": etag });
    expect(same).toMatchObject({ status: 304, json: {} });
    const weakened = { "If-None-Match": `"another", W/${etag}` };
    expect((await of.call("FR reader", "GET", path, undefined, weakened)).status).toBe(304);
    await of.call(
      "FR contact-point",
      "PATCH",
      path,
      { recognitionPhrase: "a loud harbour" },
      { "If-Match": etag },
    );
    const other = await of.call("FR reader", "GET", path, undefined, { "If-None-Match": etag });
    expect(other.json.recognitionPhrase).toBe("a loud harbour");
  });

  test("operators list all of them, page by page, without what is theirs alone", async () => {
    const first = await of.call("WCO operator", "GET", "/v1/administrations?limit=3");
    expect(first.json.items.map(({ code }: { code: string }) => code)).toEqual(["DE", "FR", "KE"]);
    const rest = await of.call(
      "WCO operator",
      "GET",
      `/v1/administrations?limit=3&cursor=${first.json.nextCursor}`,
    );
    expect(rest.json).toMatchObject({ items: [{ code: "WCO" }], nextCursor: null });
    expect(JSON.stringify(first.json)).not.toContain("harbour");
  });
});

describe("the recognition phrase", () => {
  test("is the own contact point's to change", async () => {
    const headers = { "If-Match": '"1"' };
    const body = { recognitionPhrase: "another harbour" };
    expect((await of.refused("FR officer", "PATCH", "/v1/administrations/FR", body, headers)).status).toBe(
      403,
    );
    expect(
      (await of.refused("KE contact-point", "PATCH", "/v1/administrations/FR", body, headers)).status,
    ).toBe(404);
    expect((await of.call("FR contact-point", "PATCH", "/v1/administrations/FR", body, headers)).status).toBe(
      200,
    );
  });

  test("is all that is changed", async () => {
    const body = { recognitionPhrase: "another harbour", state: "active", kind: "secretariat" };
    const headers = { "If-Match": '"1"' };
    const answer = await of.refused("FR contact-point", "PATCH", "/v1/administrations/FR", body, headers);
    expect(answer.errors.map(({ pointer }) => pointer)).toEqual(["/state", "/kind"]);
  });
});

test("provisioning is tried again where something is left to be made", async () => {
  const path = "/v1/administrations/KE/retry-provisioning";
  expect((await of.refused("WCO operator", "POST", path)).status).toBe(409);
  await settle(of.store, "KE", { state: "provisioning-failed", failure: "The pool could not be made." });
  const again = await of.call("WCO operator", "POST", path);
  expect(again).toMatchObject({ status: 202, json: { failure: "The pool could not be made." } });
  expect(of.store.items().find(({ pk }) => pk.startsWith("OUT#"))).toMatchObject({
    work: { kind: "provision-administration", administration: "KE" },
  });
});

describe("groups", () => {
  test("are listed and shown to their members alone", async () => {
    const since = "2026-11-01T00:00:00.000Z";
    expect((await of.call("FR reader", "GET", "/v1/groups")).json).toEqual({ items: [{ id: "ipr", since }] });
    const shown = await of.call("FR reader", "GET", "/v1/groups/ipr");
    expect(shown.json.members.map(({ code }: { code: string }) => code)).toEqual(["DE", "FR", "KE", "WCO"]);
    expect(shown.json.members).toContainEqual({ code: "FR", name: "France", since });
  });

  test("are unknown to who left them, and to who never was in", async () => {
    const item = { pk: "GRP#ipr", sk: "MEM#KE" };
    const stored = await of.store.get(item);
    const intervals = [{ from: "2026-11-01T00:00:00.000Z", until: "2026-11-02T00:00:00.000Z" }];
    await of.store.writeMany([{ put: { ...stored, ...item, intervals } }]);
    const left = await of.refused("KE reader", "GET", "/v1/groups/ipr");
    expect(left.status).toBe(404);
    expect(await of.refused("KE reader", "GET", "/v1/groups/operation-stop")).toEqual(left);
    const shown = await of.call("FR reader", "GET", "/v1/groups/ipr");
    expect(shown.json.members.map(({ code }: { code: string }) => code)).toEqual(["DE", "FR", "WCO"]);
  });
});
