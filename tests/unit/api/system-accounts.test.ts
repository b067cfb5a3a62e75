import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { loadCaller } from "../../../functions/runtime/caller.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { content, type Exchange, exchange, release } from "./exchange.ts";
import { settle } from "./people.ts";
import { connect } from "./systems.ts";

let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});
afterEach(() => {
  vi.useRealTimers();
});

const DAY = 86_400_000;
const asked = {
  name: "Risk analysis",
  purpose: "Reads alerts\nevery quarter of an hour.",
  scopes: ["alerts/read"],
};

const create = async (change: object = {}, headers: Record<string, string> = {}) => {
  const made = await of.call(
    "FR contact-point",
    "POST",
    "/v1/system-accounts",
    { ...asked, ...change },
    headers,
  );
  return { ...made, path: `/v1/system-accounts/${made.json.id}` };
};
const connectMade = (
  who: string,
  { json }: { readonly json: { id: string; credentials: { clientId: string } } },
) => of.systems.set(who, { account: json.id, client: json.credentials.clientId });
const rotate = async (path: string, body: object = {}) => {
  const { etag } = await of.call("FR contact-point", "GET", path);
  return of.call("FR contact-point", "POST", `${path}/rotate`, body, { "If-Match": etag });
};
const list = (who: string) => of.call(who, "GET", "/v1/alerts?group=ipr");
const inDays = (days: number) => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + days * DAY });
};

describe("making an account", () => {
  test("shows its secret in this answer and nowhere else", async () => {
    const made = await create();
    const { credentials, ...shown } = made.json;
    expect(made).toMatchObject({ status: 201, headers: { location: made.path } });
    expect(shown).toMatchObject({
      ...asked,
      tokenEndpoint: expect.stringMatching(/^https:\/\/.+\/oauth2\/token$/),
      clients: [{ id: credentials.clientId }],
      createdBy: of.people.get("FR contact-point"),
    });
    expect(credentials.clientSecret).toMatch(/./);
    expect((await of.call("FR contact-point", "GET", made.path)).json).toEqual(shown);
    expect((await of.call("FR contact-point", "GET", "/v1/system-accounts")).json.items).toEqual([shown]);
    expect(JSON.stringify(of.store.items())).not.toContain(credentials.clientSecret);
  });

  test("sent twice with one Idempotency-Key makes one account, one client, and does not show the secret again", async () => {
    const headers = { "Idempotency-Key": "once" };
    const first = await create({}, headers);
    const again = await create({}, headers);
    const { credentials: _, ...shown } = first.json;
    expect(again).toMatchObject({ status: 201, json: shown });
    expect(again.json).not.toHaveProperty("credentials");
    expect([...of.systemClients.clients.keys()]).toEqual([first.json.credentials.clientId]);
  });

  test("sent twice at once with one Idempotency-Key leaves one client in the pool", async () => {
    const headers = { "Idempotency-Key": "once" };
    const both = await Promise.all([create({}, headers), create({}, headers)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0].json.id).toBe(both[1].json.id);
    expect(both.filter(({ json }) => json.credentials !== undefined)).toHaveLength(1);
    expect(of.systemClients.clients.size).toBe(1);
  });

  test.each<[string, object, string, RegExp]>([
    ["without a scope", { scopes: [] }, "/scopes", /at least one scope/],
    ["with a scope twice", { scopes: ["alerts/read", "alerts/read"] }, "/scopes", /once/],
    ["with a scope nobody has", { scopes: ["alerts/delete"] }, "/scopes/0", /Write one of: alerts\/read/],
    ["with a scope that opens nothing yet", { scopes: ["interchange/read"] }, "/scopes/0", /Write one of/],
    ["without a name", { name: " " }, "/name", /required/],
    ["without saying what for", { purpose: undefined }, "/purpose", /required/],
    ["with a secret of one's own", { clientSecret: "mine" }, "/clientSecret", /not known here/],
    ["at another administration", { administration: "KE" }, "/administration", /not known here/],
  ])("%s is refused at the field", async (_, change, pointer, reason) => {
    const body = { ...asked, ...change };
    const answer = await of.refused("FR contact-point", "POST", "/v1/system-accounts", body);
    expect(answer.status).toBe(422);
    expect(answer.errors.find((error) => error.pointer === pointer)?.detail).toMatch(reason);
    expect(of.systemClients.clients.size).toBe(0);
  });

  test("stops at twenty, and goes on when one is deleted", async () => {
    let last = await create();
    for (let n = 1; n < 20; n++) last = await create();
    const over = await of.refused("FR contact-point", "POST", "/v1/system-accounts", asked);
    expect(over).toMatchObject({ status: 409, json: { detail: expect.stringContaining("at most 20") } });
    expect(of.systemClients.clients.size).toBe(20);
    expect((await of.call("KE contact-point", "POST", "/v1/system-accounts", asked)).status).toBe(201);
    await of.call("FR contact-point", "DELETE", last.path, undefined, { "If-Match": last.etag });
    expect((await create()).status).toBe(201);
  });

  test("and rotating stops at thirty secrets an hour, before anything is made in the pool", async () => {
    const { path } = await create();
    for (let n = 1; n < 30; n++) await rotate(path, { overlapDays: 0 });
    const { etag } = await of.call("FR contact-point", "GET", path);
    const headers = { "If-Match": etag };
    const over = await of.refused("FR contact-point", "POST", `${path}/rotate`, {}, headers);
    expect(over.status).toBe(429);
    expect(of.systemClients.clients.size).toBe(30);
    expect((await of.refused("FR contact-point", "POST", "/v1/system-accounts", asked)).status).toBe(429);
  });

  test.each<[string, (store: RecordStore) => RecordStore, number]>([
    [
      "a store that fails",
      (store) => ({ ...store, transact: async () => Promise.reject(new Error("It was throttled")) }),
      500,
    ],
    [
      "a contact point who loses the office at that moment",
      (store) => ({
        ...store,
        transact: async (writes) => {
          const office = writes.find((write) => "check" in write);
          if (office !== undefined && "check" in office) {
            const user = await store.get(office.check);
            await store.writeMany([{ put: { ...office.check, ...user, state: "disabled" } }]);
          }
          return store.transact(writes);
        },
      }),
      409,
    ],
  ])("by %s leaves no client that somebody could have the secret of", async (_, reach, status) => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    of = await exchange(reach);
    const failed = await of.call("FR contact-point", "POST", "/v1/system-accounts", asked);
    expect(failed.status).toBe(status);
    expect(failed.json).not.toHaveProperty("credentials");
    expect(of.systemClients.clients.size).toBe(0);
  });
});

