import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { acceptInvitation } from "../../local/seed/joining.ts";
import { administrationKey, getAdministration } from "../../shared/adapters/records/administrations.ts";
import { subscriptionsOf } from "../../shared/adapters/records/subscriptions.ts";
import { administrations } from "../../shared/contract/administrations.ts";
import { alerts } from "../../shared/contract/alerts.ts";
import { contactPoints } from "../../shared/contract/contact-points.ts";
import { subscriptions } from "../../shared/contract/subscriptions.ts";
import { users } from "../../shared/contract/users.ts";
import type { ContactPointEntry } from "../../shared/domain/contact-point.ts";
import { quiet } from "./quiet.ts";
import { draftBy, releaseBy } from "./releasing.ts";
import { api, exchange, inbox, newPhone, refusal, run, store, tokenOf, until } from "./system.ts";

/** A regional office and a partner of this run, from their creation to their end; each test goes on from the one before. */
const office = `RILO-${run.toUpperCase()}`;
const partner = `X-${run.toUpperCase()}`;
const addressOf = (code: string, who: string): string =>
  `${who}.${run}@${code.toLowerCase()}.customs.example`;
const duty = addressOf(office, "duty");
let operator: string;
let contactPoint: string;

const entry = (code: string, who: string): ContactPointEntry => ({
  name: `${who} of ${code}`,
  function: "National contact point",
  email: addressOf(code, who),
  phone: newPhone(),
  languages: ["en", "fr"],
  timeZone: "Africa/Nairobi",
  hours: { kind: "round-the-clock" },
});

const create = (code: string, who: string) =>
  api.call(administrations.create, {
    token: operator,
    idempotencyKey: randomUUID(),
    body: { code, name: `Office of ${run}`, contactPoints: [entry(code, who), entry(code, `deputy-${who}`)] },
  });

const active = (code: string) =>
  until("it is active", async () => {
    const { body } = await api.call(administrations.get, { token: operator, params: { code } });
    expect(body.failure).toBeUndefined();
    return body.state === "active" ? body : undefined;
  });

/** The first user takes up the invitation. */
const enter = async (code: string, who: string): Promise<string> => {
  const seat = { code, name: code, language: "en" as const, number: 0 };
  return (await acceptInvitation(exchange, seat, addressOf(code, who), ["contact-point"])).token;
};

const etagOf = async (code: string) =>
  (await api.call(administrations.get, { token: operator, params: { code } })).etag;

const directory = async (token: string, administration: string) =>
  (await api.call(contactPoints.list, { token, query: { administration } })).body.items;

const release = async () => releaseBy("US", await draftBy("US", "officer"));

/** Who was mailed of an alert by when those who hear of everything were. */
const heardOf = async (reference: string): Promise<readonly string[]> => {
  await inbox.waitFor("duty-desk@fr.customs.example", new RegExp(reference));
  await quiet();
  return (await inbox.mails()).filter(({ body }) => body.includes(reference)).flatMap(({ to }) => to);
};

beforeAll(async () => {
  operator = await tokenOf("WCO", "operator");
});

describe("let in by the secretariat", () => {
  test("a regional office is set up, and its first user signs in to the group of all", async () => {
    const { body } = await create(office, "first");
    expect(body).toMatchObject({ kind: "regional-office", state: "approved" });
    await active(office);
    contactPoint = await enter(office, "first");
    const me = (await api.call(users.me, { token: contactPoint })).body;
    expect(me).toMatchObject({ administration: { code: office, kind: "regional-office" }, groups: ["ipr"] });
  });

  test("a partner is set up, and is in no group by itself", async () => {
    await create(partner, "observer");
    await active(partner);
    const token = await enter(partner, "observer");
    expect((await api.call(users.me, { token })).body.groups).toEqual([]);
    expect((await api.call(contactPoints.list, { token, query: {} })).body.items).toEqual([]);
    expect(await directory(await tokenOf("FR", "officer"), partner)).toEqual([]);
  });

  test("nobody else lets anybody in", async () => {
    const body = {
      code: `RILO-${run.toUpperCase()}-2`,
      name: "Never",
      contactPoints: [entry(office, "a"), entry(office, "b")],
    };
    const token = await tokenOf("FR", "contact-point");
    expect((await refusal(api.call(administrations.create, { token, body }))).status).toBe(403);
  });
});

