import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  administrationItem,
  getAdministration,
} from "../../../../shared/adapters/records/administrations.ts";
import { getUser, userItem } from "../../../../shared/adapters/records/users.ts";
import type { User } from "../../../../shared/domain/user.ts";
import { type AttackedWorld, attackedWorld } from "./attacked-world.ts";

const who = "FR contact-point";
/** Lists that have a second page for somebody in France. */
const lists = [
  "/v1/alerts?group=ipr",
  "/v1/alerts?status=draft",
  "/v1/users?",
  "/v1/contact-points?",
  "/v1/audit/actors?",
];

let world: AttackedWorld;
/** Addresses of second pages, as they were given to the person. */
let pages: readonly string[];
beforeAll(async () => {
  world = await attackedWorld();
  const found: string[] = [];
  for (const list of lists) {
    const { json, status } = await world.call(who, "GET", `${list}&limit=1`.replace("?&", "?"));
    expect(status, list).toBe(200);
    if (json.nextCursor !== null) found.push(`${list}&limit=1&cursor=${json.nextCursor}`.replace("?&", "?"));
  }
  pages = found;
  expect(pages.length).toBeGreaterThan(2);
  await world.restore();
});
beforeEach(() => world.restore());

const changePerson = async (change: Partial<User>) => {
  const person = await getUser(world.store, "FR", String(world.people.get(who)));
  if (person === undefined) throw new Error("France has no contact point");
  await world.store.writeMany([{ put: userItem({ ...person, ...change }) }]);
};
const changeState = async (state: "suspended" | "left") => {
  const france = await getAdministration(world.store, "FR");
  if (france === undefined) throw new Error("There is no France");
  await world.store.writeMany([{ put: administrationItem({ ...france, state }) }]);
};

describe("a cursor that somebody kept", () => {
  test("leads on while they may read, so that it is the right that ends below", async () => {
    for (const page of pages) expect((await world.call(who, "GET", page)).status, page).toBe(200);
  });

  test("opens nothing after they were disabled, whatever token they renewed meanwhile", async () => {
    await changePerson({ state: "disabled" });
    for (const page of pages) expect((await world.refused(who, "GET", page)).status, page).toBe(401);
  });

  test("opens nothing after their administration was suspended or left", async () => {
    for (const state of ["suspended", "left"] as const) {
      await changeState(state);
      for (const page of pages) expect((await world.refused(who, "GET", page)).status, page).toBe(401);
    }
  });

  test("opens what their role of today opens, and nothing that the one before did", async () => {
    await changePerson({ roles: ["auditor"] });
    for (const page of pages)
      expect((await world.call(who, "GET", page)).status, page).toBe(
        page.startsWith("/v1/audit") ? 200 : 403,
      );
  });

  test("is nobody else's: not a colleague's, not another administration's", async () => {
    for (const page of pages)
      for (const other of ["KE contact-point", "WCO contact-point"])
        expect((await world.refused(other, "GET", page)).status, page).toBe(400);
  });
});

describe("a token of somebody who was disabled", () => {
  test("is refused at every route, also when the pool renewed it for another twelve hours", async () => {
    await changePerson({ state: "disabled" });
    // The test's tokens end in 2100: what decides is what is stored of the person now.
    for (const path of ["/v1/me", "/v1/alerts?group=ipr", "/v1/users", "/v1/audit", "/v1/audit/export"])
      expect((await world.refused(who, "GET", path)).status, path).toBe(401);
  });

  test("is refused, too, for the person's next account, of which it has another subject", async () => {
    await changePerson({ subject: "of-another-account" });
    expect((await world.refused(who, "GET", "/v1/me")).status).toBe(401);
  });
});

describe("a person of another administration", () => {
  test("is not pulled over by an invitation or a file: who is invited is somebody new, and they stay who they are", async () => {
    const [foreign, before] = await Promise.all([
      getUser(world.store, "KE", String(world.people.get("KE officer"))),
      world.call("KE officer", "GET", "/v1/me"),
    ]);
    if (foreign === undefined) throw new Error("Kenya has no officer");
    const { name, email } = foreign;
    const invited = await world.call(who, "POST", "/v1/users", { name, email, roles: ["reader"] });
    expect(invited.status).toBe(201);
    expect(invited.json.id).not.toBe(foreign.id);
    await world.restore();
    const csv = `name,email,roles\n${name},${email},reader`;
    expect((await world.call(who, "POST", "/v1/users/imports", { csv })).status).toBe(200);
    expect(await getUser(world.store, "KE", foreign.id)).toEqual(foreign);
    expect((await world.call("KE officer", "GET", "/v1/me")).json).toEqual(before.json);
  });

  test("is not reset, closed, confirmed or deleted by whoever knows their id", async () => {
    const id = world.people.get("KE officer");
    for (const [method, step, body] of [
      ["POST", "/reset-mfa", undefined],
      ["POST", "/confirm", undefined],
      ["POST", "/compromised", { since: "2026-11-01T00:00:00.000Z" }],
      ["PATCH", "", { state: "disabled" }],
      ["PATCH", "", { administration: "FR" }],
      ["DELETE", "", undefined],
    ] as const) {
      const answer = await world.refused(who, method, `/v1/users/${id}${step}`, body, { "If-Match": '"1"' });
      expect([404, 422], `${method} ${step}`).toContain(answer.status);
    }
  });
});