describe("a system that calls", () => {
  test("is told who it is and what it may do", async () => {
    connectMade("FR risk", await create());
    const { json, status } = await of.call("FR risk", "GET", "/v1/me");
    expect(status).toBe(200);
    expect(json).toEqual({
      systemAccount: {
        id: of.systems.get("FR risk")?.account,
        name: asked.name,
        scopes: ["alerts/read"],
      },
      administration: { code: "FR", name: "FR", kind: "member" },
      groups: ["ipr"],
      may: ["alerts.read"],
    });
  });

  test("reads what its administration reads, by the same rules, and drafts only where it may", async () => {
    const { path, released } = await release(of);
    connectMade("FR risk", await create());
    of.systems.set("KE risk", await connect(of.store, "KE", ["alerts/read"]));
    of.systems.set("DE risk", await connect(of.store, "DE", ["alerts/read"]));
    for (const who of ["FR risk", "KE risk"])
      expect((await of.call(who, "GET", path)).json.reference).toBe(released.json.reference);
    expect((await list("FR risk")).json.items).toHaveLength(1);
    expect((await of.refused("DE risk", "GET", path)).status).toBe(404);
    expect((await list("DE risk")).json.items).toEqual([]);
    const refused = await of.refused("FR risk", "POST", "/v1/alerts", content);
    expect(refused).toMatchObject({ status: 403, json: { detail: "This needs the scope alerts/write." } });
  });

  test("drafts under its own name, once per Idempotency-Key, for a person to release", async () => {
    connectMade("FR desk", await create({ scopes: ["alerts/read", "alerts/write"] }));
    const headers = { "Idempotency-Key": "seizure-1" };
    const made = await of.call("FR desk", "POST", "/v1/alerts", content, headers);
    const again = await of.call("FR desk", "POST", "/v1/alerts", content, headers);
    expect(made.status).toBe(201);
    expect(again.json.id).toBe(made.json.id);
    // The key is the caller's: the same one of a person is another.
    const person = await of.call("FR officer", "POST", "/v1/alerts", content, headers);
    expect(person.json.id).not.toBe(made.json.id);
    const path = `/v1/alerts/${made.json.id}`;
    const account = of.systems.get("FR desk")?.account;
    const entries = of.store.items().filter(({ pk, subject }) => pk === "AUD#FR" && subject === made.json.id);
    expect(entries.map(({ actor, action }) => [actor, action])).toContainEqual([account, "alerts.create"]);
    const ifMatch = { "If-Match": made.etag };
    const refused = await of.refused("FR desk", "POST", `${path}/release`, undefined, ifMatch);
    expect(refused).toMatchObject({
      status: 403,
      json: { detail: "This is for people alone; no system account may do it." },
    });
    expect((await of.call("FR releaser", "POST", `${path}/release`, undefined, ifMatch)).status).toBe(200);
  });

  test("has the scopes of its account, less what its token was not got for", async () => {
    const { account, client } = await connect(of.store, "FR", ["alerts/read", "alerts/write"]);
    const scopesWith = async (scope: string) => {
      const identity = { administration: "FR", systemAccount: account, client, scope, expires: "4102444800" };
      return (await loadCaller(of.store, identity, new Date())).scopes;
    };
    expect(await scopesWith("alerts/write alerts/read")).toEqual(["alerts/read", "alerts/write"]);
    expect(await scopesWith("alerts/read")).toEqual(["alerts/read"]);
    expect(await scopesWith("interchange/read operator alerts/rea")).toEqual([]);
    expect(await scopesWith("")).toEqual([]);
  });

  test("shows by its secret when it called last, to the hour, and spoils nobody's change by it", async () => {
    const made = await create();
    connectMade("FR risk", made);
    const lastUse = async () =>
      (await of.call("FR contact-point", "GET", made.path)).json.clients[0].lastUsedAt;
    expect(await lastUse()).toBeUndefined();
    await list("FR risk");
    const first = await lastUse();
    expect(Date.now() - Date.parse(first)).toBeLessThan(60_000);
    inDays(0.02);
    await list("FR risk");
    expect(await lastUse()).toBe(first);
    inDays(0.1);
    await list("FR risk");
    expect(Date.parse(await lastUse())).toBeGreaterThan(Date.parse(first));
    const headers = { "If-Match": made.etag };
    expect((await of.call("FR contact-point", "DELETE", made.path, undefined, headers)).status).toBe(204);
  });

  test("is refused with its suspended administration, and let in again with it", async () => {
    connectMade("FR risk", await create());
    await settle(of.store, "FR", { state: "suspended" });
    expect((await of.refused("FR risk", "GET", "/v1/me")).status).toBe(401);
    await settle(of.store, "FR");
    expect((await of.call("FR risk", "GET", "/v1/me")).status).toBe(200);
  });
});

