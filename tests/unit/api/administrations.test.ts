import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { membershipsOf } from "../../../shared/adapters/records/groups.ts";
import { CODE, draft, type Exchange, exchange, release } from "./exchange.ts";
import { contactPoint, contactPointEntry, settle } from "./people.ts";
import { connect } from "./systems.ts";

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
    const entries = of.store.items().filter(({ action }) => action === "administrations.suspend");
    expect(entries.find(({ pk }) => pk === "AUD#WCO")).toMatchObject({
      subject: "KE",
      detail: { reason: "Terms broken." },
    });
    const theirs = entries.find(({ pk }) => pk === "AUD#KE");
    expect(theirs).toMatchObject({ actor: "secretariat", subject: "KE" });
    expect(theirs).not.toHaveProperty("detail");
    expect(entries).toHaveLength(2);
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

describe("a regional office or a partner", () => {
  const office = (change: object = {}) => ({
    code: "RILO-EUROPE",
    name: "Regional office for Europe",
    region: "europe",
    contactPoints: [contactPointEntry("First"), contactPointEntry("Second")],
    ...change,
  });
  const create = (body: object, who = "WCO operator") => of.call(who, "POST", "/v1/administrations", body);

  test("is let in by the secretariat, its first contact point is its first user, and what it needs is made", async () => {
    const made = await create(office());
    expect(made).toMatchObject({
      status: 201,
      headers: { location: "/v1/administrations/RILO-EUROPE" },
      json: {
        kind: "regional-office",
        name: "Regional office for Europe",
        region: "europe",
        state: "approved",
        contactPoints: [{ name: "First", overdue: false }, { name: "Second" }],
      },
    });
    const items = of.store.items();
    expect(items.filter(({ pk, sk }) => pk === "ADM#RILO-EUROPE" && sk.startsWith("USR#"))).toMatchObject([
      { name: "First", email: "first@customs.example", roles: ["contact-point"], state: "invited" },
    ]);
    expect(items.find(({ pk }) => pk.startsWith("OUT#"))).toMatchObject({
      work: { kind: "provision-administration", administration: "RILO-EUROPE" },
    });
    expect(items.find(({ action }) => action === "administrations.create")).toMatchObject({
      pk: "AUD#WCO",
      subject: "RILO-EUROPE",
      detail: { kind: "regional-office" },
    });
    const { region: _, ...observer } = office({ code: "X-OBSERVER", name: "Observer" });
    expect((await create(observer)).json).toMatchObject({ kind: "partner", state: "approved" });
  });

  test("has a code that says what it is; a member's is taken by an application alone", async () => {
    for (const code of ["SE", "WCO", "RILO-", "OBSERVER"]) {
      const { status, errors } = await of.refused(
        "WCO operator",
        "POST",
        "/v1/administrations",
        office({ code }),
      );
      expect(status, code).toBe(422);
      expect(new Set(errors.map(({ pointer }) => pointer)), code).toEqual(new Set(["/code"]));
    }
    const partner = await of.refused(
      "WCO operator",
      "POST",
      "/v1/administrations",
      office({ code: "X-ONE" }),
    );
    expect(partner).toMatchObject({ status: 422, errors: [{ pointer: "/region" }] });
    const nowhere = office({ region: "atlantis" });
    expect(await of.refused("WCO operator", "POST", "/v1/administrations", nowhere)).toMatchObject({
      status: 422,
      errors: [{ pointer: "/region" }],
    });
  });

  test("has a code of its own, and is let in once however often that is asked for", async () => {
    const headers = { "Idempotency-Key": "one-office" };
    const first = await of.call("WCO operator", "POST", "/v1/administrations", office(), headers);
    expect(await of.call("WCO operator", "POST", "/v1/administrations", office(), headers)).toEqual(first);
    const again = await of.refused("WCO operator", "POST", "/v1/administrations", office());
    expect(again.status).toBe(409);
    expect(again.json.detail).toContain("RILO-EUROPE is the code of Regional office for Europe already.");
  });

  test("is let in by no contact point of the secretariat, and by no member", async () => {
    for (const who of ["WCO contact-point", "FR contact-point"])
      expect((await of.refused(who, "POST", "/v1/administrations", office())).status).toBe(403);
  });
});

