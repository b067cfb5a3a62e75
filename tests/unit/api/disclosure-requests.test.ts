import { beforeEach, expect, test } from "vitest";
import { type Exchange, exchange, release } from "./exchange.ts";

let of: Exchange;
let path: string;
const asked = { to: "The medicines authority", why: "It has to warn hospitals.", parts: ["goods"] };
const toBoth = { audience: { kind: "administrations", administrations: ["KE", "DE"] } };
beforeEach(async () => {
  of = await exchange();
  ({ path } = await release(of, toBoth));
});

const ask = (who = "KE officer", body: object = asked) =>
  of.call(who, "POST", `${path}/disclosure-requests`, body);
const listedTo = async (who: string) =>
  (await of.call(who, "GET", `${path}/disclosure-requests`)).json.items as readonly Record<string, unknown>[];
const trailOf = (administration: string, action: string) =>
  of.store.items().filter((item) => item.pk === `AUD#${administration}` && item["action"] === action);

test("a reader asks, its author grants, and both see what was asked and answered, without each other's people", async () => {
  const { status, json } = await ask();
  expect(status).toBe(201);
  expect(json).toMatchObject({ ...asked, administration: "KE", state: "waiting", version: 1 });
  const toAuthor = await listedTo("FR officer");
  expect(toAuthor).toHaveLength(1);
  expect(toAuthor[0]).not.toHaveProperty("by");
  const granted = await of.call("FR releaser", "POST", `${path}/disclosure-requests/${json.id}/grant`, {
    reason: "The batch numbers alone.",
  });
  expect(granted.status).toBe(200);
  const [own] = await listedTo("KE reader");
  expect(own).toMatchObject({ state: "granted", decision: { reason: "The batch numbers alone." } });
  expect(own?.["decision"]).not.toHaveProperty("by");
  expect(own?.["by"]).toBe(of.people.get("KE officer"));
});

test("another reader of the same alert learns of no request, not by the list, an id or an answer", async () => {
  const { json } = await ask();
  expect(await listedTo("DE officer")).toEqual([]);
  const theirs = await of.refused("DE officer", "POST", `${path}/disclosure-requests/${json.id}/grant`, {});
  const never = await of.refused(
    "DE officer",
    "POST",
    `${path}/disclosure-requests/01970000-0000-7000-8000-000000000000/grant`,
    {},
  );
  expect(theirs).toEqual(never);
  expect(theirs.status).toBe(404);
});

test("who asked does not decide, and what was decided stays decided", async () => {
  const { json } = await ask();
  const at = `${path}/disclosure-requests/${json.id}`;
  expect((await of.refused("KE releaser", "POST", `${at}/grant`, {})).status).toBe(403);
  expect((await of.refused("FR releaser", "POST", `${at}/refuse`, {})).status).toBe(422);
  expect((await of.call("FR releaser", "POST", `${at}/refuse`, { reason: "A case is open." })).status).toBe(
    200,
  );
  expect((await of.refused("FR officer", "POST", `${at}/grant`, {})).status).toBe(409);
});

test("both trails say that it was asked and decided, and neither says what", async () => {
  const { json } = await ask();
  await of.call("FR releaser", "POST", `${path}/disclosure-requests/${json.id}/refuse`, { reason: "No." });
  const entries = [
    ...trailOf("KE", "alerts.ask-disclosure"),
    ...trailOf("FR", "alerts.asked-disclosure"),
    ...trailOf("FR", "alerts.refuse-disclosure"),
    ...trailOf("KE", "alerts.refused-disclosure"),
  ];
  expect(entries).toHaveLength(4);
  expect(JSON.stringify(entries)).not.toMatch(/medicines authority|hospitals|No\./);
  for (const other of trailOf("KE", "alerts.refused-disclosure")) expect(other["actor"]).toBe("system");
});

test("to whom, why and which parts are said; its own author needs nobody's leave", async () => {
  const pointers = async (body: object) =>
    (await of.refused("KE officer", "POST", `${path}/disclosure-requests`, body)).errors.map(
      ({ pointer }) => pointer,
    );
  expect(await pointers({ why: "Because.", parts: ["goods"] })).toEqual(["/to"]);
  expect(await pointers({ ...asked, parts: [] })).toEqual(["/parts"]);
  expect(await pointers({ ...asked, parts: ["everything"] })).toEqual(["/parts/0"]);
  expect(await pointers({ ...asked, administrations: ["SE", "SE"] })).toEqual(["/administrations"]);
  expect((await of.refused("FR officer", "POST", `${path}/disclosure-requests`, asked)).status).toBe(409);
  expect((await of.refused("KE reader", "POST", `${path}/disclosure-requests`, asked)).status).toBe(403);
});

test("one administration asks twenty times about an alert, and others go on asking", async () => {
  for (let n = 0; n < 20; n++) expect((await ask()).status).toBe(201);
  expect((await of.refused("KE officer", "POST", `${path}/disclosure-requests`, asked)).status).toBe(409);
  expect((await ask("DE officer")).status).toBe(201);
  expect(await listedTo("FR officer")).toHaveLength(21);
});
