import { beforeEach, expect, test, vi } from "vitest";
import { groupItem, membershipItems } from "../../../shared/adapters/records/groups.ts";
import { iprGroup } from "../../../shared/domain/group.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { type Exchange, exchange, release } from "./exchange.ts";

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

/** Of an alert of France's to Kenya. */
let path: string;

beforeEach(async () => {
  meanwhile = undefined;
  of = await exchange(interrupted);
  ({ path } = await release(of));
});

const sighting = { type: "sighting", text: "Seen in Mombasa.", place: { country: "KE" } };
const question = { type: "question", text: "Which batch?" };
const translation = {
  type: "translation",
  language: "sw",
  title: "Glavu",
  summary: "Kontena.",
  by: "person",
};
const proposal = (patch: object, version = 1) => ({
  type: "correction-proposal",
  text: "The label says so.",
  version,
  patch,
});

const add = (who: string, content: object, rest: object = {}, at = path) =>
  of.call(who, "POST", `${at}/follow-ups`, { content, ...rest });
const refusedAdd = (who: string, content: object, rest: object = {}) =>
  of.refused(who, "POST", `${path}/follow-ups`, { content, ...rest });
const added = async (who: string, content: object, at = path): Promise<string> => {
  const made = await add(who, content, {}, at);
  expect(made.status).toBe(201);
  return made.json.id;
};
const shown = async (who: string, search = "", at = path) =>
  (await of.call(who, "GET", `${at}/follow-ups${search}`)).json.items;
const etagFor = async (who: string) => ({ "If-Match": (await of.call(who, "GET", path)).etag });
const reply = async (who: string, id: string, step: string, body: object) =>
  of.call(who, "POST", `${path}/follow-ups/${id}/${step}`, body, await etagFor("FR officer"));
const tasks = async (who: string) => (await of.call(who, "GET", "/v1/alert-follow-ups")).json.items;

test.each([
  sighting,
  { type: "result", text: "Detained.", outcome: "detained", date: "2026-11" },
  { type: "laboratory-finding", laboratory: { result: "no-active-ingredient", laboratory: "NQCL, Kenya" } },
  question,
  proposal({ title: "Nitrile gloves" }),
  translation,
])("an administration of the audience adds a $type, and the whole audience reads it", async (content) => {
  const id = await added("KE officer", content);
  expect(await shown("FR reader")).toMatchObject([
    { id, administration: "KE", version: 1, tlp: "AMBER", content },
  ]);
});

test("who wrote it is told to the own administration, and to no other", async () => {
  const id = await added("KE officer", question);
  await reply("FR officer", id, "answer", { text: "Batch 12." });
  const [own] = await shown("KE reader");
  const [authors] = await shown("FR reader");
  expect(own.by).toBe(of.people.get("KE officer"));
  expect(own.reply).toMatchObject({ administration: "FR", text: "Batch 12." });
  expect(own.reply).not.toHaveProperty("by");
  expect(authors).not.toHaveProperty("by");
  expect(authors.reply.by).toBe(of.people.get("FR officer"));
});

test("to whom an alert was not addressed, nothing that was added to it is there, and it takes nothing", async () => {
  const id = await added("KE officer", question);
  const unknown = await of.refused(
    "DE officer",
    "GET",
    "/v1/alerts/019a8b00-0000-7000-8000-000000000000/follow-ups",
  );
  for (const [method, at, body] of [
    ["GET", `${path}/follow-ups`, undefined],
    ["POST", `${path}/follow-ups`, { content: sighting }],
    ["POST", `${path}/follow-ups/${id}/answer`, { text: "Guessed." }],
  ] as const)
    expect((await of.refused("DE officer", method, at, body, { "If-Match": '"version-1"' })).json).toEqual(
      unknown.json,
    );
  expect(await tasks("DE officer")).toEqual([]);
});

test("who was taken out of the group reads nothing of it, also of an alert that it acknowledged", async () => {
  const id = await added("KE officer", question);
  await of.call("KE duty", "PUT", `${path}/acknowledgement`, { result: "no-trace" });
  await reply("FR officer", id, "answer", { text: "Batch 12." });
  expect(await tasks("KE officer")).toHaveLength(1);
  const from = "2026-11-01T00:00:00.000Z";
  const left = membershipItems({
    group: "ipr",
    administration: "KE",
    history: "all",
    intervals: [{ from, until: "2026-11-02T00:00:00.000Z" }],
  });
  await of.store.writeMany([groupItem(iprGroup(from)), ...left].map((put) => ({ put })));
  expect((await of.call("KE officer", "GET", path)).status).toBe(200);
  expect((await of.refused("KE officer", "GET", `${path}/follow-ups`)).status).toBe(404);
  expect((await refusedAdd("KE officer", sighting)).status).toBe(404);
  expect(await tasks("KE officer")).toEqual([]);
});