describe("leaving the exchange", () => {
  const leave = async (body: object = { code: "KE" }, who = "KE contact-point") => {
    const { etag } = await of.call("WCO operator", "GET", "/v1/administrations/KE");
    return of.call(who, "POST", "/v1/administrations/KE/leave", body, { "If-Match": etag });
  };

  test("holds from the next request on, for everybody and every system of it, and ends its memberships", async () => {
    of.systems.set("KE system", await connect(of.store, "KE", ["alerts/read"]));
    expect((await of.call("KE system", "GET", "/v1/alerts")).status).toBe(200);
    const left = await leave();
    expect(left).toMatchObject({ status: 200, json: { state: "left", code: "KE" } });
    expect(left.json.leftAt).toBe(left.json.changedAt);
    for (const who of ["KE contact-point", "KE officer", "KE system"])
      expect((await of.refused(who, "GET", "/v1/alerts")).status, who).toBe(401);
    const [membership] = await membershipsOf(of.store, "KE");
    expect(membership?.intervals).toMatchObject([{ until: left.json.leftAt }]);
    expect((await of.call("FR reader", "GET", "/v1/contact-points?administration=KE")).json.items).toEqual(
      [],
    );
    expect((await of.call("nobody", "GET", "/v1/sign-in/KE")).status).toBe(404);
  });

  test("has its consequences driven from the outbox, and an entry on its own trail", async () => {
    await leave();
    const items = of.store.items();
    expect(items.find(({ pk }) => pk.startsWith("OUT#"))).toMatchObject({
      work: { kind: "let-go-administration", administration: "KE" },
    });
    expect(items.find(({ action }) => action === "administrations.leave")).toMatchObject({
      pk: "AUD#KE",
      actor: of.people.get("KE contact-point"),
      detail: { groups: 1 },
    });
  });

  test("asks for the own code, for the version that was read, and for a contact point of its own", async () => {
    const path = "/v1/administrations/KE/leave";
    const current = { "If-Match": '"1"' };
    const other = await of.refused("KE contact-point", "POST", path, { code: "FR" }, current);
    expect(other).toMatchObject({ status: 422, errors: [{ pointer: "/code" }] });
    expect((await of.refused("KE contact-point", "POST", path, {}, current)).status).toBe(422);
    expect((await of.refused("KE contact-point", "POST", path, { code: "KE" })).status).toBe(428);
    const stale = { "If-Match": '"9"' };
    expect((await of.refused("KE contact-point", "POST", path, { code: "KE" }, stale)).status).toBe(412);
    expect((await of.refused("KE releaser", "POST", path, { code: "KE" }, current)).status).toBe(403);
    expect((await of.refused("WCO operator", "POST", path, { code: "KE" }, current)).status).toBe(403);
    const unknown = await of.refused("FR contact-point", "POST", path, { code: "KE" }, current);
    expect(unknown.status).toBe(404);
    const never = "/v1/administrations/ZW/leave";
    expect(await of.refused("FR contact-point", "POST", never, { code: "ZW" }, current)).toEqual(unknown);
  });

  test("is not for the secretariat, and is no way back from", async () => {
    const path = "/v1/administrations/WCO/leave";
    const current = { "If-Match": '"1"' };
    expect((await of.refused("WCO contact-point", "POST", path, { code: "WCO" }, current)).status).toBe(409);
    await leave();
    for (const verb of ["suspend", "reinstate"]) expect((await change(verb)).status, verb).toBe(409);
    const retry = "/v1/administrations/KE/retry-provisioning";
    expect((await of.refused("WCO operator", "POST", retry)).status).toBe(409);
  });

  test("leaves what it released to those who may read it, and who read it", async () => {
    const { path } = await release(of);
    await leave();
    expect((await of.call("FR officer", "GET", path)).status).toBe(200);
    const { json } = await of.call("FR officer", "GET", `${path}/acknowledgements`);
    expect(json.items.map(({ administration }: { administration: string }) => administration)).toContain(
      "KE",
    );
  });

  test("may be followed by a new application, which begins with none of what was there before", async () => {
    await leave();
    const code = "KE";
    const application = {
      administration: code,
      termsVersion: "2026-11",
      contactPoints: [contactPoint("Returned"), contactPoint("Deputy")],
    };
    const applied = await of.call("nobody", "POST", "/v1/registrations", application);
    await of.call("nobody", "POST", `/v1/registrations/${applied.json.id}/confirm`, { code: CODE });
    const seen = await of.call("WCO operator", "GET", `/v1/registrations/${applied.json.id}`);
    expect(seen.json.differences).toEqual([]);
    const approved = await of.call(
      "WCO operator",
      "POST",
      `/v1/registrations/${applied.json.id}/approve`,
      { verification: { method: "in-person", note: "Met." } },
      { "If-Match": seen.etag },
    );
    expect(approved.status).toBe(200);
    const back = await getAdministration(of.store, code);
    expect(back).toMatchObject({
      state: "approved",
      topics: [],
      revision: 3,
      formerly: { pool: { userPoolId: "us-east-1_KE" }, topics: ["topic of KE"] },
    });
    expect(back).not.toHaveProperty("pool");
    expect(back).not.toHaveProperty("leftAt");
    // Nobody of before comes in by it.
    expect((await of.refused("KE contact-point", "GET", "/v1/me")).status).toBe(401);
    const { json } = await of.call("WCO operator", "GET", "/v1/administrations/KE/contact-points");
    expect(json.contactPoints.map(({ name }: { name: string }) => name)).toEqual(["Returned", "Deputy"]);
  });
});

