import { beforeEach, describe, expect, test } from "vitest";
import { CODE, type Exchange, exchange } from "./exchange.ts";
import { contactPoint, settle } from "./people.ts";

let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

const application = {
  administration: "US",
  termsVersion: "2026-11",
  contactPoints: [contactPoint("Primary"), contactPoint("Deputy")],
};
const verification = { method: "phone-call-back", note: "Called back on the published number." };

const apply = async (change: object = {}, confirmed = true) => {
  const { json } = await of.call("nobody", "POST", "/v1/registrations", { ...application, ...change });
  const path = `/v1/registrations/${json.id}`;
  if (confirmed) await of.call("nobody", "POST", `${path}/confirm`, { code: CODE });
  return { path, secret: String(json.secret), id: String(json.id) };
};
const read = (path: string) => of.call("WCO operator", "GET", path);
const decide = async (path: string, verb: string, body: object) =>
  of.call("WCO operator", "POST", `${path}/${verb}`, body, { "If-Match": (await read(path)).etag });
const outbox = () => of.store.items().flatMap(({ pk, work }) => (pk.startsWith("OUT#") ? [work] : []));

describe("the code of an application", () => {
  test("makes it count, once it is the right one", async () => {
    const { path, secret } = await apply({}, false);
    const wrong = await of.call("nobody", "POST", `${path}/confirm`, { code: "000000" });
    expect(wrong).toMatchObject({ status: 422, json: { errors: [{ pointer: "/code" }] } });
    const right = await of.call("nobody", "POST", `${path}/confirm`, { code: ` ${CODE}\n` });
    expect(right).toMatchObject({ status: 200, json: { state: "confirmed" } });
    const status = await of.call("nobody", "GET", `${path}/status?secret=${secret}`);
    expect(status.json).toEqual(right.json);
  });

  test("is of no use after five wrong tries, until a new one is sent", async () => {
    const { path, secret } = await apply({}, false);
    for (let n = 0; n < 5; n++)
      expect((await of.call("nobody", "POST", `${path}/confirm`, { code: "000000" })).status).toBe(422);
    expect((await of.refused("nobody", "POST", `${path}/confirm`, { code: CODE })).status).toBe(409);
    expect((await of.call("nobody", "POST", `${path}/resend`, { secret })).status).toBe(202);
    expect((await of.call("nobody", "POST", `${path}/confirm`, { code: CODE })).json.state).toBe("confirmed");
  });

  test("is sent five times, and no more", async () => {
    const { path, secret } = await apply({}, false);
    for (let n = 1; n < 5; n++)
      expect((await of.call("nobody", "POST", `${path}/resend`, { secret })).status).toBe(202);
    const answer = await of.refused("nobody", "POST", `${path}/resend`, { secret });
    // Waiting would not help: no time to try again is named.
    expect(answer).toMatchObject({ status: 409 });
    expect(answer.headers["retry-after"]).toBeUndefined();
  });

  test("is asked for in every state, and without it nothing is told of the decision", async () => {
    const { path } = await apply();
    const undecided = await apply(
      { contactPoints: [contactPoint("Another"), contactPoint("Deputy")] },
      false,
    );
    await decide(path, "reject", { reason: "The address is not an official one." });
    const told = await of.call("nobody", "POST", `${path}/confirm`, { code: "000000" });
    const untold = await of.call("nobody", "POST", `${undecided.path}/confirm`, { code: "000000" });
    expect(told).toMatchObject({ status: 422, json: { errors: [{ pointer: "/code" }] } });
    // One try more was spent on the decided one; nothing else tells them apart.
    expect({ ...told.json, detail: "", errors: [] }).toEqual({ ...untold.json, detail: "", errors: [] });
    const right = await of.call("nobody", "POST", `${path}/confirm`, { code: CODE });
    expect(right).toMatchObject({ status: 200, json: { state: "rejected" } });
    expect(right.json).not.toHaveProperty("reason");
    for (let n = 0; n < 2; n++) await of.call("nobody", "POST", `${path}/confirm`, { code: "000000" });
    expect((await of.refused("nobody", "POST", `${path}/confirm`, { code: CODE })).status).toBe(409);
  });

  test("closes an application for an administration that takes part by now", async () => {
    const { path, secret } = await apply({}, false);
    await settle(of.store, "US");
    const answer = await of.call("nobody", "POST", `${path}/confirm`, { code: CODE });
    expect(answer).toMatchObject({ status: 409, json: { detail: expect.stringContaining("takes part") } });
    const status = await of.call("nobody", "GET", `${path}/status?secret=${secret}`);
    expect(status.json.state).toBe("closed");
    expect((await of.call("WCO operator", "GET", "/v1/registrations")).json.items).toEqual([]);
  });

  test("is asked for anew no more often than addresses are applied with", async () => {
    const last = [];
    for (let n = 0; n < 4; n++) last.push(await apply({}, false));
    for (const { path, secret } of last)
      for (let n = 1; n < 5; n++)
        expect((await of.call("nobody", "POST", `${path}/resend`, { secret })).status).toBe(202);
    expect((await of.refused("nobody", "POST", "/v1/registrations", application)).status).toBe(429);
  });

  test.each(["12345", "1234567", "abcdef", ""])(
    "that is %o is refused without costing a try",
    async (code) => {
      const { path } = await apply({}, false);
      const answer = await of.refused("nobody", "POST", `${path}/confirm`, { code });
      expect(answer).toMatchObject({ status: 422, errors: [{ pointer: "/code" }] });
    },
  );
});