describe("rotating", () => {
  test("leaves the secret of before good for seven days, and not for a moment longer", async () => {
    const made = await create();
    connectMade("FR before", made);
    const next = await rotate(made.path);
    connectMade("FR after", next);
    expect(next.status).toBe(200);
    expect(next.json.clients.map(({ endsAt }: { endsAt?: string }) => endsAt !== undefined)).toEqual([
      true,
      false,
    ]);
    for (const who of ["FR before", "FR after"]) expect((await list(who)).status).toBe(200);
    inDays(6.99);
    expect((await list("FR before")).status).toBe(200);
    inDays(0.02);
    expect((await of.refused("FR before", "GET", "/v1/me")).status).toBe(401);
    expect((await list("FR after")).status).toBe(200);
  });

  test("with no overlap ends every earlier secret at once", async () => {
    const made = await create();
    connectMade("FR first", made);
    connectMade("FR second", await rotate(made.path, { overlapDays: 30 }));
    connectMade("FR third", await rotate(made.path, { overlapDays: 0 }));
    for (const who of ["FR first", "FR second"])
      expect((await of.refused(who, "GET", "/v1/me")).status).toBe(401);
    expect((await list("FR third")).status).toBe(200);
  });

  test("does not lengthen what was to end earlier", async () => {
    const { path } = await create();
    const first = (await rotate(path, { overlapDays: 1 })).json.clients[0].endsAt;
    const again = await rotate(path, { overlapDays: 30 });
    expect(again.json.clients[0].endsAt).toBe(first);
    expect(Date.parse(again.json.clients[1].endsAt)).toBeGreaterThan(Date.parse(first));
  });

  test("shows the secret once, however often it is asked for with one Idempotency-Key", async () => {
    const { path, etag } = await create();
    const headers = { "If-Match": etag, "Idempotency-Key": "rotation" };
    const send = () => of.call("FR contact-point", "POST", `${path}/rotate`, {}, headers);
    expect((await send()).json.credentials.clientSecret).toMatch(/./);
    const again = await send();
    expect(again.status).toBe(200);
    expect(again.json).not.toHaveProperty("credentials");
    expect(again.json.clients).toHaveLength(2);
    expect(of.systemClients.clients.size).toBe(2);
  });

  test("stops at five secrets that are good, unless it ends them", async () => {
    const { path } = await create();
    for (let n = 1; n < 5; n++) await rotate(path);
    const { etag } = await of.call("FR contact-point", "GET", path);
    const headers = { "If-Match": etag };
    const full = await of.refused("FR contact-point", "POST", `${path}/rotate`, {}, headers);
    expect(full).toMatchObject({ status: 409, json: { detail: expect.stringContaining("overlapDays 0") } });
    expect(of.systemClients.clients.size).toBe(5);
    expect((await rotate(path, { overlapDays: 0 })).status).toBe(200);
  });

  test.each([-1, 31, 1.5, "7"])("is not possible with an overlap of %s days", async (overlapDays) => {
    const { path, etag } = await create();
    const headers = { "If-Match": etag };
    const answer = await of.refused("FR contact-point", "POST", `${path}/rotate`, { overlapDays }, headers);
    expect(answer).toMatchObject({ status: 422, errors: [{ pointer: "/overlapDays" }] });
  });

  test("is made against the version that was read", async () => {
    const { path, etag } = await create();
    await rotate(path);
    const stale = { "If-Match": etag };
    expect((await of.refused("FR contact-point", "POST", `${path}/rotate`, {}, stale)).status).toBe(412);
    expect((await of.refused("FR contact-point", "POST", `${path}/rotate`, {})).status).toBe(428);
    expect(of.systemClients.clients.size).toBe(2);
  });
});