test("contact points that it names with their hours are seen by a fellow member, and by no stranger", async () => {
  const params = { code: office };
  const { etag } = await api.call(administrations.contactPoints, { token: contactPoint, params });
  const list = [
    {
      ...entry(office, "night"),
      hours: {
        kind: "weekly" as const,
        periods: [{ days: ["monday" as const], from: "22:00", to: "06:00" }],
      },
    },
    entry(office, "deputy-first"),
  ];
  const saved = await api.call(administrations.replaceContactPoints, {
    token: contactPoint,
    params,
    ifMatch: etag,
    body: { contactPoints: list },
  });
  expect(saved.body.contactPoints).toMatchObject(list);

  const officer = await tokenOf("FR", "officer");
  const at = async (time: string) =>
    (
      await api.call(contactPoints.list, { token: officer, query: { administration: office, at: time } })
    ).body.items.flatMap((each) => each.contactPoints.map(({ onDuty }) => onDuty));
  // Tuesday at 01:00 in Nairobi, and at 07:00.
  expect(await at("2026-11-30T22:00:00.000Z")).toEqual([true, true]);
  expect(await at("2026-12-01T04:00:00.000Z")).toEqual([false, true]);
  const [seen] = await directory(officer, office);
  expect(seen).toMatchObject({ name: `Office of ${run}`, contactPoints: [{ languages: ["en", "fr"] }, {}] });

  const stale = api.call(administrations.replaceContactPoints, {
    token: contactPoint,
    params,
    ifMatch: etag,
    body: { contactPoints: list },
  });
  expect((await refusal(stale)).status).toBe(412);
  const french = await tokenOf("FR", "contact-point");
  const foreign = api.call(administrations.contactPoints, { token: french, params });
  expect((await refusal(foreign)).status).toBe(404);
});

describe("suspended", () => {
  let missed: Awaited<ReturnType<typeof release>>;
  const change = async (endpoint: typeof administrations.suspend | typeof administrations.reinstate) =>
    api.call(endpoint, {
      token: operator,
      params: { code: office },
      ifMatch: await etagOf(office),
      body: { reason: "Exercise." },
    });

  test("it is refused at its next request, and its deliveries stop", async () => {
    const { body } = await api.call(subscriptions.create, {
      token: contactPoint,
      body: { destination: { channel: "email", address: duty }, language: "en", criteria: { group: "ipr" } },
    });
    const [link = ""] = await inbox.waitFor(duty, /https:\/\/sns\.[^\s"<]+confirmation\.html\?[^\s"<]+/);
    await api.call(subscriptions.confirm, { token: contactPoint, params: { id: body.id }, body: { link } });
    const before = await release();
    await inbox.waitFor(duty, new RegExp(before.reference));

    await change(administrations.suspend);
    expect((await refusal(api.call(users.me, { token: contactPoint }))).status).toBe(401);
    missed = await release();
    expect(await heardOf(missed.reference)).not.toContain(duty);
  });

  test("it is shown in the directory like any other", async () => {
    expect(await directory(await tokenOf("FR", "officer"), office)).toHaveLength(1);
  });

  test("reinstated, it finds in its list what came meanwhile, and hears of the next one", async () => {
    await change(administrations.reinstate);
    const { body } = await api.call(alerts.list, { token: contactPoint, query: { limit: "10" } });
    expect(body.items.find(({ id }) => id === missed.id)).toMatchObject({ toAcknowledge: true });
    expect((await api.call(alerts.get, { token: contactPoint, params: { id: missed.id } })).body.id).toBe(
      missed.id,
    );
    const next = await release();
    await inbox.waitFor(duty, new RegExp(next.reference));
  });
});

describe("leaving", () => {
  test("needs its own contact point and its own code", async () => {
    const params = { code: office };
    const ifMatch = await etagOf(office);
    const by = (token: string, code: string) =>
      refusal(api.call(administrations.leave, { token, params, ifMatch, body: { code } }));
    expect((await by(await tokenOf("FR", "officer"), office)).status).toBe(403);
    // A contact point of the secretariat, too; an operator suspends.
    expect((await by(operator, office)).status).toBe(404);
    expect((await by(await tokenOf("FR", "contact-point"), office)).status).toBe(404);
    expect(await by(contactPoint, "FR")).toMatchObject({ status: 422, errors: [{ pointer: "/code" }] });
  });

  test("it is refused from then on, hears of nothing, and is in no directory", async () => {
    const { body } = await api.call(administrations.leave, {
      token: contactPoint,
      params: { code: office },
      ifMatch: await etagOf(office),
      body: { code: office },
    });
    expect(body.state).toBe("left");
    expect((await refusal(api.call(users.me, { token: contactPoint }))).status).toBe(401);
    const signIn = api.call(administrations.signIn, { params: { administration: office } });
    expect((await refusal(signIn)).status).toBe(404);
    expect(await directory(await tokenOf("FR", "officer"), office)).toEqual([]);
    await until("its addresses are let go of", async () => {
      const { endpoints } = await subscriptionsOf(store, office);
      return endpoints.length === 0 ? true : undefined;
    });
    const { reference } = await release();
    expect(await heardOf(reference)).not.toContain(duty);
  });

  test("let in again, it has another pool, none of its former people, and its first user signs in", async () => {
    const before = await getAdministration(store, office);
    await create(office, "again");
    await active(office);
    const after = await getAdministration(store, office);
    expect(after?.pool?.userPoolId).not.toBe(before?.pool?.userPoolId);
    expect((await refusal(api.call(users.me, { token: contactPoint }))).status).toBe(401);
    const token = await enter(office, "again");
    const { body } = await api.call(users.list, { token, query: {} });
    expect(body.items.map(({ email }) => email)).toEqual([addressOf(office, "again")]);
    expect(await store.get(administrationKey(office))).not.toHaveProperty("formerly");
  });
});
