import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { disseminate } from "../../../functions/streams/dispatch/disseminate.ts";
import { administrationItem, getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { getGroup, groupItem, groupKey, membershipItems } from "../../../shared/adapters/records/groups.ts";
import { AuditEntry } from "../../../shared/domain/audit.ts";
import { iprGroup } from "../../../shared/domain/group.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { content, type Exchange, exchange } from "./exchange.ts";
import { admitAll, settle } from "./people.ts";

const START = Date.parse("2026-11-20T08:00:00.000Z");
let now = START;
/** Everything happens at an instant of its own. */
const tick = (seconds = 1): string => {
  now += seconds * 1000;
  vi.setSystemTime(now);
  return new Date(now).toISOString();
};

beforeEach(() => {
  now = START;
  vi.useFakeTimers({ toFake: ["Date"], now });
});
afterEach(() => {
  vi.useRealTimers();
});

const operation = {
  kind: "operation",
  id: "exercise",
  name: "Operation (exercise)",
  from: "2026-11-21T00:00:00.000Z",
  until: "2026-12-01T00:00:00.000Z",
  history: "from-admission",
} as const;

const make = async (reach?: (store: RecordStore) => RecordStore) => {
  const of = await exchange(reach);
  for (const [code, kind] of [
    ["RILO-WE", "regional-office"],
    ["RILO-AP", "regional-office"],
    ["X-PARTNER", "partner"],
    ["SE", "member"],
  ] as const) {
    await settle(of.store, code, { kind });
    for (const [who, id] of await admitAll(of.store, code)) of.people.set(who, id);
  }
  tick();
  return of;
};

/** France's operation with Kenya in it. */
const withKenya = async (reach?: (store: RecordStore) => RecordStore) => {
  const of = await make(reach);
  const made = await of.call("WCO operator", "POST", "/v1/groups", { ...operation, owner: "FR" });
  expect(made.status).toBe(201);
  tick();
  expect((await of.call("FR releaser", "PUT", "/v1/groups/exercise/members/KE")).status).toBe(200);
  tick();
  return of;
};

const codes = (members: readonly { code: string }[]) => members.map(({ code }) => code).sort();
const etagOf = async ({ call }: Exchange, who: string, path: string) => (await call(who, "GET", path)).etag;
const change = async (of: Exchange, who: string, method: string, path: string, body?: unknown) =>
  of.call(who, method, path, body, { "If-Match": await etagOf(of, "WCO operator", path) });
const remove = async (of: Exchange, who: string, code: string) => {
  tick();
  return change(of, who, "DELETE", `/v1/groups/exercise/members/${code}`);
};
const readmit = (of: Exchange, who: string, code: string) =>
  change(of, who, "PUT", `/v1/groups/exercise/members/${code}`);
/** What is to be sealed into an administration's trail, the newest first. */
const trailOf = async ({ store }: Exchange, code: string): Promise<readonly AuditEntry[]> =>
  (await store.query({ pk: `AUD#${code}`, newestFirst: true })).items.map((item) => AuditEntry.parse(item));

/** An alert into the operation, released by somebody of an administration. */
const alertInto = async (
  { call }: Exchange,
  code: string,
  audience: object = { kind: "group" },
  group = "exercise",
) => {
  tick();
  const draft = await call(`${code} officer`, "POST", "/v1/alerts", { ...content, group, audience });
  if (draft.status !== 201) return { drafted: draft, released: undefined, id: "" };
  tick();
  const released = await call(`${code} releaser`, "POST", `/v1/alerts/${draft.json.id}/release`, undefined, {
    "If-Match": draft.etag,
  });
  return { drafted: draft, released, id: String(draft.json.id) };
};

describe("a group is created", () => {
  test("by the secretariat, for any owner, which is its first member and admits the others", async () => {
    const of = await withKenya();
    const { json } = await of.call("FR reader", "GET", "/v1/groups/exercise");
    expect(json).toMatchObject({
      ...operation,
      owner: "FR",
      state: "upcoming",
      review: "none",
      standing: "member",
    });
    expect(codes(json.members)).toEqual(["FR", "KE"]);
    expect(json).not.toHaveProperty("past");
    const { json: list } = await of.call("KE reader", "GET", "/v1/groups");
    expect(list.items.map(({ id }: { id: string }) => id)).toEqual(["exercise", "ipr"]);
  });

  test("by a regional office under its own code, and by nobody else", async () => {
    const { call, refused } = await make();
    const body = { ...operation, id: "rilo-we-exercise" };
    expect((await call("RILO-WE releaser", "POST", "/v1/groups", body)).json).toMatchObject({
      owner: "RILO-WE",
      standing: "member",
    });
    for (const who of ["FR contact-point", "FR releaser", "RILO-WE officer", "X-PARTNER contact-point"])
      expect((await refused(who, "POST", "/v1/groups", { ...body, id: "other" })).status).toBe(403);
    const forAnother = { ...body, id: "rilo-we-other", owner: "FR" };
    const { errors } = await refused("RILO-WE contact-point", "POST", "/v1/groups", forAnother);
    expect(errors).toEqual([
      {
        pointer: "/owner",
        detail: "A regional office owns the groups that it creates. Leave the owner out.",
      },
    ]);
  });

  test("under a short name that tells a regional office of no group which it does not know", async () => {
    const { call, refused } = await make();
    await call("WCO operator", "POST", "/v1/groups", { ...operation, id: "stop3", owner: "FR" });
    await call("RILO-AP releaser", "POST", "/v1/groups", { ...operation, id: "rilo-ap-stop3" });
    const asked = async (id: string) => {
      const { json, status } = await refused("RILO-WE releaser", "POST", "/v1/groups", { ...operation, id });
      return { json, status };
    };
    const never = await asked("stop4");
    expect(never.status).toBe(422);
    for (const taken of ["stop3", "ipr", "rilo-ap-stop3"]) expect(await asked(taken)).toEqual(never);
    // An office whose code begins with another's has no name in common with it.
    expect(await asked("rilo-we-x-stop3")).toEqual(never);
    const own = { ...operation, id: "rilo-we-stop3" };
    expect((await call("RILO-WE releaser", "POST", "/v1/groups", own)).status).toBe(201);
    expect((await refused("RILO-WE releaser", "POST", "/v1/groups", own)).errors).toEqual([
      { pointer: "/id", detail: "There is a group rilo-we-stop3 already. Choose another short name." },
    ]);
    const byOperator = await refused("WCO operator", "POST", "/v1/groups", { ...own, id: "rilo-ap-new" });
    expect(byOperator.errors[0]?.pointer).toBe("/id");
  });

  test("with dates that make sense, an owner that takes part, and a name that can be an address", async () => {
    const { refused, store } = await make();
    await settle(store, "BE", { state: "suspended", name: "Belgium" });
    const wrong: readonly [object, string][] = [
      [{ until: operation.from }, "/until"],
      [{ from: "2026-10-01T00:00:00.000Z", until: "2026-11-01T00:00:00.000Z" }, "/until"],
      [{ owner: "BE" }, "/owner"],
      [{ owner: "ZW" }, "/owner"],
      [{ owner: "X-PARTNER" }, "/owner"],
      [{ id: "new" }, "/id"],
      [{ id: "Exercise 1" }, "/id"],
      [{ kind: "standing" }, "/from"],
    ];
    for (const [part, pointer] of wrong) {
      const answer = await refused("WCO operator", "POST", "/v1/groups", { ...operation, ...part });
      expect(answer.status, pointer).toBe(422);
      expect(answer.errors.map((error) => error.pointer)).toContain(pointer);
    }
    const { errors } = await refused("WCO operator", "POST", "/v1/groups", { ...operation, owner: "BE" });
    expect(errors[0]?.detail).toBe("Belgium is suspended. Reinstate it first.");
  });
});

describe("an administration is admitted and removed", () => {
  test("each time by an entry in the trail of whoever did it, and in its own without anybody's name", async () => {
    const of = await withKenya();
    expect((await remove(of, "FR contact-point", "KE")).status).toBe(204);
    const subject = "exercise";
    expect((await trailOf(of, "FR")).filter((entry) => entry.subject === subject)).toMatchObject([
      { action: "groups.remove", actor: of.people.get("FR contact-point"), detail: { administration: "KE" } },
      { action: "groups.admit", actor: of.people.get("FR releaser"), detail: { administration: "KE" } },
      { action: "groups.admitted", actor: "system", detail: { by: "WCO" } },
    ]);
    const kenyas = (await trailOf(of, "KE")).filter((entry) => entry.subject === subject);
    expect(kenyas).toMatchObject([
      { action: "groups.removed", actor: "system", detail: { by: "FR" } },
      { action: "groups.admitted", actor: "system", detail: { by: "FR" } },
    ]);
    for (const who of ["FR contact-point", "FR releaser"])
      expect(JSON.stringify(kenyas)).not.toContain(of.people.get(who));
  });

  test("again by another interval, which needs the version of the membership that ended", async () => {
    const of = await withKenya();
    const path = "/v1/groups/exercise/members/KE";
    const first = (await of.call("FR releaser", "GET", path)).json;
    expect((await of.call("FR releaser", "PUT", path)).json).toEqual(first);
    const outdated = await etagOf(of, "FR releaser", path);
    await remove(of, "FR releaser", "KE");
    expect((await of.refused("FR releaser", "PUT", path)).status).toBe(428);
    expect((await of.refused("FR releaser", "PUT", path, undefined, { "If-Match": outdated })).status).toBe(
      412,
    );
    tick();
    const { json } = await readmit(of, "FR releaser", "KE");
    expect(json.intervals).toEqual([
      { from: first.since, until: expect.any(String) },
      { from: new Date(now).toISOString() },
    ]);
    expect(json).not.toHaveProperty("left");
  });

  test("with its past shown to whoever manages the group, and to itself", async () => {
    const of = await withKenya();
    await of.call("FR releaser", "PUT", "/v1/groups/exercise/members/DE");
    await remove(of, "FR releaser", "KE");
    const past = (await of.call("FR contact-point", "GET", "/v1/groups/exercise")).json.past;
    expect(codes(past)).toEqual(["DE", "FR", "KE"]);
    expect((await of.call("WCO operator", "GET", "/v1/groups/exercise")).json.past).toEqual(past);
    expect((await of.call("DE contact-point", "GET", "/v1/groups/exercise")).json).not.toHaveProperty("past");
    const own = (await of.call("KE reader", "GET", "/v1/groups/exercise/members/KE")).json;
    expect(own.intervals).toHaveLength(1);
    const unknown = await of.refused("DE reader", "GET", "/v1/groups/exercise/members/KE");
    expect(unknown.json).toEqual(
      (await of.refused("DE reader", "GET", "/v1/groups/exercise/members/ZW")).json,
    );
  });

  test("only while it takes part in the exchange; the others are named with what keeps them out", async () => {
    const of = await withKenya();
    const states = {
      BE: ["suspended", "BE is suspended. Reinstate it first."],
      NL: ["left", "NL has left the exchange."],
      LU: ["provisioning", "LU is not set up yet. Wait until its people can sign in."],
    } as const;
    for (const [code, [state, detail]] of Object.entries(states)) {
      await settle(of.store, code, { state });
      const { json, status } = await of.refused("FR releaser", "PUT", `/v1/groups/exercise/members/${code}`);
      expect({ status, detail: json.detail }).toEqual({ status: 409, detail });
    }
    const { json } = await of.refused("FR releaser", "PUT", "/v1/groups/exercise/members/ZW");
    expect(json.detail).toBe("ZW does not take part in the exchange yet.");
  });

  test("never from ipr, which holds everybody, nor while it owns the group", async () => {
    const of = await withKenya();
    for (const [method, who, path] of [
      ["PUT", "WCO operator", "/v1/groups/ipr/members/ZW"],
      ["DELETE", "WCO operator", "/v1/groups/ipr/members/FR"],
      ["DELETE", "FR contact-point", "/v1/groups/ipr/members/FR"],
      ["DELETE", "WCO operator", "/v1/groups/exercise/members/FR"],
      ["DELETE", "FR contact-point", "/v1/groups/exercise/members/FR"],
    ] as const)
      expect((await of.refused(who, method, path, undefined, { "If-Match": '"1"' })).status, path).toBe(409);
  });

  test("by its own contact point, who takes it out", async () => {
    const of = await withKenya();
    for (const who of ["KE releaser", "KE officer"])
      expect(
        (await of.refused(who, "DELETE", "/v1/groups/exercise/members/KE", undefined, { "If-Match": '"1"' }))
          .status,
      ).toBe(403);
    expect((await remove(of, "KE contact-point", "KE")).status).toBe(204);
    expect((await trailOf(of, "KE"))[0]).toMatchObject({
      action: "groups.leave",
      actor: of.people.get("KE contact-point"),
    });
    const again = await of.refused(
      "KE contact-point",
      "DELETE",
      "/v1/groups/exercise/members/KE",
      undefined,
      {
        "If-Match": '"2"',
      },
    );
    expect(again.json.detail).toBe("KE is not in the group now.");
  });
});

describe("to whom a group is told", () => {
  test("a former member finds when it came and left, and nothing of what the group is today", async () => {
    const of = await withKenya();
    await remove(of, "FR releaser", "KE");
    tick();
    await of.call("FR releaser", "PUT", "/v1/groups/exercise/members/DE");
    await change(of, "FR releaser", "PATCH", "/v1/groups/exercise", {
      name: "Renamed",
      description: "Secret.",
    });
    const { json } = await of.call("KE contact-point", "GET", "/v1/groups/exercise");
    expect(json).toEqual({
      id: "exercise",
      kind: "operation",
      standing: "former",
      since: expect.any(String),
      left: expect.any(String),
      members: [],
    });
    const { json: list } = await of.call("KE contact-point", "GET", "/v1/groups");
    expect(list.items[0]).toEqual({ ...json, members: undefined });
    expect((await of.refused("KE releaser", "GET", "/v1/groups/exercise/members/DE")).status).toBe(404);
  });

  test("an outsider finds in every answer what it finds for a group that never was", async () => {
    const of = await withKenya();
    const answers = async (group: string) => {
      const asked = async (who: string, method: string, path: string, body?: unknown) => {
        const { json, status, headers } = await of.refused(who, method, path, body, { "If-Match": '"1"' });
        return { json, status, headers };
      };
      return [
        await asked("SE contact-point", "GET", `/v1/groups/${group}`),
        await asked("SE contact-point", "GET", `/v1/groups/${group}/members/SE`),
        await asked("SE contact-point", "GET", `/v1/groups/${group}/members/FR`),
        await asked("SE contact-point", "PATCH", `/v1/groups/${group}`, { name: "Mine" }),
        await asked("SE releaser", "PUT", `/v1/groups/${group}/members/SE`),
        await asked("SE contact-point", "DELETE", `/v1/groups/${group}/members/SE`),
        await asked("SE contact-point", "DELETE", `/v1/groups/${group}/members/FR`),
        await asked("SE officer", "GET", `/v1/alerts?group=${group}`),
        await asked("SE officer", "POST", "/v1/alerts", { ...content, group }),
        await asked("SE contact-point", "POST", "/v1/subscriptions", {
          destination: { channel: "sms", address: "+33140246510" },
          language: "en",
          criteria: { group },
        }),
      ];
    };
    expect(await answers("exercise")).toEqual(await answers("never"));
    const { json } = await of.call("SE contact-point", "GET", "/v1/groups");
    expect(JSON.stringify(json)).not.toContain("exercise");
  });

  test("the secretariat's operators list all groups, page by page, and its other people those they are in", async () => {
    const of = await withKenya();
    for (let n = 0; n < 5; n++)
      await of.call("RILO-WE releaser", "POST", "/v1/groups", { ...operation, id: `rilo-we-g${n}` });
    const ids: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const search: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const { json } = await of.call("WCO operator", "GET", `/v1/groups?limit=2${search}`);
      ids.push(...json.items.map(({ id }: { id: string }) => id));
      cursor = json.nextCursor;
    }
    expect(ids).toEqual(["exercise", "ipr", ...[0, 1, 2, 3, 4].map((n) => `rilo-we-g${n}`)]);
    const { json } = await of.call("WCO contact-point", "GET", "/v1/groups");
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(["ipr"]);
  });

  test("an answer is another one as soon as its members are others", async () => {
    const of = await withKenya();
    const { etag } = await of.call("KE reader", "GET", "/v1/groups/exercise");
    const ask = () =>
      of.call("KE reader", "GET", "/v1/groups/exercise", undefined, { "If-None-Match": etag });
    expect((await ask()).status).toBe(304);
    await of.call("FR releaser", "PUT", "/v1/groups/exercise/members/DE");
    expect((await ask()).status).toBe(200);
  });
});

