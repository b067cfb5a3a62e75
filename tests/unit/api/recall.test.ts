import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { disseminate } from "../../../functions/streams/dispatch/disseminate.ts";
import { getUser, userItem } from "../../../shared/adapters/records/users.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Exchange } from "./exchange.ts";
import { CANARY, recallExchange, recalledByFrance, refusedSign, releasedToKenya, sign } from "./recalled.ts";
import { connect } from "./systems.ts";

const REASON = "The laboratory was mistaken.";
let of: Exchange;
/** What happens between a request's last reading and its writing, once. */
let meanwhile: (() => Promise<unknown>) | undefined;
const interrupted = (store: RecordStore): RecordStore => ({
  ...store,
  transact: async (writes) => {
    const other = meanwhile;
    meanwhile = undefined;
    await other?.();
    return store.transact(writes);
  },
});

beforeEach(async () => {
  meanwhile = undefined;
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-10T10:00:00.000Z") });
  of = await recallExchange(interrupted);
});
afterEach(() => {
  vi.useRealTimers();
});

const stateOf = async (path: string) => (await of.call("FR officer", "GET", path)).status;

test.each([
  ["FR releaser", "FR contact-point"],
  ["FR contact-point", "FR releaser"],
  ["WCO operator", "WCO operator 2"],
])("%s opens the recall, and %s carries it out with the first one's reason", async (first, second) => {
  const { path, reference } = await releasedToKenya(of);
  const opened = await sign(of, first, path, REASON);
  expect(opened.json).toMatchObject({ reference, state: "released", next: "wait" });
  expect(opened.json.signatures).toMatchObject([{ reason: REASON, isOwn: true }]);
  expect(await stateOf(path)).toBe(200);
  const done = await sign(of, second, path);
  expect(done.json).toMatchObject({ reference, state: "recalled", recalled: { reason: REASON } });
  expect(await stateOf(path)).toBe(410);
});

test.each([
  ["FR releaser", "FR releaser"],
  ["FR releaser", "FR releaser 2"],
  ["FR contact-point", "FR contact-point 2"],
  ["WCO operator", "WCO operator"],
])("%s and then %s do not recall: the second is refused, and nothing changes", async (first, second) => {
  const { path } = await releasedToKenya(of);
  await sign(of, first, path, REASON);
  const refused = await refusedSign(of, second, path, REASON);
  expect(refused.status).toBe(409);
  expect(await stateOf(path)).toBe(200);
});

test("an operator's signature and a releaser's each wait for one of their own side", async () => {
  const { path } = await releasedToKenya(of);
  await sign(of, "FR releaser", path, REASON);
  expect((await sign(of, "WCO operator", path, "For another reason.")).json.state).toBe("released");
  expect((await sign(of, "WCO operator 2", path)).json.recalled.reason).toBe("For another reason.");
});

test("the first signature lapses after 24 hours, and the next one opens the recall anew", async () => {
  const { path } = await releasedToKenya(of);
  await sign(of, "FR releaser", path, REASON);
  vi.setSystemTime("2026-11-11T10:00:00.000Z");
  expect((await refusedSign(of, "FR contact-point", path)).errors[0]?.pointer).toBe("/reason");
  expect((await sign(of, "FR contact-point", path, "Again.")).json.state).toBe("released");
  vi.setSystemTime("2026-11-12T09:59:59.999Z");
  expect((await sign(of, "FR releaser", path)).json.recalled.reason).toBe("Again.");
});

test("the signature of somebody who was disabled since does not count", async () => {
  const { path } = await releasedToKenya(of);
  await sign(of, "FR releaser", path, REASON);
  const id = of.people.get("FR releaser") ?? "";
  const user = await getUser(of.store, "FR", id);
  if (user === undefined) throw new Error("There is no releaser");
  await of.store.writeMany([{ put: userItem({ ...user, state: "disabled" }) }]);
  expect((await of.call("FR contact-point", "GET", `${path}/recall`)).json.next).toBe("open");
  expect((await sign(of, "FR contact-point", path, REASON)).json.state).toBe("released");
});