test.each([
  ["KE reader", 403],
  ["KE duty", 403],
  ["KE officer", 201],
  ["KE releaser", 201],
])("%s adding a sighting is answered %i", async (who, status) => {
  expect((await add(who, sighting)).status).toBe(status);
});

test("what is added is as strictly marked as the alert, or stricter; to a whole group it cannot be TLP:RED", async () => {
  expect((await refusedAdd("KE officer", sighting, { tlp: "GREEN" })).errors[0]?.pointer).toBe("/tlp");
  expect((await add("KE officer", sighting, { tlp: "RED" })).json.tlp).toBe("RED");
  const { path: toAll } = await release(of, { audience: { kind: "group" } });
  const red = await of.refused("KE officer", "POST", `${toAll}/follow-ups`, {
    content: sighting,
    tlp: "RED",
  });
  expect(red.errors[0]?.pointer).toBe("/tlp");
});

test("the author answers a question once; until then it is among its tasks, and afterwards among the asker's", async () => {
  const id = await added("KE officer", question);
  expect(await tasks("FR officer")).toMatchObject([{ id, type: "question", state: "open", from: "KE" }]);
  expect(await tasks("KE officer")).toEqual([]);
  expect((await reply("FR officer", id, "answer", { text: "Batch 12." })).json).toMatchObject({
    state: "answered",
    reply: { text: "Batch 12.", administration: "FR" },
  });
  expect((await reply("FR officer", id, "answer", { text: "Batch 13." })).status).toBe(409);
  expect(await tasks("FR officer")).toEqual([]);
  expect(await tasks("KE officer")).toMatchObject([{ id, state: "answered", from: "FR" }]);
});

test("a reply of anybody but the author, or of another kind, is refused and changes nothing", async () => {
  const id = await added("KE officer", question);
  const headers = await etagFor("FR officer");
  const by = (who: string, step: string, body: object) =>
    of.refused(who, "POST", `${path}/follow-ups/${id}/${step}`, body, headers);
  expect((await by("KE officer", "answer", { text: "Mine." })).status).toBe(403);
  expect((await by("FR releaser", "accept", {})).status).toBe(409);
  expect((await by("FR officer", "reject", { text: "No." })).status).toBe(403);
});

test("the author turns a proposal into a revision in one step, which credits whose it was", async () => {
  const id = await added("KE officer", proposal({ title: "Nitrile gloves" }));
  const accepted = await reply("FR releaser", id, "accept", {});
  expect(accepted.json).toMatchObject({ state: "accepted", reply: { version: 2, administration: "FR" } });
  expect((await of.call("KE reader", "GET", path)).json).toMatchObject({
    title: "Nitrile gloves",
    version: 2,
  });
  const versions = of.store.items().filter(({ pk, sk }) => pk === `ALT#${path.slice(11)}` && sk === "V#0002");
  expect(versions).toMatchObject([
    { change: { kind: "revise", creditedTo: { administration: "KE", followUp: id } } },
  ]);
});

test("accepted twice at once, a proposal makes one revision", async () => {
  const id = await added("KE officer", proposal({ title: "Nitrile gloves" }));
  const headers = await etagFor("FR releaser");
  const accept = (who: string) => of.call(who, "POST", `${path}/follow-ups/${id}/accept`, {}, headers);
  const second = accept("FR contact-point");
  meanwhile = () => accept("FR releaser");
  expect((await second).status).toBe(412);
  expect((await of.call("KE reader", "GET", path)).json.version).toBe(2);
});

test("a question answered twice at once has one answer", async () => {
  const id = await added("KE officer", question);
  const headers = await etagFor("FR officer");
  const answer = (text: string) =>
    of.call("FR officer", "POST", `${path}/follow-ups/${id}/answer`, { text }, headers);
  const second = answer("Second.");
  meanwhile = () => answer("First.");
  expect((await second).status).toBe(409);
  expect((await shown("KE reader"))[0].reply.text).toBe("First.");
});

test("a proposal of an earlier version is taken up where what it corrects stayed, and refused by name where not", async () => {
  const [stays, overtaken, title] = await Promise.all([
    added("KE officer", proposal({ severity: "critical" })),
    added("KE officer", proposal({ title: "Masks", language: "fr" })),
    added("KE officer", proposal({ title: "Nitrile gloves" })),
  ]);
  await reply("FR releaser", title, "accept", {});
  const refused = await reply("FR releaser", overtaken, "accept", {});
  expect(refused.status).toBe(409);
  expect(refused.json.detail).toContain("since then you changed /title");
  expect((await reply("FR releaser", stays, "accept", { minor: true })).status).toBe(200);
  expect((await of.call("KE reader", "GET", path)).json).toMatchObject({
    title: "Nitrile gloves",
    severity: "critical",
    version: 3,
  });
});