describe("a group is changed", () => {
  test("by its owner against the version it was read in; its end lies ahead", async () => {
    const of = await withKenya();
    const path = "/v1/groups/exercise";
    const patch = {
      name: "Operation (another)",
      description: "What for.",
      until: "2026-12-05T00:00:00.000Z",
    };
    const { status, json } = await change(of, "FR contact-point", "PATCH", path, patch);
    expect(status).toBe(200);
    expect(json).toMatchObject(patch);
    expect((await of.call("KE reader", "GET", path)).json).toMatchObject(patch);
    const cleared = await change(of, "FR contact-point", "PATCH", path, { description: null });
    expect(cleared.json).not.toHaveProperty("description");
    const stale = { "If-Match": '"1.whatever"' };
    expect((await of.refused("FR releaser", "PATCH", path, { name: "Late" }, stale)).status).toBe(412);
    const etag = { "If-Match": await etagOf(of, "FR releaser", path) };
    for (const [body, pointer] of [
      [{ until: new Date(now).toISOString() }, "/until"],
      [{ from: "2027-01-01T00:00:00.000Z" }, "/until"],
      [{ until: "2026-12-06T00:00:00.000Z", ended: true }, "/until"],
      [{ owner: "ZW" }, undefined],
    ] as const) {
      const answer = await of.refused("FR releaser", "PATCH", path, body, etag);
      expect(answer.status).toBe(pointer === undefined ? 403 : 422);
      expect(answer.errors[0]?.pointer).toBe(pointer);
    }
    for (const who of ["KE contact-point", "KE releaser"])
      expect((await of.refused(who, "PATCH", path, { name: "Mine" }, etag)).status).toBe(403);
  });

  test("is handed to another member by the secretariat, after which the one before may leave", async () => {
    const of = await withKenya();
    const path = "/v1/groups/exercise";
    const etag = { "If-Match": await etagOf(of, "WCO operator", path) };
    const toOutsider = await of.refused("WCO operator", "PATCH", path, { owner: "DE" }, etag);
    expect(toOutsider.errors[0]?.detail).toBe("DE is not in the group. Admit it first.");
    expect((await change(of, "WCO operator", "PATCH", path, { owner: "KE" })).status).toBe(200);
    expect((await of.refused("FR releaser", "PUT", `${path}/members/DE`)).status).toBe(403);
    expect((await of.call("KE releaser", "PUT", `${path}/members/DE`)).status).toBe(200);
    expect((await remove(of, "FR contact-point", "FR")).status).toBe(204);
  });

  test("tells by no version what it does not show: of today's group, or of how often another came and went", async () => {
    const of = await withKenya();
    const path = "/v1/groups/exercise";
    const admit = () => of.call("FR releaser", "PUT", `${path}/members/DE`);
    expect((await admit()).status).toBe(200);
    const once = await of.call("KE reader", "GET", `${path}/members/DE`);
    expect((await remove(of, "FR releaser", "DE")).status).toBe(204);
    const former = await etagOf(of, "DE reader", path);
    expect((await change(of, "FR releaser", "PATCH", path, { name: "Another name" })).status).toBe(200);
    expect(await etagOf(of, "DE reader", path)).toBe(former);
    expect((await readmit(of, "FR releaser", "DE")).status).toBe(200);
    const again = await of.call("KE reader", "GET", `${path}/members/DE`);
    expect([once.etag, again.etag].join()).not.toMatch(/"\d+"/);
    expect((await of.call("DE reader", "GET", `${path}/members/DE`)).etag).toBe('"3"');
  });

  test("counts and times nothing for who was removed, or came without its history, of what is not theirs", async () => {
    const of = await withKenya();
    const released: string[] = [];
    const release = async () => {
      tick(60);
      const { id } = await alertInto(of, "FR");
      await disseminate(of.store, { alert: id, version: 1 });
      released.push(id);
    };
    await release();
    expect((await remove(of, "FR releaser", "KE")).status).toBe(204);
    await release();
    await release();
    tick();
    expect((await of.call("FR releaser", "PUT", "/v1/groups/exercise/members/DE")).status).toBe(200);
    const pages = async (who: string, filter: string): Promise<readonly unknown[]> => {
      const all: unknown[] = [];
      for (let cursor = ""; ; ) {
        const { json } = await of.call(who, "GET", `/v1/alerts?limit=1${filter}${cursor}`);
        all.push(json.items.map(({ id }: { id: string }) => id));
        if (json.nextCursor === null) return all;
        cursor = `&cursor=${json.nextCursor}`;
      }
    };
    for (const filter of ["&group=exercise", ""]) {
      expect(await pages("KE reader", filter)).toEqual([[released[0]]]);
      expect(await pages("DE reader", filter)).toEqual([[]]);
      expect(await pages("FR reader", filter)).toEqual(released.map((id) => [id]).reverse());
    }
  });

  test("is nothing that an owner manages who left the exchange, and came back as others", async () => {
    const of = await withKenya();
    const path = "/v1/groups/exercise";
    const own = "/v1/administrations/FR";
    const left = { "If-Match": await etagOf(of, "FR contact-point", own) };
    expect((await of.call("FR contact-point", "POST", `${own}/leave`, { code: "FR" }, left)).status).toBe(
      200,
    );
    const administration = await getAdministration(of.store, "FR");
    if (administration === undefined) throw new Error("France is gone");
    await of.store.writeMany([{ put: administrationItem({ ...administration, state: "active" }) }]);
    tick();
    const { json } = await of.call("FR releaser", "GET", path);
    expect(json).toEqual({
      id: "exercise",
      kind: "operation",
      standing: "former",
      since: expect.any(String),
      left: expect.any(String),
      members: [],
    });
    const { etag } = await of.call("FR releaser", "GET", `${path}/members/FR`);
    for (const [method, member] of [
      ["PUT", "FR"],
      ["PUT", "DE"],
      ["DELETE", "KE"],
    ] as const) {
      const answer = await of.refused("FR releaser", method, `${path}/members/${member}`, undefined, {
        "If-Match": etag,
      });
      expect(answer.status).toBe(403);
    }
    expect((await change(of, "WCO operator", "PATCH", path, { owner: "KE" })).status).toBe(200);
  });

  test("ends now and for good: read, not written to", async () => {
    const of = await withKenya();
    const path = "/v1/groups/exercise";
    const before = await alertInto(of, "FR");
    expect(before.released?.status).toBe(200);
    const waiting = await of.call("KE officer", "POST", "/v1/alerts", {
      ...content,
      group: "exercise",
      audience: { kind: "group" },
    });
    tick();
    const ended = await change(of, "FR releaser", "PATCH", path, { ended: true });
    expect(ended.json).toMatchObject({ state: "ended", until: new Date(now).toISOString() });
    expect((await trailOf(of, "FR"))[0]).toMatchObject({ action: "groups.end", subject: "exercise" });
    tick();
    const words = "Operation (exercise) ended on 2026-11-20; it can be read, not written to.";
    const etag = { "If-Match": ended.etag };
    for (const body of [{ until: "2027-01-01T00:00:00.000Z" }, { name: "Again" }, { ended: true }])
      expect((await of.refused("WCO operator", "PATCH", path, body, etag)).json).toMatchObject({
        status: 409,
        detail: words,
      });
    const admission = await of.refused("FR releaser", "PUT", `${path}/members/DE`);
    expect(admission.json).toMatchObject({ status: 409, detail: words });
    const { drafted } = await alertInto(of, "KE");
    expect(drafted.json.errors).toEqual([{ pointer: "/group", detail: words }]);
    const release = `/v1/alerts/${waiting.json.id}/release`;
    const refused = await of.refused("KE releaser", "POST", release, undefined, { "If-Match": waiting.etag });
    expect(refused.errors).toEqual([{ pointer: "/group", detail: words }]);
    expect((await of.call("FR reader", "GET", `/v1/alerts/${before.id}`)).status).toBe(200);
    // Whoever is to read it no longer is removed all the same.
    expect((await remove(of, "FR releaser", "KE")).status).toBe(204);
  });

  test("a standing group has no dates and is ended as well; ipr is not, but may be named anew", async () => {
    const of = await make();
    const { kind: _, from: __, until: ___, ...rest } = operation;
    await of.call("WCO operator", "POST", "/v1/groups", { ...rest, kind: "standing", owner: "FR" });
    const path = "/v1/groups/exercise";
    const dated = await of.refused(
      "FR releaser",
      "PATCH",
      path,
      { until: operation.until },
      { "If-Match": await etagOf(of, "FR releaser", path) },
    );
    expect(dated.errors[0]?.pointer).toBe("/until");
    expect((await change(of, "FR releaser", "PATCH", path, { ended: true })).json.state).toBe("ended");
    const ipr = { "If-Match": await etagOf(of, "WCO operator", "/v1/groups/ipr") };
    for (const body of [{ ended: true }, { owner: "FR" }])
      expect((await of.refused("WCO operator", "PATCH", "/v1/groups/ipr", body, ipr)).status).toBe(409);
    expect((await change(of, "WCO operator", "PATCH", "/v1/groups/ipr", { name: "IPR" })).status).toBe(200);
  });
});

