import { beforeEach, expect, test } from "vitest";
import { disseminate } from "../../../functions/streams/dispatch/disseminate.ts";
import { membershipItems } from "../../../shared/adapters/records/groups.ts";
import { content, type Exchange, exchange, release } from "./exchange.ts";
import { admitAll, settle } from "./people.ts";

let of: Exchange;
const place = (administration: string, from: string, region?: string) =>
  membershipItems({
    group: "ipr",
    administration,
    history: "all",
    intervals: [{ from, ...(region === undefined ? {} : { region }) }],
  }).map((put) => ({ put }));
const joins = async (code: string, region: string) => {
  await settle(of.store, code);
  for (const [who, id] of await admitAll(of.store, code)) of.people.set(who, id);
  await of.store.writeMany(place(code, new Date().toISOString(), region));
};
beforeEach(async () => {
  of = await exchange();
  const from = "2026-11-01T00:00:00.000Z";
  await of.store.writeMany([
    ...place("FR", from, "europe"),
    ...place("DE", from, "europe"),
    ...place("KE", from, "east-and-southern-africa"),
  ]);
});

const read = async (who: string, path: string) => (await of.call(who, "GET", path)).status;
const listed = async (who: string) =>
  ((await of.call(who, "GET", "/v1/alerts?group=ipr")).json.items as readonly { id: string }[]).length;
const sent = async (audience: object, change: object = {}) => {
  const { path, released } = await release(of, { audience, ...change });
  expect(released.status).toBe(200);
  await disseminate(of.store, { alert: released.json.id, version: 1 });
  return { path, released: released.json };
};

test("an alert to a region reaches who was in it at its release, and nobody who comes later", async () => {
  const { path, released } = await sent({ kind: "regions", regions: ["europe"] });
  expect(released.reference).toMatch(/^IPR-\d{4}-R/);
  expect(released).toMatchObject({ audience: { kind: "regions" }, addressed: ["DE", "FR"] });
  await joins("BE", "europe");
  expect([
    await read("DE reader", path),
    await read("KE reader", path),
    await read("BE reader", path),
  ]).toEqual([200, 404, 404]);
  expect([await listed("DE reader"), await listed("KE reader"), await listed("BE reader")]).toEqual([
    1, 0, 0,
  ]);
  // It has another region from today on.
  await of.store.writeMany(place("DE", "2026-11-01T00:00:00.000Z", "west-and-central-africa"));
  expect(await read("DE reader", path)).toBe(200);
});

test("an alert to all but some is kept from them, and from who comes later", async () => {
  const { path } = await sent({ kind: "all-but", administrations: ["DE"] });
  await joins("BE", "europe");
  for (const [who, status] of [
    ["KE reader", 200],
    ["WCO operator", 200],
    ["DE reader", 404],
    ["BE reader", 404],
  ] as const)
    expect(await read(who, path), who).toBe(status);
});

test("an audience that nobody is in, or that its label cannot keep, is refused with what would be right", async () => {
  const refusals = async (change: object) =>
    (await of.refused("FR officer", "POST", "/v1/alerts", { ...content, ...change })).errors;
  expect(await refusals({ audience: { kind: "regions", regions: ["west-and-central-africa"] } })).toEqual([
    {
      pointer: "/audience/regions",
      detail: "No other member of ipr is in these regions. Add another one.",
    },
  ]);
  expect(await refusals({ audience: { kind: "all-but", administrations: ["DE", "KE", "WCO"] } })).toEqual([
    {
      pointer: "/audience/administrations",
      detail: "Nobody else of ipr would be left to read it. Leave out fewer.",
    },
  ]);
  expect(await refusals({ audience: { kind: "all-but", administrations: ["SE"] } })).toEqual([
    { pointer: "/audience/administrations", detail: "Not in the group ipr: SE. Leave them out." },
  ]);
  const pointers = async (change: object) => (await refusals(change)).map(({ pointer }) => pointer);
  expect(await pointers({ tlp: "GREEN", audience: { kind: "all-but", administrations: ["DE"] } })).toEqual([
    "/tlp",
  ]);
  expect(await pointers({ tlp: "RED", audience: { kind: "regions", regions: ["europe"] } })).toEqual([
    "/tlp",
  ]);
  expect(await pointers({ audience: { kind: "regions", regions: ["atlantis"] } })).toEqual([
    "/audience/regions/0",
  ]);
  expect(await pointers({ handling: { code: "H3" } })).toEqual(["/handling/conditions"]);
  expect(await pointers({ handling: { code: "H4" } })).toEqual(["/handling/code"]);
});

test("handling code and conditions are shown to readers, and are in no row of a list", async () => {
  const handling = { code: "H1", conditions: "Ask before you open a case." };
  const { path } = await sent({ kind: "administrations", administrations: ["KE"] }, { handling });
  expect((await of.call("KE reader", "GET", path)).json.handling).toEqual(handling);
  const { json } = await of.call("KE reader", "GET", "/v1/alerts?group=ipr");
  expect(json.items).toHaveLength(1);
  expect(JSON.stringify(json)).not.toContain("Ask before");
});

test("a suggestion names members of the group with every reason, to the author's side alone", async () => {
  const { path } = await sent(
    { kind: "administrations", administrations: ["KE"] },
    {
      route: { departure: { country: "CN" }, transits: [{ country: "KE" }], destination: { country: "DE" } },
      goods: [{ category: "gloves", description: "Gloves", origin: "DE" }],
    },
  );
  const { json } = await of.call("FR officer", "GET", `${path}/suggested-audience`);
  expect(json).toEqual({
    group: "ipr",
    items: [
      { administration: "KE", reasons: ["transit"] },
      { administration: "DE", reasons: ["destination", "origin"] },
    ],
  });
  expect((await of.refused("KE officer", "GET", `${path}/suggested-audience`)).status).toBe(403);
  expect((await of.refused("DE officer", "GET", `${path}/suggested-audience`)).status).toBe(404);
});