test("who has not the secret is told what everybody is told of an unknown application", async () => {
  const { path } = await apply();
  const wrong = await of.refused("nobody", "GET", `${path}/status?secret=another`);
  expect(wrong.status).toBe(404);
  expect(await of.refused("nobody", "POST", `${path}/resend`, { secret: "another" })).toEqual(wrong);
  const without = await of.refused("nobody", "GET", `${path}/status`);
  expect(without).toMatchObject({ status: 400, errors: [{ pointer: "secret" }] });
});

describe("the secretariat's list", () => {
  test("shows what is confirmed, with what differs", async () => {
    await apply({}, false);
    const first = await apply();
    const second = await apply({ contactPoints: [contactPoint("Primary"), contactPoint("Another")] });
    await apply({ administration: "IT", contactPoints: [contactPoint("Chief"), contactPoint("Vice")] });
    await settle(of.store, "IT");
    const { json } = await of.call("WCO operator", "GET", "/v1/registrations");
    const kinds = Object.fromEntries(
      json.items.map(({ id, differences }: { id: string; differences: { kind: string }[] }) => [
        id,
        differences.map(({ kind }) => kind),
      ]),
    );
    expect(Object.values(kinds)).toHaveLength(3);
    expect(kinds[first.id]).toEqual(["other-application"]);
    expect(kinds[second.id]).toEqual(["other-application"]);
    expect(Object.values(kinds)).toContainEqual(["already-active"]);
  });

  test("and each application are for operators alone", async () => {
    const { path } = await apply();
    for (const who of ["WCO contact-point", "FR contact-point"])
      for (const address of ["/v1/registrations", path])
        expect((await of.refused(who, "GET", address)).status).toBe(403);
    expect((await of.refused("nobody", "GET", path)).status).toBe(401);
  });
});