describe("a list without a group", () => {
  const listedBy = async ({ call }: Exchange, who: string, search = "?limit=2", from = "") => {
    const ids: string[] = [];
    for (let cursor: string | null = from; cursor !== null; ) {
      const { json, status } = await call(who, "GET", `/v1/alerts${search}${cursor}`);
      expect(status).toBe(200);
      ids.push(...json.items.map(({ id }: { id: string }) => id));
      cursor = json.nextCursor === null ? null : `&cursor=${json.nextCursor}`;
    }
    return ids;
  };
  const release = async (of: Exchange, code: string, group: string, audience?: object) => {
    const { id, released } = await alertInto(of, code, audience, group);
    expect(released?.status).toBe(200);
    await disseminate(of.store, { alert: id, version: 1 });
    return id;
  };

  test("shows the alerts of all groups in one order; a removed member's cursor shows what it was sent while inside", async () => {
    const of = await withKenya();
    const before: string[] = [];
    for (const group of ["ipr", "exercise", "ipr", "exercise", "exercise"])
      before.unshift(await release(of, "FR", group));
    expect(await listedBy(of, "KE reader")).toEqual(before);
    expect(await listedBy(of, "DE reader")).toEqual([before[2], before[4]]);
    const { json: page } = await of.call("KE reader", "GET", "/v1/alerts?limit=2");
    await remove(of, "FR releaser", "KE");
    const after = await release(of, "FR", "exercise");
    expect(await listedBy(of, "KE reader")).toEqual(before);
    expect(await listedBy(of, "KE reader", "?limit=2", `&cursor=${page.nextCursor}`)).toEqual(
      before.slice(2),
    );
    expect(await listedBy(of, "KE reader", "?limit=2&group=exercise")).not.toContain(after);
    expect((await of.refused("KE reader", "GET", `/v1/alerts/${after}`)).status).toBe(404);
    expect(await listedBy(of, "KE reader", "?unacknowledged=true")).toEqual(before);
  });

  test("holds the alerts of any number of operations that are over, in order", async () => {
    const of = await make();
    const all: string[] = [];
    for (let n = 0; n < 12; n++) {
      const id = `exercise-${n}`;
      await of.call("WCO operator", "POST", "/v1/groups", { ...operation, id, owner: "FR" });
      all.unshift(await release(of, "FR", id));
      await change(of, "WCO operator", "PATCH", `/v1/groups/${id}`, { ended: true });
      tick(300);
      all.unshift(await release(of, "FR", "ipr"));
    }
    expect(await listedBy(of, "FR reader", "?limit=5")).toEqual(all);
  });

  test("asks for one by name where more than eight go on at once", async () => {
    const of = await make();
    for (let n = 0; n < 8; n++)
      await of.call("WCO operator", "POST", "/v1/groups", { ...operation, id: `exercise-${n}`, owner: "FR" });
    const { status, errors } = await of.refused("FR reader", "GET", "/v1/alerts");
    expect(status).toBe(400);
    expect(errors[0]).toMatchObject({ pointer: "group", detail: expect.stringMatching(/Name one of them/) });
    expect((await of.call("FR reader", "GET", "/v1/alerts?group=exercise-3")).status).toBe(200);
    expect((await of.call("FR reader", "GET", "/v1/alerts?unacknowledged=true")).status).toBe(200);
  });

  test("keeps what was acknowledged, also when the membership that let it be read has ended", async () => {
    const of = await make();
    await of.call("WCO operator", "POST", "/v1/groups", { ...operation, owner: "FR", history: "all" });
    const [kept, lost] = [await release(of, "FR", "exercise"), await release(of, "FR", "exercise")];
    tick();
    await of.call("FR releaser", "PUT", "/v1/groups/exercise/members/KE");
    tick();
    const done = await of.call("KE duty", "PUT", `/v1/alerts/${kept}/acknowledgement`, {
      result: "no-trace",
    });
    expect(done.status).toBe(200);
    expect(await listedBy(of, "KE reader")).toEqual([lost, kept]);
    await remove(of, "FR releaser", "KE");
    expect(await listedBy(of, "KE reader")).toEqual([kept]);
    expect((await of.call("KE reader", "GET", `/v1/alerts/${kept}`)).status).toBe(200);
    expect((await of.refused("KE reader", "GET", `/v1/alerts/${lost}`)).status).toBe(404);
  });
});

