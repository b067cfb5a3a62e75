import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { getUser, userItem } from "../../../shared/adapters/records/users.ts";
import { type Holder, mayGive, type Role, roles } from "../../../shared/domain/permissions.ts";
import { assignableRoles, type User } from "../../../shared/domain/user.ts";
import { mortal } from "../workers/mortal.ts";
import { type Exchange, exchange } from "./exchange.ts";
import { admit } from "./people.ts";

let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

const boss = "FR contact-point";
const pathOf = (who: string): string => `/v1/users/${of.people.get(who)}`;
const etagOf = async (who: string, by = boss): Promise<Record<string, string>> => ({
  "If-Match": (await of.call(by, "GET", pathOf(who))).etag,
});
const stored = async (who: string): Promise<User> => {
  const user = await getUser(of.store, who.split(" ")[0] ?? "", String(of.people.get(who)));
  if (user === undefined) throw new Error(`Nobody is ${who}`);
  return user;
};
const put = async (user: User) => of.store.writeMany([{ put: userItem(user) }]);
const outbox = () => of.store.items().flatMap(({ pk, work }) => (pk.startsWith("OUT#") ? [work] : []));
const trail = () =>
  of.store.items().flatMap(({ pk, action, subject }) => (pk === "AUD#FR" ? [{ action, subject }] : []));

const holder = (held: readonly Role[]): Holder => ({
  roles: held,
  scopes: [],
  administrationKind: "secretariat",
});

/** Every change of a person, as a request. */
const changes = [
  ["PATCH", "", { name: "Another name" }],
  ["PATCH", "", { roles: ["reader"] }],
  ["PATCH", "", { state: "disabled" }],
  ["DELETE", "", undefined],
  ["POST", "/reset-mfa", undefined],
  ["POST", "/compromised", { since: "2026-11-01T00:00:00.000Z" }],
  ["POST", "/confirm", undefined],
  ["POST", "/resend-invitation", undefined],
] as const;

describe("who has more rights", () => {
  test("a role is given by whom it opens nothing new to: a contact point gives every role of a member, and no operator", () => {
    expect(roles.filter((role) => mayGive(holder(["contact-point"]), role))).toEqual(
      assignableRoles("member"),
    );
    expect(roles.filter((role) => mayGive(holder(["operator"]), role))).not.toContain("contact-point");
    for (const role of roles) expect(mayGive(holder(["operator", "contact-point"]), role)).toBe(true);
    expect(mayGive(holder(["reader"]), "officer")).toBe(false);
  });

  test("the secretariat's contact point makes nobody an operator, by no change", async () => {
    const body = { name: "Second self", email: "second@wco.example", roles: ["operator"] };
    const by = "WCO contact-point";
    const invited = await of.refused(by, "POST", "/v1/users", body);
    expect(invited).toMatchObject({ status: 403, json: { detail: expect.stringMatching(/operator/) } });
    const raised = await of.refused(
      by,
      "PATCH",
      pathOf("WCO reader"),
      { roles: ["operator"] },
      await etagOf("WCO reader", by),
    );
    expect(raised.status).toBe(403);
  });

  test.each(changes)(
    "the secretariat's contact point does not touch an operator: %s %s %o",
    async (method, verb, body) => {
      const headers = await etagOf("WCO operator", "WCO contact-point");
      const answer = await of.refused(
        "WCO contact-point",
        method,
        `${pathOf("WCO operator")}${verb}`,
        body,
        headers,
      );
      expect(answer).toMatchObject({ status: 403, json: { detail: expect.stringMatching(/operator/) } });
    },
  );

  test("somebody who is operator and contact point makes and removes operators", async () => {
    of.people.set("WCO both", await admit(of.store, "WCO", ["operator", "contact-point"]));
    const headers = await etagOf("WCO operator", "WCO both");
    const answer = await of.call("WCO both", "PATCH", pathOf("WCO operator"), { roles: ["reader"] }, headers);
    expect(answer.status).toBe(200);
    const body = { name: "Operator", email: "new@wco.example", roles: ["operator"] };
    expect((await of.call("WCO both", "POST", "/v1/users", body)).status).toBe(201);
  });

  test("a role that counts for nothing protects nobody", async () => {
    of.people.set("FR stray", await admit(of.store, "FR", ["officer", "operator"]));
    const answer = await of.call(boss, "DELETE", pathOf("FR stray"), undefined, await etagOf("FR stray"));
    expect(answer.status).toBe(204);
  });
});