describe("approving", () => {
  test("makes the administration with its first user, and closes what else was open for it", async () => {
    const rival = await apply();
    const { path, id } = await apply();
    const approved = await decide(path, "approve", { verification });
    expect(approved).toMatchObject({ status: 200, json: { state: "approved", verification } });
    expect((await read(rival.path)).json.state).toBe("closed");
    const made = await of.call("WCO operator", "GET", "/v1/administrations/US");
    expect(made.json).toMatchObject({ state: "approved", kind: "member", name: "United States" });
    expect(made.json.contactPoints).toMatchObject(
      application.contactPoints.map(({ language, ...point }) => ({ ...point, languages: [language] })),
    );
    const users = of.store.items().filter(({ pk, sk }) => pk === "ADM#US" && sk.startsWith("USR#"));
    expect(users).toMatchObject([
      { email: "primary@customs.example", roles: ["contact-point"], state: "invited" },
    ]);
    expect(outbox()).toContainEqual({ kind: "provision-administration", administration: "US" });
    expect(outbox()).toContainEqual({ kind: "registration-decided", registration: id });
  });

  test("tries a second time and changes nothing", async () => {
    const { path } = await apply();
    const { etag } = await decide(path, "approve", { verification });
    const again = [`${path}/approve`, { verification }, { "If-Match": etag }] as const;
    expect((await of.refused("WCO operator", "POST", ...again)).status).toBe(409);
    const later = await apply();
    const headers = { "If-Match": (await read(later.path)).etag };
    expect(
      (await of.refused("WCO operator", "POST", `${later.path}/approve`, { verification }, headers)).status,
    ).toBe(409);
  });

  test("the same key approves once and answers alike", async () => {
    const { path } = await apply();
    const headers = { "If-Match": (await read(path)).etag, "Idempotency-Key": "approval" };
    const first = await of.call("WCO operator", "POST", `${path}/approve`, { verification }, headers);
    const before = of.store.items();
    expect(await of.call("WCO operator", "POST", `${path}/approve`, { verification }, headers)).toEqual(
      first,
    );
    expect(of.store.items()).toEqual(before);
  });

  test("two at once with one key approve once, and both are told of it", async () => {
    for (let ticks = 0; ticks < 40; ticks += 2) {
      of = await exchange();
      const { path } = await apply();
      const headers = { "If-Match": (await read(path)).etag, "Idempotency-Key": "approval" };
      const send = () => of.call("WCO operator", "POST", `${path}/approve`, { verification }, headers);
      const first = send();
      for (let n = 0; n < ticks; n++) await Promise.resolve();
      const [one, two] = await Promise.all([first, send()]);
      expect(one.status).toBe(200);
      expect(two).toEqual(one);
    }
  });

  test("waits for the applicant's confirmation", async () => {
    const { path } = await apply({}, false);
    const headers = { "If-Match": (await read(path)).etag };
    const answer = await of.refused("WCO operator", "POST", `${path}/approve`, { verification }, headers);
    expect(answer).toMatchObject({ status: 409, json: { detail: expect.stringContaining("not confirmed") } });
  });

  test.each<[string, object, string]>([
    ["without a verification", {}, "/verification"],
    ["without how", { verification: { note: "Trust me." } }, "/verification/method"],
    ["without a note", { verification: { method: "in-person" } }, "/verification/note"],
  ])("%s is refused at the field", async (_, body, pointer) => {
    const { path } = await apply();
    const headers = { "If-Match": (await read(path)).etag };
    const answer = await of.refused("WCO operator", "POST", `${path}/approve`, body, headers);
    expect(answer).toMatchObject({ status: 422, errors: [{ pointer }] });
  });

  test("is not for anybody but an operator", async () => {
    const { path } = await apply();
    const headers = { "If-Match": (await read(path)).etag };
    for (const [verb, body] of [
      ["approve", { verification }],
      ["reject", { reason: "No." }],
    ] as const)
      for (const who of ["WCO contact-point", "FR contact-point", "FR releaser"])
        expect((await of.refused(who, "POST", `${path}/${verb}`, body, headers)).status).toBe(403);
  });
});

test("a rejection tells the applicant the reason, and leaves nothing behind", async () => {
  const { path, secret } = await apply();
  const reason = "The address is not an official one.";
  expect((await decide(path, "reject", { reason })).json).toMatchObject({ state: "rejected", reason });
  const status = await of.call("nobody", "GET", `${path}/status?secret=${secret}`);
  expect(status.json).toMatchObject({ state: "rejected", reason });
  expect((await of.refused("WCO operator", "GET", "/v1/administrations/US")).status).toBe(404);
  const headers = { "If-Match": (await read(path)).etag };
  const late = await of.refused("WCO operator", "POST", `${path}/approve`, { verification }, headers);
  expect(late.status).toBe(409);
});

test("nobody's mailbox is filled: applications that name one address are bounded within an hour", async () => {
  for (let n = 0; n < 20; n++) await apply({}, false);
  const over = await of.refused("nobody", "POST", "/v1/registrations", application);
  expect(over.status).toBe(429);
  const seconds = Number(over.headers["retry-after"]);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(3600);
  const [, deputy] = application.contactPoints;
  const another = { ...application, contactPoints: [contactPoint("Another"), deputy] };
  expect((await of.call("nobody", "POST", "/v1/registrations", another)).status).toBe(201);
});