describe("at the moment of a release", () => {
  /** Does something between what the release has read and what it writes. */
  const meanwhile = () => {
    let act: ((store: RecordStore) => Promise<void>) | undefined;
    const reach = (store: RecordStore): RecordStore => ({
      ...store,
      transact: async (writes) => {
        const now = act;
        act = undefined;
        await now?.(store);
        return store.transact(writes);
      },
    });
    return {
      reach,
      intervene: (work: (store: RecordStore) => Promise<void>) => {
        act = work;
      },
    };
  };

  const draftOf = async ({ call }: Exchange) => {
    const draft = await call("KE officer", "POST", "/v1/alerts", {
      ...content,
      group: "exercise",
      audience: { kind: "group" },
    });
    tick();
    return {
      path: `/v1/alerts/${draft.json.id}/release`,
      headers: { "If-Match": draft.etag },
    };
  };

  test("an author who is removed right then does not release", async () => {
    const { reach, intervene } = meanwhile();
    const of = await withKenya(reach);
    const { path, headers } = await draftOf(of);
    intervene(async () => {
      expect((await remove(of, "FR releaser", "KE")).status).toBe(204);
    });
    const { status } = await of.call("KE releaser", "POST", path, undefined, headers);
    expect([409, 412]).toContain(status);
    expect((await of.call("FR reader", "GET", "/v1/alerts?group=exercise")).json.items).toEqual([]);
  });

  test("a group that ends right then takes nothing", async () => {
    const { reach, intervene } = meanwhile();
    const of = await withKenya(reach);
    const { path, headers } = await draftOf(of);
    intervene(async () => {
      const ended = await change(of, "FR releaser", "PATCH", "/v1/groups/exercise", { ended: true });
      expect(ended.status).toBe(200);
    });
    const { status } = await of.call("KE releaser", "POST", path, undefined, headers);
    expect([409, 412]).toContain(status);
  });

  test("an administration that is suspended right then is not admitted", async () => {
    const { reach, intervene } = meanwhile();
    const of = await withKenya(reach);
    intervene(async (store) => {
      const administration = await getAdministration(store, "DE");
      if (administration === undefined) throw new Error("There is no DE");
      await store.writeMany([{ put: administrationItem({ ...administration, state: "suspended" }) }]);
    });
    expect((await of.call("FR releaser", "PUT", "/v1/groups/exercise/members/DE")).status).toBe(412);
    expect(codes((await of.call("FR reader", "GET", "/v1/groups/exercise")).json.members)).toEqual([
      "FR",
      "KE",
    ]);
  });
});