describe("oneself", () => {
  test.each(changes.slice(1, 7))(
    "a contact point does not do %s %s %o to itself",
    async (method, verb, body) => {
      const answer = await of.refused(boss, method, `${pathOf(boss)}${verb}`, body, await etagOf(boss));
      expect(answer).toMatchObject({ status: 403, json: { detail: expect.stringMatching(/^Nobody /) } });
    },
  );

  test.each(roles)(
    "a contact point does not raise itself to %s, alone or beside what it has",
    async (role) => {
      const headers = await etagOf(boss);
      for (const given of [[role], ["contact-point", ...(role === "contact-point" ? [] : [role])]])
        expect((await of.refused(boss, "PATCH", pathOf(boss), { roles: given }, headers)).status).toBe(403);
    },
  );
});

test.each(changes)(
  "another administration's person is as unknown as nobody: %s %s %o",
  async (method, verb, body) => {
    const of404 = (id: string | undefined) =>
      of.refused(boss, method, `/v1/users/${id}${verb}`, body, { "If-Match": '"1"' });
    const foreign = await of404(of.people.get("KE officer"));
    expect(foreign).toMatchObject({ status: 404 });
    expect(foreign).toEqual(await of404("0199d3a0-0000-7000-8000-000000000000"));
  },
);

describe("the last contact point", () => {
  const removals = changes.slice(1, 6);

  test.each(removals)(
    "one of two removes the other, and cannot be removed by who was: %s %s %o",
    async (method, verb, body) => {
      of.people.set("FR deputy", await admit(of.store, "FR", ["contact-point"]));
      const gone = await of.call(
        boss,
        method,
        `${pathOf("FR deputy")}${verb}`,
        body,
        await etagOf("FR deputy"),
      );
      expect(gone.status).toBeLessThan(300);
      const back = await of.refused("FR deputy", method, `${pathOf(boss)}${verb}`, body, {
        "If-Match": '"1"',
      });
      expect([401, 403]).toContain(back.status);
    },
  );

  test.each(removals)(
    "two who do %s %s %o to each other at once: one succeeds",
    async (method, verb, body) => {
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), async (scheduler) => {
          let scheduled = false;
          const turn = async () => (scheduled ? scheduler.schedule(Promise.resolve()) : undefined);
          of = await exchange((store) => mortal(undefined, turn).reach(store));
          of.people.set("FR deputy", await admit(of.store, "FR", ["contact-point"]));
          const [first, second] = [await etagOf("FR deputy"), await etagOf(boss)];
          scheduled = true;
          const both = Promise.all([
            of.call(boss, method, `${pathOf("FR deputy")}${verb}`, body, first),
            of.call("FR deputy", method, `${pathOf(boss)}${verb}`, body, second),
          ]);
          await scheduler.waitFor(both);
          const statuses = (await both).map(({ status }) => status).sort();
          expect(statuses[0]).toBeLessThan(300);
          expect([401, 403, 409, 412]).toContain(statuses[1]);
          const left = [await stored(boss), await stored("FR deputy")].filter(
            (user) => user.state === "active" && user.roles.includes("contact-point"),
          );
          expect(left).toHaveLength(1);
        }),
        { numRuns: 40 },
      );
    },
  );

  test("no sequence of changes, some of them at once, leaves an administration without an active contact point", async () => {
    const crew = ["FR contact-point", "FR deputy", "FR third", "FR officer"];
    const person = fc.constantFrom(...crew);
    const change = fc.oneof(
      fc.constantFrom<readonly [string, string, object | undefined]>(
        ["PATCH", "", { roles: ["reader"] }],
        ["PATCH", "", { roles: ["contact-point"] }],
        ["PATCH", "", { state: "disabled" }],
        ["PATCH", "", { state: "active" }],
        ["POST", "/reset-mfa", undefined],
        ["POST", "/compromised", { since: "2026-11-01T00:00:00.000Z" }],
        ["POST", "/confirm", undefined],
        ["DELETE", "", undefined],
      ),
    );
    const act = fc.record({ by: person, to: person, change });
    const moments = fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    let removed = 0;
    await fc.assert(
      fc.asyncProperty(moments, async (sequence) => {
        of = await exchange();
        of.people.set("FR deputy", await admit(of.store, "FR", ["contact-point"]));
        of.people.set("FR third", await admit(of.store, "FR", ["contact-point"]));
        for (const moment of sequence) {
          const acts = await Promise.all(
            moment.map(async (each) => ({ ...each, revision: (await stored(each.to)).revision })),
          );
          const answers = await Promise.all(
            acts.map(({ by, to, change: [method, verb, body], revision }) =>
              of.call(by, method, `${pathOf(to)}${verb}`, body, { "If-Match": `"${revision}"` }),
            ),
          );
          removed += answers.filter(({ status }) => status < 300).length;
          const users = await Promise.all(crew.map(stored));
          const left = users.filter(
            (user) => user.state === "active" && user.roles.includes("contact-point"),
          );
          expect(left.length).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 80 },
    );
    expect(removed).toBeGreaterThan(60);
  });
});