test("nobody else signs; to whom the alert is unknown, so is its recall", async () => {
  const { path } = await releasedToKenya(of);
  for (const who of ["FR officer", "FR reader", "KE officer"])
    expect(
      (await of.refused(who, "POST", `${path}/recall`, { reason: REASON }, { "If-Match": '"x"' })).status,
    ).toBe(403);
  expect(
    (await of.refused("KE releaser", "POST", `${path}/recall`, { reason: REASON }, { "If-Match": '"x"' }))
      .status,
  ).toBe(403);
  for (const [who, method] of [
    ["DE releaser", "POST"],
    ["DE releaser", "GET"],
    ["DE reader", "GET"],
  ] as const) {
    const body = method === "POST" ? { reason: REASON } : undefined;
    expect((await of.refused(who, method, `${path}/recall`, body, { "If-Match": '"x"' })).status).toBe(404);
  }
});

test("an operator recalls what it may not read, by its reference, and learns nothing else of it", async () => {
  const { path, id, reference } = await releasedToKenya(of);
  expect((await of.call("WCO operator", "GET", path)).status).toBe(404);
  const found = await of.call("WCO operator", "GET", `/v1/alert-recalls?reference=${reference}`);
  expect(found.json.items).toEqual([{ id, reference, state: "released" }]);
  const { json } = await of.call("WCO operator", "GET", `${path}/recall`);
  expect(json).toEqual({ id, reference, state: "released", signatures: [], next: "open" });
  for (const who of ["KE releaser", "DE releaser"])
    expect((await of.call(who, "GET", `/v1/alert-recalls?reference=${reference}`)).json.items).toEqual([]);
});

test("a recall that was begun is listed for those who may complete it, and told to nobody else", async () => {
  const { path, reference } = await releasedToKenya(of);
  const open = async (who: string) => (await of.call(who, "GET", "/v1/alert-recalls")).json.items;
  await sign(of, "FR releaser", path, REASON);
  expect(await open("FR contact-point")).toMatchObject([{ reference }]);
  expect(await open("WCO operator")).toEqual([]);
  expect(await open("KE contact-point")).toEqual([]);
  expect((await of.call("KE contact-point", "GET", `${path}/recall`)).json).not.toHaveProperty("signatures");
  await sign(of, "FR contact-point", path);
  expect(await open("FR contact-point")).toEqual([]);
});

test("of two who sign first in the same moment, one is told to look again", async () => {
  const { path } = await releasedToKenya(of);
  const { etag } = await of.call("FR contact-point", "GET", `${path}/recall`);
  const answer = of.call(
    "FR contact-point",
    "POST",
    `${path}/recall`,
    { reason: "Mine." },
    { "If-Match": etag },
  );
  meanwhile = () => sign(of, "FR releaser", path, REASON);
  expect((await answer).status).toBe(412);
  expect(await stateOf(path)).toBe(200);
});

test("whoever read another reason than the one that would be told does not carry it out", async () => {
  const { path } = await releasedToKenya(of);
  const { etag } = await of.call("FR contact-point", "GET", `${path}/recall`);
  await sign(of, "FR releaser", path, REASON);
  const headers = { "If-Match": etag };
  expect((await of.refused("FR contact-point", "POST", `${path}/recall`, {}, headers)).status).toBe(412);
});

test("what was recalled is not recalled again", async () => {
  const { path } = await recalledByFrance(of);
  expect((await refusedSign(of, "WCO operator", path, REASON)).status).toBe(409);
});

test("an acknowledgement of before gives no way back to it", async () => {
  const { path } = await releasedToKenya(of);
  await of.call("KE duty", "PUT", `${path}/acknowledgement`, { result: "no-trace" });
  await sign(of, "FR releaser", path, REASON);
  await sign(of, "FR contact-point", path);
  expect((await of.call("KE duty", "GET", path)).status).toBe(410);
});