test.each([
  ["of another version than there is", proposal({ title: "Masks" }, 7), 412],
  ["of nothing", proposal({}), 422],
  ["that says what the alert says", proposal({ title: "Gloves" }), 422],
  ["of a field that there is not", proposal({ titel: "Masks" }), 422],
  ["that would leave no goods", proposal({ goods: [] }), 422],
  ["of its audience", proposal({ audience: { kind: "group" } }), 422],
  ["of its group", proposal({ group: "operation-stop" }), 422],
])("a correction %s is refused, and nothing changes", async (_, content, status) => {
  expect((await refusedAdd("KE officer", content)).status).toBe(status);
});

test("the author does not ask itself, and adds results of its own", async () => {
  expect((await refusedAdd("FR officer", question)).status).toBe(409);
  expect((await refusedAdd("FR officer", proposal({ title: "Masks" }))).status).toBe(409);
  expect((await add("FR officer", sighting)).status).toBe(201);
});

test("of each administration and language the latest translation counts, and the earlier ones stay", async () => {
  await added("KE officer", translation);
  await added("KE officer", { ...translation, title: "Glavu za nitrile", by: "machine" });
  await added("FR officer", { ...translation, language: "fr", title: "Gants" });
  const latest = await shown("KE reader", "?type=translation");
  expect(latest.map(({ content }: { content: { title: string } }) => content.title)).toEqual([
    "Gants",
    "Glavu za nitrile",
  ]);
  expect(await shown("KE reader")).toHaveLength(3);
});

test("a long list is paged, newest first, each follow-up once", async () => {
  for (let n = 0; n < 27; n++) await added("KE officer", { ...sighting, text: `Sighting ${n}` });
  const first = await of.call("FR reader", "GET", `${path}/follow-ups`);
  expect(first.json.items).toHaveLength(25);
  const rest = await of.call("FR reader", "GET", `${path}/follow-ups?cursor=${first.json.nextCursor}`);
  expect(rest.json.items.map(({ content }: { content: { text: string } }) => content.text)).toEqual([
    "Sighting 1",
    "Sighting 0",
  ]);
  expect(rest.json.nextCursor).toBeNull();
});

test("asked twice with one key, a question stands once", async () => {
  const key = { "Idempotency-Key": "one" };
  const ask = () => of.call("KE officer", "POST", `${path}/follow-ups`, { content: question }, key);
  const [one, other] = [await ask(), await ask()];
  expect(other.json).toEqual(one.json);
  expect(await shown("KE reader")).toHaveLength(1);
});

test("the trail says that something was added and by whom, and nothing of what it says", async () => {
  await added("KE officer", { ...sighting, text: "canarybird" });
  const trail = of.store.items().filter(({ pk }) => pk.startsWith("AUD#"));
  expect(trail).toContainEqual(expect.objectContaining({ action: "alerts.follow-up", administration: "KE" }));
  expect(JSON.stringify(trail)).not.toContain("canarybird");
});

test("what follows up a restricted alert never goes to more than the alert itself", async () => {
  await added("KE officer", proposal({ severity: "critical" }));
  await added("KE officer", translation);
  for (const who of ["DE officer", "DE contact-point", "WCO operator"]) {
    const listed = await of.call(who, "GET", "/v1/alerts");
    expect(listed.json.items).toEqual([]);
    expect(await tasks(who)).toEqual([]);
    expect((await of.refused(who, "GET", `${path}/follow-ups?type=translation`)).status).toBe(404);
  }
});

test("the ledger says which version each administration has read and acknowledged", async () => {
  const line = async () => (await of.call("FR officer", "GET", `${path}/acknowledgements`)).json.items[0];
  await of.call("KE reader", "GET", path);
  await of.call("KE duty", "PUT", `${path}/acknowledgement`, { result: "no-trace" });
  await reply("FR releaser", await added("KE officer", proposal({ title: "Nitrile gloves" })), "accept", {});
  expect(await line()).toMatchObject({
    administration: "KE",
    readVersion: 1,
    acknowledgement: { version: 1 },
  });
  const { readAt } = await line();
  await of.call("KE reader", "GET", path);
  expect(await line()).toMatchObject({ readAt, readVersion: 2, acknowledgement: { version: 1 } });
});

test("who has not acknowledged by the time that an alert asks for is overdue, until it does", async () => {
  const { path: urgent } = await release(of, { acknowledgeBy: new Date(Date.now() + 1000).toISOString() });
  const line = async () => (await of.call("FR officer", "GET", `${urgent}/acknowledgements`)).json.items[0];
  expect(await line()).not.toHaveProperty("overdue");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2000 });
  expect(await line()).toMatchObject({ administration: "KE", overdue: true });
  await of.call("KE duty", "PUT", `${urgent}/acknowledgement`, { result: "no-trace" });
  expect(await line()).not.toHaveProperty("overdue");
  vi.useRealTimers();
});