describe("the invitation again", () => {
  const invited = async () => {
    const body = { name: "New", email: "new@fr.example", roles: ["officer"] };
    const { json } = await of.call(boss, "POST", "/v1/users", body);
    of.people.set("FR new", String(json.id));
    return `${pathOf("FR new")}/resend-invitation`;
  };

  test("is queued, recorded, and changes nothing of the person", async () => {
    const path = await invited();
    const before = await stored("FR new");
    const answer = await of.call(boss, "POST", path);
    expect(answer).toMatchObject({ status: 202, json: { state: "invited", id: before.id } });
    expect(await stored("FR new")).toEqual(before);
    expect(outbox()).toContainEqual({ kind: "invite-user-again", administration: "FR", user: before.id });
    expect(trail()).toContainEqual({ action: "users.resend-invitation", subject: before.id });
  });

  test("fills nobody's mailbox: five an hour", async () => {
    const path = await invited();
    for (let n = 0; n < 5; n++) expect((await of.call(boss, "POST", path)).status).toBe(202);
    expect((await of.refused(boss, "POST", path)).status).toBe(429);
  });

  test("is not for somebody who signed in already or is disabled", async () => {
    expect((await of.refused(boss, "POST", `${pathOf("FR officer")}/resend-invitation`)).status).toBe(409);
    const path = await invited();
    await put({ ...(await stored("FR new")), state: "disabled" });
    expect((await of.refused(boss, "POST", path)).status).toBe(409);
  });
});

describe("a lost authenticator", () => {
  const reset = async () =>
    of.call(boss, "POST", `${pathOf("FR officer")}/reset-mfa`, undefined, await etagOf("FR officer"));

  test("reset, the old sub is refused from the next request, and the person is invited anew", async () => {
    expect((await of.call("FR officer", "GET", "/v1/me")).status).toBe(200);
    const { id } = await stored("FR officer");
    expect(await reset()).toMatchObject({ status: 202, json: { state: "invited", roles: ["officer"] } });
    expect((await of.refused("FR officer", "GET", "/v1/me")).status).toBe(401);
    expect(outbox()).toEqual([{ kind: "invite-user", administration: "FR", user: id }]);
    expect(trail()).toContainEqual({ action: "users.reset-mfa", subject: id });
    // Disabled and let in again meanwhile, still nobody comes in with the old one.
    await of.call(boss, "PATCH", pathOf("FR officer"), { state: "disabled" }, await etagOf("FR officer"));
    const on = await of.call(
      boss,
      "PATCH",
      pathOf("FR officer"),
      { state: "active" },
      await etagOf("FR officer"),
    );
    expect(on.json.state).toBe("invited");
    expect((await of.refused("FR officer", "GET", "/v1/me")).status).toBe(401);
  });

  test("the new sub comes in, and keeps what the person had", async () => {
    await reset();
    await put({ ...(await stored("FR officer")), subject: String(of.people.get("FR officer")) });
    const me = await of.call("FR officer", "GET", "/v1/me");
    expect(me.json.user).toMatchObject({ state: "active", roles: ["officer"] });
  });

  test("is not reset twice before the new invitation is sent, nor for somebody disabled, nor on an old version", async () => {
    const headers = await etagOf("FR officer");
    await reset();
    const path = `${pathOf("FR officer")}/reset-mfa`;
    expect((await of.refused(boss, "POST", path, undefined, headers)).status).toBe(412);
    expect((await of.refused(boss, "POST", path, undefined, await etagOf("FR officer"))).status).toBe(409);
    await put({ ...(await stored("FR reader")), state: "disabled" });
    const disabled = await of.refused(
      boss,
      "POST",
      `${pathOf("FR reader")}/reset-mfa`,
      undefined,
      await etagOf("FR reader"),
    );
    expect(disabled.status).toBe(409);
  });
});