describe("deleting", () => {
  test("refuses the system from its next request on, and leaves a name and nothing in the pool", async () => {
    const made = await create();
    connectMade("FR risk", made);
    expect((await list("FR risk")).status).toBe(200);
    const headers = { "If-Match": made.etag };
    expect((await of.call("FR contact-point", "DELETE", made.path, undefined, headers)).status).toBe(204);
    expect((await of.refused("FR risk", "GET", "/v1/me")).status).toBe(401);
    expect(of.systemClients.clients.size).toBe(0);
    expect((await of.call("FR contact-point", "GET", "/v1/system-accounts")).json.items).toEqual([]);
    const { json, etag } = await of.call("FR contact-point", "GET", made.path);
    expect(json).toMatchObject({ name: asked.name, deletedAt: expect.any(String) });
    for (const [method, path] of [
      ["DELETE", made.path],
      ["POST", `${made.path}/rotate`],
    ] as const) {
      const body = method === "POST" ? {} : undefined;
      const again = await of.refused("FR contact-point", method, path, body, { "If-Match": etag });
      expect(again.status).toBe(409);
    }
  });

  test("holds even where the pool cannot be reached", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const made = await create();
    connectMade("FR risk", made);
    of.systemClients.fail(new Error("It was throttled"));
    const headers = { "If-Match": made.etag };
    expect((await of.call("FR contact-point", "DELETE", made.path, undefined, headers)).status).toBe(204);
    expect((await of.refused("FR risk", "GET", "/v1/me")).status).toBe(401);
  });
});
