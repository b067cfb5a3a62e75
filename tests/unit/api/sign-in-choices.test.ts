import { beforeEach, describe, expect, test } from "vitest";
import { getUser } from "../../../shared/adapters/records/users.ts";
import { type Exchange, exchange } from "./exchange.ts";
import { connect } from "./systems.ts";

let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

const me = (who = "FR officer") => of.call(who, "GET", "/v1/me");
const choose = async (body: object, who = "FR officer") =>
  of.call(who, "PATCH", "/v1/me", body, { "If-Match": (await me(who)).etag });

describe("one's own language and time zone", () => {
  test("are chosen, kept and told, each by itself", async () => {
    expect((await me()).json).not.toHaveProperty("language");
    const chosen = await choose({ language: "fr" });
    expect(chosen).toMatchObject({ status: 200, json: { language: "fr" } });
    expect(chosen.json).not.toHaveProperty("timeZone");
    await choose({ timeZone: "Africa/Nairobi" });
    const told = await me();
    expect(told.json).toMatchObject({ language: "fr", timeZone: "Africa/Nairobi", user: { revision: 3 } });
    expect(told.etag).not.toBe(chosen.etag);
  });

  test("are left open again with null", async () => {
    await choose({ language: "fr", timeZone: "Europe/Paris" });
    const { json } = await choose({ language: null });
    expect(json).not.toHaveProperty("language");
    expect(json.timeZone).toBe("Europe/Paris");
  });

  test("leave everything else of the person as it was", async () => {
    const id = String(of.people.get("FR officer"));
    const before = await getUser(of.store, "FR", id);
    await choose({ language: "fr" });
    const { language, revision, changedAt, ...after } = (await getUser(of.store, "FR", id)) ?? {};
    expect({ language, revision }).toEqual({ language: "fr", revision: 2 });
    expect(changedAt).not.toBe(before?.changedAt);
    expect(before).toMatchObject(after);
  });

  test("are the person's own: nobody's roles, name or state change by them", async () => {
    const { etag } = await me();
    for (const body of [{ roles: ["contact-point"] }, { state: "active" }, { name: "Else" }, { id: "x" }]) {
      const { status, errors } = await of.refused("FR officer", "PATCH", "/v1/me", body, {
        "If-Match": etag,
      });
      expect(status).toBe(422);
      expect(errors[0]?.pointer).toBe(`/${Object.keys(body)[0]}`);
    }
  });

  test.each([
    [{ language: "French" }, "/language", /BCP 47/],
    [{ timeZone: "Mars/Olympus" }, "/timeZone", /such as/],
  ])("refuse %j with what would be right", async (body, pointer, right) => {
    const { etag } = await me();
    const { status, errors } = await of.refused("FR officer", "PATCH", "/v1/me", body, { "If-Match": etag });
    expect(status).toBe(422);
    expect(errors[0]?.pointer).toBe(pointer);
    expect(errors[0]?.detail).toMatch(right);
  });

  test("need the version that was read, and lose to a change made meanwhile", async () => {
    const { etag } = await me();
    expect((await of.refused("FR officer", "PATCH", "/v1/me", { language: "fr" })).status).toBe(428);
    await choose({ language: "fr" });
    const late = await of.refused("FR officer", "PATCH", "/v1/me", { language: "en" }, { "If-Match": etag });
    expect(late.status).toBe(412);
  });

  test("are no system's", async () => {
    of.systems.set("FR system", await connect(of.store, "FR", ["alerts/read"]));
    const { etag } = await me("FR system");
    const refusal = await of.refused("FR system", "PATCH", "/v1/me", {}, { "If-Match": etag });
    expect(refusal.status).toBe(403);
  });

  test("are an entry of the trail", async () => {
    await choose({ language: "fr" });
    const entries = of.store.items().filter((item) => item["action"] === "users.update-me");
    expect(entries).toMatchObject([
      { administration: "FR", actor: of.people.get("FR officer"), subject: of.people.get("FR officer") },
    ]);
  });
});

test("who one is, is not sent again while nothing of it changed, and is when one's groups did", async () => {
  const { etag } = await me();
  const again = () => of.call("FR officer", "GET", "/v1/me", undefined, { "If-None-Match": etag });
  expect((await again()).status).toBe(304);
  const [membership] = of.store.items().filter(({ pk, sk }) => pk === "ADM#FR" && sk === "GRP#ipr");
  if (membership === undefined) throw new Error("France is in no group");
  await of.store.writeMany([{ delete: membership }]);
  expect((await again()).status).toBe(200);
});