describe("deleting", () => {
  const remove = async () =>
    of.call(boss, "DELETE", pathOf("FR officer"), undefined, await etagOf("FR officer"));

  test("refuses the person from the next request, and takes them from the list", async () => {
    const { id } = await stored("FR officer");
    expect((await remove()).status).toBe(204);
    expect((await of.refused("FR officer", "GET", "/v1/me")).status).toBe(401);
    const { json } = await of.call(boss, "GET", "/v1/users?limit=100");
    expect(json.items.map((user: User) => user.id)).not.toContain(id);
    expect(outbox()).toEqual([{ kind: "user-state-changed", administration: "FR", user: id }]);
    expect(trail()).toContainEqual({ action: "users.remove", subject: id });
  });

  test("keeps a name for the trail's entries, which nothing changes any more", async () => {
    const { name } = await stored("FR officer");
    await remove();
    const kept = await of.call(boss, "GET", pathOf("FR officer"));
    expect(kept.json).toMatchObject({ name, state: "disabled", deletedAt: expect.any(String) });
    for (const [method, verb, body] of [...changes, ["PATCH", "", { state: "active" }] as const])
      expect(
        (await of.refused(boss, method, `${pathOf("FR officer")}${verb}`, body, await etagOf("FR officer")))
          .status,
      ).toBe(409);
  });

  test("frees the address for somebody new", async () => {
    const { email } = await stored("FR officer");
    const body = { name: "Successor", email, roles: ["officer"] };
    expect((await of.refused(boss, "POST", "/v1/users", body)).status).toBe(422);
    await remove();
    const made = await of.call(boss, "POST", "/v1/users", body);
    expect(made.status).toBe(201);
    expect(made.json.id).not.toBe(of.people.get("FR officer"));
  });

  test("needs the version that was read", async () => {
    expect((await of.refused(boss, "DELETE", pathOf("FR officer"))).status).toBe(428);
    expect(
      (await of.refused(boss, "DELETE", pathOf("FR officer"), undefined, { "If-Match": '"7"' })).status,
    ).toBe(412);
  });
});

describe("the last sign-in", () => {
  const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

  test("is shown, and written once in an hour however many requests there are", async () => {
    let writes = 0;
    of = await exchange((store) => ({
      ...store,
      transact: async (given) => {
        writes += 1;
        await store.transact(given);
      },
    }));
    await put({ ...(await stored("FR officer")), lastSeenAt: ago(61) });
    for (let n = 0; n < 3; n++) await of.call("FR officer", "GET", "/v1/me");
    expect(writes).toBe(1);
    const shown = await of.call(boss, "GET", pathOf("FR officer"));
    expect(Date.parse(shown.json.lastSeenAt)).toBeGreaterThan(Date.parse(ago(1)));
  });

  test("is no change of the person: who read before may still change, and a cache is told that it is old", async () => {
    await put({ ...(await stored("FR officer")), lastSeenAt: ago(61) });
    const { etag } = await of.call(boss, "GET", pathOf("FR officer"));
    const asBefore = () => of.call(boss, "GET", pathOf("FR officer"), undefined, { "If-None-Match": etag });
    expect((await asBefore()).status).toBe(304);
    await of.call("FR officer", "GET", "/v1/me");
    expect((await asBefore()).status).toBe(200);
    const changed = await of.call(
      boss,
      "PATCH",
      pathOf("FR officer"),
      { name: "Named" },
      { "If-Match": etag },
    );
    expect(changed).toMatchObject({ status: 200, json: { name: "Named", lastSeenAt: expect.any(String) } });
  });
});
