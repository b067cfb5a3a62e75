import { beforeEach, describe, expect, test } from "vitest";
import { type Exchange, exchange } from "./exchange.ts";
import { admit, settle } from "./people.ts";

let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

const person = { name: "Officer", email: "Officer.New@FR.example", roles: ["officer"] };
const invite = async (change: object = {}) => {
  const made = await of.call("FR contact-point", "POST", "/v1/users", { ...person, ...change });
  return { ...made, path: `/v1/users/${made.json.id}` };
};
const outbox = () => of.store.items().flatMap(({ pk, work }) => (pk.startsWith("OUT#") ? [work] : []));

describe("inviting", () => {
  test("writes the person, invited, and the invitation to be mailed", async () => {
    const made = await invite();
    expect(made).toMatchObject({
      status: 201,
      json: { email: "officer.new@fr.example", roles: ["officer"], state: "invited" },
      headers: { location: made.path },
    });
    expect(outbox()).toEqual([{ kind: "invite-user", administration: "FR", user: made.json.id }]);
    expect((await of.call("FR contact-point", "GET", made.path)).json).toEqual(made.json);
  });

  test("the first request after signing in makes the person active", async () => {
    const made = await invite();
    const id = String(made.json.id);
    const item = { pk: "ADM#FR", sk: `USR#${id}` };
    await of.store.writeMany([{ put: { ...(await of.store.get(item)), ...item, subject: id } }]);
    of.people.set("FR new", id);
    expect((await of.call("FR new", "GET", "/v1/me")).json.user.state).toBe("active");
    expect((await of.call("FR contact-point", "GET", made.path)).json.state).toBe("active");
  });

  test.each<[string, object, string, RegExp]>([
    ["without a role", { roles: [] }, "/roles", /at least one role/],
    ["with a role twice", { roles: ["officer", "officer"] }, "/roles", /once/],
    ["with a role nobody has", { roles: ["minister"] }, "/roles/0", /Write one of: contact-point/],
    ["with the secretariat's role", { roles: ["operator"] }, "/roles", /secretariat alone/],
    ["without an e-mail address", { email: "officer" }, "/email", /an @/],
    ["with a state", { state: "active" }, "/state", /not known here/],
    ["at another administration", { administration: "KE" }, "/administration", /not known here/],
  ])("%s is refused at the field", async (_, change, pointer, reason) => {
    const body = { ...person, ...change };
    const answer = await of.refused("FR contact-point", "POST", "/v1/users", body);
    expect(answer.status).toBe(422);
    expect(answer.errors.find((error) => error.pointer === pointer)?.detail).toMatch(reason);
  });

  test("an address is one person of its administration, however it is written", async () => {
    await invite();
    const again = { ...person, email: "officer.new@fr.EXAMPLE" };
    const answer = await of.refused("FR contact-point", "POST", "/v1/users", again);
    expect(answer).toMatchObject({ status: 422, errors: [{ pointer: "/email" }] });
    expect((await of.call("KE contact-point", "POST", "/v1/users", again)).status).toBe(201);
  });

  test("fills nobody's mailbox: one address is invited five times an hour, also by deleting in between", async () => {
    for (let n = 0; n < 5; n++) {
      const { path, etag } = await invite();
      const gone = await of.call("FR contact-point", "DELETE", path, undefined, { "If-Match": etag });
      expect(gone.status).toBe(204);
    }
    const sixth = await of.refused("FR contact-point", "POST", "/v1/users", person);
    expect(sixth).toMatchObject({ status: 429, headers: { "retry-after": expect.any(String) } });
    expect((await invite({ email: "another@fr.example" })).status).toBe(201);
  });

  test.each(["releaser", "officer", "duty", "reader", "auditor"])("is not for a %s", async (role) => {
    expect((await of.refused(`FR ${role}`, "POST", "/v1/users", person)).status).toBe(403);
  });
});