describe("what was stored before groups were counted", () => {
  /** As the first schema had it. */
  const old = async (of: Exchange) => {
    const at = "2026-01-01T00:00:00.000Z";
    const memberships = ["FR", "KE", "WCO"].flatMap((administration) =>
      membershipItems({ group: "ipr", administration, history: "all", intervals: [{ from: at }] }),
    );
    const { gsi1pk: _, gsi1sk: __, ...group } = groupItem(iprGroup(at));
    await of.store.writeMany([
      { put: { pk: group.pk, sk: group.sk, schema: 1, id: "ipr", createdAt: at } },
      ...memberships.map(({ open: _, revision: __, ...item }) => ({ put: { ...item, schema: 1 } })),
    ]);
  };

  test("takes releases, and is listed to the secretariat", async () => {
    const of = await make();
    await old(of);
    expect((await alertInto(of, "FR", { kind: "group" }, "ipr")).released?.status).toBe(200);
    const { json } = await of.call("WCO operator", "GET", "/v1/groups");
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(["ipr"]);
  });

  test("is changed once, and counted from then on", async () => {
    const of = await make();
    await old(of);
    const etag = await etagOf(of, "WCO operator", "/v1/groups/ipr");
    const patch = (body: object) =>
      of.call("WCO operator", "PATCH", "/v1/groups/ipr", body, { "If-Match": etag });
    expect((await patch({ name: "IPR" })).status).toBe(200);
    expect((await patch({ name: "Again" })).status).toBe(412);
    expect(await getGroup(of.store, "ipr")).toMatchObject({ name: "IPR", revision: 1 });
    expect(await of.store.get(groupKey("ipr"))).toMatchObject({ schema: 2 });
  });
});
