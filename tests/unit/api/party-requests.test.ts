import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { erasingParties } from "../../../functions/schedules/upkeep/erasing-parties.ts";
import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { getGroup, groupItem } from "../../../shared/adapters/records/groups.ts";
import { type Exchange, exchange, release } from "./exchange.ts";

/** The name that is asked about, and another one. */
const [WRONG, RIGHT] = ["CANARY Trading", "Right Company"];
const party = (name: string) => ({ role: "consignor", name });
const toBoth = { audience: { kind: "administrations", administrations: ["KE", "DE"] } };

let of: Exchange;
let id: string;
let reference: string;
let at: string;
let etag: string;
beforeEach(async () => {
  of = await exchange();
  const { path, released } = await release(of, toBoth);
  ({ id, reference } = released.json);
  at = `${path}/parties`;
  const names = { parties: [party(WRONG), party(RIGHT)], readers: ["KE"] };
  ({ etag } = await of.call("FR releaser", "PUT", at, names));
});
afterEach(() => vi.useRealTimers());

const ask = (who: string, kind: string) =>
  of.call(who, "POST", "/v1/requests", { alert: id, kind, about: `${WRONG} has nothing to do with it.` });
const decide = (who: string, request: string, body: object, version = "request-waiting") =>
  of.call(who, "PATCH", `/v1/requests/${request}`, body, { "If-Match": `"${version}"` });
const grant = (parties: readonly object[], version = 1) => ({ decision: "granted", version, parties });
const stored = () => JSON.stringify(of.store.items());
const elsewhere = () => JSON.stringify(of.store.items().filter(({ pk }) => !pk.startsWith("NOM#")));
const trailOf = (administration: string, action: string) =>
  of.store.items().filter((item) => item.pk === `AUD#${administration}` && item["action"] === action);
const hold = (body: object = { until: "2031-01-01T00:00:00.000Z" }) =>
  of.call("WCO operator", "POST", "/v1/holds", { reference, reason: "A court asks for it.", ...body });
const upkeep = async () => {
  const administration = await getAdministration(of.store, "FR");
  if (administration === undefined) throw new Error("There is no France");
  const newId = () => crypto.randomUUID();
  await erasingParties({ store: of.store, clock: () => new Date(), newId })(administration);
};

test("whoever reads the alert asks, the author finds it, and an erasure that is granted leaves the name nowhere", async () => {
  // Changed twice since, so that earlier versions have the name.
  for (let n = 0; n < 2; n += 1)
    ({ etag } = await of.call(
      "FR releaser",
      "PUT",
      at,
      { parties: [party(WRONG), party(RIGHT)], readers: ["KE"] },
      { "If-Match": etag },
    ));
  const { json: asked } = await ask("DE officer", "erasure");
  expect(asked).toMatchObject({ state: "waiting", administration: "DE", author: "FR" });
  const { json: waiting } = await of.call("FR contact-point", "GET", "/v1/requests");
  expect(waiting.items).toMatchObject([{ id: asked.id, kind: "erasure", reference }]);
  expect(JSON.stringify(waiting)).not.toContain(WRONG);
  expect((await of.call("FR releaser", "GET", `/v1/requests/${asked.id}`)).json.about).toContain(WRONG);
  expect(elsewhere()).not.toContain(WRONG);

  const { status, json } = await decide("FR releaser", asked.id, grant([party(RIGHT)], 3));
  expect([status, json.state]).toEqual([200, "granted"]);
  expect(json).not.toHaveProperty("about");
  expect(stored()).not.toContain(WRONG);
  const { json: left } = await of.call("KE officer", "GET", at);
  expect(left).toMatchObject({ version: 4, parties: [party(RIGHT)] });
  expect((await of.call("FR contact-point", "GET", "/v1/requests")).json.items).toEqual([]);
  const detail = { request: asked.id, kind: "erasure", parties: 1, versions: 3 };
  expect(trailOf("FR", "alerts.grant-party-request")).toMatchObject([{ subject: id, detail }]);
  expect(trailOf("DE", "alerts.granted-party-request")).toMatchObject([{ actor: "system", subject: id }]);
});

test("all names erased, the alert names nobody, and its author sees that there was a request", async () => {
  const { json: asked } = await ask("FR contact-point", "erasure");
  await decide("FR releaser", asked.id, grant([]));
  expect((await of.call("FR releaser", "GET", at)).json).toMatchObject({ version: 0, parties: [] });
  const { json } = await of.call("FR releaser", "GET", `/v1/requests?alert=${id}`);
  expect(json.items).toMatchObject([{ kind: "erasure", state: "granted" }]);
});

test("a correction changes the name at once, and what was wrong is in no earlier version", async () => {
  const { json: asked } = await ask("KE officer", "correction");
  const nobody = await of.refused("FR releaser", "PATCH", `/v1/requests/${asked.id}`, grant([]), {
    "If-Match": '"request-waiting"',
  });
  expect(nobody.errors).toMatchObject([{ pointer: "/parties" }]);
  await decide("FR releaser", asked.id, grant([party("Corrected Trading"), party(RIGHT)]));
  expect(stored()).not.toContain(WRONG);
  expect((await of.call("KE officer", "GET", at)).json.parties[0].name).toBe("Corrected Trading");
});