test("both trails tell of it, whole and without a word of the alert", async () => {
  const { path, id } = await releasedToKenya(of);
  await sign(of, "WCO operator", path, REASON);
  await sign(of, "WCO operator 2", path);
  const entries = (administration: string) =>
    of.store
      .items()
      .filter(({ pk, sk }) => pk === `AUD#${administration}` && sk.startsWith("E#"))
      .filter(({ action, subject }) => action === "alerts.recall" && subject === id);
  expect(entries("WCO").map(({ actor }) => actor)).toEqual([
    of.people.get("WCO operator"),
    of.people.get("WCO operator 2"),
  ]);
  expect(entries("FR").map(({ actor }) => actor)).toEqual(["secretariat"]);
  expect(JSON.stringify([...entries("WCO"), ...entries("FR")])).not.toContain(CANARY);
});

test("an administration confirms that it dropped it: its people and its systems, each once; author and operators see who did", async () => {
  const { path } = await recalledByFrance(of);
  const todo = async () => (await of.call("KE reader", "GET", "/v1/alerts?unacknowledged=true")).json.items;
  expect(await todo()).toMatchObject([{ state: "recalled", toAcknowledge: true, title: "" }]);
  expect((await of.refused("KE reader", "PUT", `${path}/recall-receipt`, {})).status).toBe(403);
  expect((await of.refused("DE duty", "PUT", `${path}/recall-receipt`, {})).status).toBe(404);
  expect((await of.refused("FR contact-point", "PUT", `${path}/recall-receipt`, {})).status).toBe(409);
  const receipts = async (who: string) => (await of.call(who, "GET", `${path}/recall`)).json.receipts;
  expect(await receipts("FR officer")).toEqual([{ administration: "KE" }]);
  const confirmed = await of.call("KE duty", "PUT", `${path}/recall-receipt`, {
    note: "Two printouts burnt.",
  });
  expect(confirmed.json).toMatchObject({ administration: "KE", people: { note: "Two printouts burnt." } });
  expect(await todo()).toEqual([]);
  of.systems.set("KE system", await connect(of.store, "KE", ["alerts/read"]));
  const system = await of.call("KE system", "PUT", `${path}/recall-receipt`, {});
  expect(system.json).toMatchObject({ ...confirmed.json, system: { at: expect.any(String) } });
  const again = await of.call("KE contact-point", "PUT", `${path}/recall-receipt`, { note: "Another." });
  expect(again.json).toEqual(system.json);
  for (const who of ["FR officer", "WCO operator", "KE reader"])
    expect(await receipts(who)).toEqual([system.json]);
});

test("a release whose listing was under way is listed as recalled", async () => {
  const { id, path, reference } = await releasedToKenya(of);
  await sign(of, "FR releaser", path, REASON);
  let reads = 0;
  const late: RecordStore = {
    ...of.store,
    // Recalled after the release was read, before its rows are written.
    transact: async (writes) => {
      reads += 1;
      if (reads === 1) await sign(of, "FR contact-point", path);
      return of.store.transact(writes);
    },
  };
  const handOvers = await disseminate(late, { alert: id, version: 1 });
  expect(handOvers.every(({ recalled }) => recalled)).toBe(true);
  const { json } = await of.call("KE reader", "GET", `/v1/alerts?reference=${reference}`);
  expect(json.items).toMatchObject([{ state: "recalled", title: "" }]);
  const list = await of.call("KE reader", "GET", "/v1/alerts");
  expect(JSON.stringify(list.json)).not.toContain(CANARY);
});

test("whoever holds the receipts of before is told that another one came", async () => {
  const { path } = await recalledByFrance(of);
  const held = await of.call("FR officer", "GET", `${path}/recall`);
  await of.call("KE duty", "PUT", `${path}/recall-receipt`, {});
  const ask = (tag: string) =>
    of.call("FR officer", "GET", `${path}/recall`, undefined, { "If-None-Match": tag });
  const answer = await ask(held.etag);
  expect(answer.status).toBe(200);
  expect((await ask(answer.etag)).status).toBe(304);
});
