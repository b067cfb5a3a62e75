import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { erasingParties } from "../../../functions/schedules/upkeep/erasing-parties.ts";
import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { draft, type Exchange, exchange, release } from "./exchange.ts";

/** In every text of a party. */
const CANARY = "CANARY";
const body = {
  parties: [
    {
      role: "consignor",
      name: `${CANARY} Trading`,
      address: `1 ${CANARY} Road`,
      identifiers: [{ kind: "EORI", value: `${CANARY}1` }],
    },
  ],
  readers: ["KE"],
};
const toBoth = { audience: { kind: "administrations", administrations: ["KE", "DE"] } };

let of: Exchange;
let at: string;
let path: string;
beforeEach(async () => {
  of = await exchange();
  ({ path } = await release(of, toBoth));
  at = `${path}/parties`;
});
afterEach(() => vi.useRealTimers());

const enter = () => of.call("FR releaser", "PUT", at, body);
const status = async (who: string, address = at) => (await of.call(who, "GET", address)).status;
const trailOf = (administration: string, action: string) =>
  of.store.items().filter((item) => item.pk === `AUD#${administration}` && item["action"] === action);
const nominal = () => of.store.items().filter(({ pk }) => pk.startsWith("NOM#"));
const upkeep = async () => {
  const administration = await getAdministration(of.store, "FR");
  if (administration === undefined) throw new Error("There is no France");
  const newId = () => crypto.randomUUID();
  await erasingParties({ store: of.store, clock: () => new Date(), newId })(administration);
};

test("the author's and the named administrations read who is named; to everybody else nobody is", async () => {
  await enter();
  for (const who of ["FR contact-point", "FR releaser", "FR officer", "KE contact-point", "KE officer"])
    expect([who, await status(who)]).toEqual([who, 200]);
  for (const who of ["FR reader", "FR duty", "KE reader", "WCO operator"])
    expect([who, await status(who)]).toEqual([who, 403]);
  const toOthers = await of.refused("DE releaser", "GET", at);
  const { path: without } = await release(of, toBoth);
  expect(toOthers).toEqual(await of.refused("DE releaser", "GET", `${without}/parties`));
  expect(toOthers.status).toBe(404);
  expect((await of.call("KE officer", "GET", at)).json).not.toHaveProperty("readers");
});

test("each look is in the reader's trail and in the author's, and neither says who is named", async () => {
  await enter();
  const { etag } = await of.call("KE officer", "GET", at);
  expect(trailOf("KE", "alerts.read-parties")).toHaveLength(1);
  expect(trailOf("FR", "alerts.parties-read")).toMatchObject([{ actor: "system", detail: { by: "KE" } }]);
  await of.call("KE officer", "GET", at, undefined, { "If-None-Match": etag });
  expect(trailOf("KE", "alerts.read-parties")).toHaveLength(1);
});

test("nothing of who is named is kept outside the table of nominal data", async () => {
  await enter();
  await of.call("KE officer", "GET", at);
  await of.call("KE officer", "GET", path);
  const elsewhere = of.store.items().filter(({ pk }) => !pk.startsWith("NOM#"));
  expect(JSON.stringify(elsewhere)).not.toContain(CANARY);
  expect(JSON.stringify(nominal())).toContain(CANARY);
  for (const address of [path, "/v1/alerts", "/v1/audit"])
    expect(JSON.stringify((await of.call("FR contact-point", "GET", address)).json)).not.toContain(CANARY);
});

test("a change is made on what was read, and readers are of the alert's audience", async () => {
  const { etag } = await enter();
  expect((await of.refused("FR releaser", "PUT", at, body)).status).toBe(428);
  expect((await of.refused("FR releaser", "PUT", at, body, { "If-Match": '"parties-9"' })).status).toBe(412);
  const outside = await of.refused(
    "FR releaser",
    "PUT",
    at,
    { ...body, readers: ["WCO"] },
    { "If-Match": etag },
  );
  expect(outside.errors).toMatchObject([{ pointer: "/readers" }]);
  expect((await of.refused("FR officer", "PUT", at, body, { "If-Match": etag })).status).toBe(403);
  expect((await of.refused("KE officer", "PUT", at, body, { "If-Match": etag })).status).toBe(403);
  const changed = await of.call("FR releaser", "PUT", at, { ...body, readers: [] }, { "If-Match": etag });
  expect(changed.json).toMatchObject({ version: 2, readers: [] });
  expect(await status("KE officer")).toBe(404);
});

test("an officer names parties in a draft of their own, and nobody outside reads them before the release", async () => {
  const own = await draft(of, toBoth);
  const address = `${own.path}/parties`;
  expect((await of.call("FR officer", "PUT", address, body)).status).toBe(200);
  expect(await status("KE officer", address)).toBe(404);
  await of.call("FR releaser", "POST", `${own.path}/release`, undefined, { "If-Match": own.etag });
  expect(await status("KE officer", address)).toBe(200);
});

test("what is deleted is gone with every earlier version", async () => {
  const { etag } = await enter();
  const changed = await of.call("FR releaser", "PUT", at, body, { "If-Match": etag });
  expect((await of.call("FR releaser", "DELETE", at, undefined, { "If-Match": changed.etag })).status).toBe(
    204,
  );
  expect(nominal()).toEqual([]);
  expect(trailOf("FR", "alerts.remove-parties")).toMatchObject([{ detail: { versions: 2 } }]);
});

test("who is named is erased three years after the end, once, and not before", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-25T08:00:00.000Z") });
  await enter();
  const head = of.store.items().find(({ pk, sk }) => pk.startsWith("ALT#") && sk === "HEAD");
  if (head === undefined) throw new Error("There is no alert");
  await of.store.writeMany([{ put: { ...head, state: "closed", changedAt: "2026-12-01T00:00:00.000Z" } }]);
  for (const now of ["2026-12-30", "2027-06-01", "2029-11-30"]) {
    vi.setSystemTime(new Date(`${now}T00:00:00.000Z`));
    await upkeep();
    expect(nominal()).not.toEqual([]);
  }
  vi.setSystemTime(new Date("2030-01-05T00:00:00.000Z"));
  await upkeep();
  await upkeep();
  expect(nominal()).toEqual([]);
  expect(trailOf("FR", "alerts.erase-parties")).toMatchObject([{ actor: "system", detail: { parties: 1 } }]);
});