test("refused, it says why to who asked, changes no name, and what it said of somebody is gone", async () => {
  const { json: asked } = await ask("DE officer", "correction");
  const reason = "There is no such name in it.";
  await decide("FR releaser", asked.id, { decision: "refused", reason });
  const { json } = await of.call("DE officer", "GET", `/v1/requests/${asked.id}`);
  expect(json).toMatchObject({ state: "refused", decision: { reason } });
  expect(json).not.toHaveProperty("about");
  expect((await of.call("FR releaser", "GET", at)).json).toMatchObject({ version: 1 });
  const again = await of.refused("FR releaser", "PATCH", `/v1/requests/${asked.id}`, grant([party(RIGHT)]), {
    "If-Match": '"request-refused"',
  });
  expect(again.status).toBe(409);
});

test("only who asked and the author know of a request, and the author's releasers alone decide", async () => {
  const { json: asked } = await ask("DE officer", "erasure");
  const address = `/v1/requests/${asked.id}`;
  const never = "/v1/requests/01970000-0000-7000-8000-000000000000";
  expect(await of.refused("KE officer", "GET", address)).toEqual(
    await of.refused("KE officer", "GET", never),
  );
  expect((await of.call("KE officer", "GET", `/v1/requests?alert=${id}`)).json.items).toEqual([]);
  expect((await of.refused("WCO operator", "GET", address)).status).toBe(403);
  const tried = async (who: string, version: string, body: object = grant([party(RIGHT)])) =>
    (await of.refused(who, "PATCH", address, body, { "If-Match": `"${version}"` })).status;
  expect(await tried("KE releaser", "request-waiting")).toBe(404);
  expect(await tried("DE releaser", "request-waiting")).toBe(403);
  expect(await tried("FR officer", "request-waiting")).toBe(403);
  expect(await tried("FR releaser", "request-granted")).toBe(412);
  expect(await tried("FR releaser", "request-waiting", grant([party(RIGHT)], 7))).toBe(412);
});

test("what is held is erased neither by its author, nor for who asks, nor by its period; a correction keeps what was", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-25T08:00:00.000Z") });
  expect((await hold()).status).toBe(201);
  expect(trailOf("FR", "alerts.held")).toMatchObject([{ actor: "secretariat", subject: id }]);
  expect((await of.call("FR releaser", "GET", at)).json.heldUntil).toBe("2031-01-01T00:00:00.000Z");
  expect((await of.call("KE officer", "GET", at)).json).not.toHaveProperty("heldUntil");
  const removal = await of.refused("FR releaser", "DELETE", at, undefined, { "If-Match": etag });
  expect([removal.status, removal.json.detail]).toEqual([
    409,
    "They are held for proceedings until 2031-01-01; nothing is erased before.",
  ]);
  const { json: erasure } = await ask("DE officer", "erasure");
  const address = `/v1/requests/${erasure.id}`;
  const headers = { "If-Match": '"request-waiting"' };
  expect((await of.refused("FR releaser", "PATCH", address, grant([party(RIGHT)]), headers)).status).toBe(
    409,
  );
  const { json: correction } = await ask("DE officer", "correction");
  await decide("FR releaser", correction.id, grant([party("Corrected Trading")]));
  expect(stored()).toContain(WRONG);

  const head = of.store.items().find(({ pk, sk }) => pk === `ALT#${id}` && sk === "HEAD");
  if (head === undefined) throw new Error("There is no alert");
  await of.store.writeMany([{ put: { ...head, state: "closed", changedAt: "2026-12-01T00:00:00.000Z" } }]);
  vi.setSystemTime(new Date("2030-06-01T00:00:00.000Z"));
  await upkeep();
  expect(stored()).toContain(WRONG);
  vi.setSystemTime(new Date("2031-02-01T00:00:00.000Z"));
  await upkeep();
  expect(of.store.items().filter(({ pk }) => pk.startsWith("NOM#"))).toEqual([]);
});

test("a hold is ended by leaving its end out, and only one that there is", async () => {
  const ending = { until: undefined };
  const body = { reference, reason: "The proceedings are over." };
  expect((await of.refused("WCO operator", "POST", "/v1/holds", body)).status).toBe(409);
  await hold();
  expect((await of.call("WCO operator", "GET", "/v1/holds")).json.items).toMatchObject([{ reference }]);
  expect((await hold(ending)).status).toBe(201);
  expect((await of.call("WCO operator", "GET", "/v1/holds")).json.items).toEqual([]);
  expect((await of.call("FR releaser", "DELETE", at, undefined, { "If-Match": etag })).status).toBe(204);
  for (const until of ["2020-01-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z"]) {
    const refused = await of.refused("WCO operator", "POST", "/v1/holds", { ...body, until });
    expect(refused.errors).toMatchObject([{ pointer: "/until" }]);
  }
  const unknown = { ...body, reference: "IPR-2026-999999", until: "2030-01-01T00:00:00.000Z" };
  expect((await of.refused("WCO operator", "POST", "/v1/holds", unknown)).errors).toMatchObject([
    { pointer: "/reference" },
  ]);
});

test("a group's own period decides when names are erased", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-25T08:00:00.000Z") });
  const group = await getGroup(of.store, "ipr");
  if (group === undefined) throw new Error("There is no group");
  await of.store.writeMany([{ put: groupItem({ ...group, partiesYears: 1 }) }]);
  await ask("DE officer", "erasure");
  const head = of.store.items().find(({ pk, sk }) => pk === `ALT#${id}` && sk === "HEAD");
  if (head === undefined) throw new Error("There is no alert");
  await of.store.writeMany([{ put: { ...head, state: "closed", changedAt: "2026-12-01T00:00:00.000Z" } }]);
  vi.setSystemTime(new Date("2027-11-01T00:00:00.000Z"));
  await upkeep();
  expect(stored()).toContain(WRONG);
  vi.setSystemTime(new Date("2027-12-20T00:00:00.000Z"));
  await upkeep();
  expect(stored()).not.toContain(WRONG);
});