/** What somebody asks for, and the states in which it is done; in any other it is refused and nothing changes. */
const steps = {
  suspend: { from: ["active"], to: "suspended" },
  reinstate: { from: ["suspended"], to: "active" },
  leave: { from: ["active"], to: "left" },
  "retry-provisioning": { from: ["approved", "provisioning", "provisioning-failed"], to: undefined },
} as const;

test("whatever is asked for in whatever order, an administration is in one of its states and nobody comes in but while it is active", async () => {
  const states = ["approved", "provisioning", "provisioning-failed", "active", "suspended", "left"] as const;
  const names = Object.keys(steps) as (keyof typeof steps)[];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...states),
      fc.array(fc.constantFrom(...names), { maxLength: 6 }),
      async (first, sequence) => {
        await settle(of.store, "KE", { state: first });
        let state: string = first;
        for (const name of sequence) {
          const { from, to } = steps[name];
          const path = `/v1/administrations/KE/${name}`;
          const { etag } = await of.call("WCO operator", "GET", "/v1/administrations/KE");
          const answer =
            name === "leave"
              ? await of.call("KE contact-point", "POST", path, { code: "KE" }, { "If-Match": etag })
              : await of.call(
                  "WCO operator",
                  "POST",
                  path,
                  name === "retry-provisioning" ? undefined : { reason: "Because of it." },
                  { "If-Match": etag },
                );
          const isDone = (from as readonly string[]).includes(state);
          expect(answer.status < 300, `${name} in ${state}`).toBe(isDone);
          if (isDone && to !== undefined) state = to;
          expect((await getAdministration(of.store, "KE"))?.state).toBe(state);
          const me = await of.call("KE reader", "GET", "/v1/me");
          expect(me.status, state).toBe(state === "active" ? 200 : 401);
        }
      },
    ),
    { numRuns: 40 },
  );
});