describe("changing a person", () => {
  test("gives other roles, which hold at the next request", async () => {
    const { path, etag, json } = await invite({ roles: ["reader"] });
    const id = String(json.id);
    of.people.set("FR new", id);
    const changed = await of.call(
      "FR contact-point",
      "PATCH",
      path,
      { roles: ["releaser"] },
      { "If-Match": etag },
    );
    expect(changed).toMatchObject({ status: 200, json: { roles: ["releaser"] } });
    expect(changed.etag).not.toBe(etag);
    const stale = await of.refused(
      "FR contact-point",
      "PATCH",
      path,
      { roles: ["officer"] },
      { "If-Match": etag },
    );
    expect(stale.status).toBe(412);
    expect((await of.refused("FR contact-point", "PATCH", path, { roles: ["officer"] })).status).toBe(428);
  });

  test("disabled, they are refused at their next request, and let in again when enabled", async () => {
    const path = `/v1/users/${of.people.get("FR officer")}`;
    const { etag } = await of.call("FR contact-point", "GET", path);
    expect((await of.call("FR officer", "GET", "/v1/alerts")).status).toBe(200);
    const off = await of.call("FR contact-point", "PATCH", path, { state: "disabled" }, { "If-Match": etag });
    expect((await of.refused("FR officer", "GET", "/v1/alerts")).status).toBe(401);
    await of.call("FR contact-point", "PATCH", path, { state: "active" }, { "If-Match": off.etag });
    expect((await of.call("FR officer", "GET", "/v1/alerts")).status).toBe(200);
    expect(outbox()).toHaveLength(2);
  });

  test("nobody changes their own roles or state, though their own name", async () => {
    const path = `/v1/users/${of.people.get("FR contact-point")}`;
    const { etag } = await of.call("FR contact-point", "GET", path);
    const headers = { "If-Match": etag };
    for (const change of [{ roles: ["contact-point", "releaser"] }, { state: "disabled" }])
      expect((await of.refused("FR contact-point", "PATCH", path, change, headers)).status).toBe(403);
    expect((await of.call("FR contact-point", "PATCH", path, { name: "Primary" }, headers)).status).toBe(200);
  });

  test("an invited person does not become active by hand", async () => {
    const { path, etag } = await invite();
    const answer = await of.refused(
      "FR contact-point",
      "PATCH",
      path,
      { state: "active" },
      { "If-Match": etag },
    );
    expect(answer.status).toBe(409);
  });

  test("the secretariat's role is not given to a member's person", async () => {
    const { path, etag } = await invite();
    const body = { roles: ["officer", "operator"] };
    const answer = await of.refused("FR contact-point", "PATCH", path, body, { "If-Match": etag });
    expect(answer).toMatchObject({ status: 422, errors: [{ pointer: "/roles" }] });
  });

  test("another administration's person is unknown", async () => {
    const path = `/v1/users/${of.people.get("KE officer")}`;
    for (const [method, body] of [["GET"], ["PATCH", { name: "Mine" }]] as const)
      expect((await of.refused("FR contact-point", method, path, body, { "If-Match": '"1"' })).status).toBe(
        404,
      );
  });
});

test("a list shows the own people alone, page by page", async () => {
  const seen: string[] = [];
  let cursor = "";
  do {
    const page = await of.call(
      "FR contact-point",
      "GET",
      `/v1/users?limit=4${cursor && `&cursor=${cursor}`}`,
    );
    seen.push(...page.json.items.map(({ id }: { id: string }) => id));
    cursor = page.json.nextCursor ?? "";
  } while (cursor !== "");
  const own = [...of.people].filter(([who]) => who.startsWith("FR ")).map(([, id]) => id);
  expect(seen).toEqual(own.sort());
});

describe("who am I", () => {
  test("tells the roles, the administration, its groups and what these open", async () => {
    expect((await of.call("FR duty", "GET", "/v1/me")).json).toMatchObject({
      user: { roles: ["duty"], state: "active" },
      administration: { code: "FR", kind: "member" },
      groups: ["ipr"],
      may: ["contact-points.read", "groups.read", "alerts.read", "alerts.acknowledge"],
    });
  });

  test("an auditor reads the audit trail and nothing else", async () => {
    expect((await of.call("FR auditor", "GET", "/v1/me")).json.may).toEqual(["audit.read"]);
    expect((await of.refused("FR auditor", "GET", "/v1/alerts")).status).toBe(403);
  });
});

describe("who calls", () => {
  test("the secretariat's role counts for nothing in another administration, however it came to be stored", async () => {
    of.people.set("FR intruder", await admit(of.store, "FR", ["officer", "operator"]));
    const me = await of.call("FR intruder", "GET", "/v1/me");
    expect(me.json.user.roles).toEqual(["officer"]);
    expect(me.json.may).not.toContain("administrations.manage");
    expect((await of.refused("FR intruder", "GET", "/v1/administrations")).status).toBe(403);
    expect((await of.refused("FR intruder", "GET", "/v1/administrations/KE")).status).toBe(404);
    expect((await of.refused("FR intruder", "GET", "/v1/registrations")).status).toBe(403);
    expect((await of.call("WCO operator", "GET", "/v1/administrations")).status).toBe(200);
  });

  test.each(["approved", "provisioning", "provisioning-failed", "suspended", "left"] as const)(
    "nobody of an administration that is %s",
    async (state) => {
      expect((await of.call("KE officer", "GET", "/v1/me")).status).toBe(200);
      await settle(of.store, "KE", { state });
      expect((await of.refused("KE officer", "GET", "/v1/me")).status).toBe(401);
    },
  );

  test("nobody whose token names another person of the pool, or no person", async () => {
    of.people.set("FR stranger", await admit(of.store, "FR", ["officer"], { subject: "another" }));
    const refusals = [
      await of.refused("FR stranger", "GET", "/v1/me"),
      await of.refused("FR ghost", "GET", "/v1/me"),
      await of.refused("XX officer", "GET", "/v1/me"),
      await of.refused("nobody", "GET", "/v1/me"),
    ];
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(refusals[0]?.status).toBe(401);
  });

  test("a person of one administration is nobody in another", async () => {
    of.people.set("KE guest", String(of.people.get("FR officer")));
    expect((await of.refused("KE guest", "GET", "/v1/me")).status).toBe(401);
  });
});
