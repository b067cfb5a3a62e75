import { beforeEach, describe, expect, test } from "vitest";
import { disseminate } from "../../../functions/streams/dispatch/disseminate.ts";
import { entomb } from "../../../functions/streams/dispatch/entomb.ts";
import { type Exchange, exchange, release } from "./exchange.ts";

let of: Exchange;
beforeEach(async () => {
  of = await exchange();
});

const toGroup = { audience: { kind: "group" } };
const listed = async (change: object = {}) => {
  const { path, released } = await release(of, change);
  const id = String(released.json.id);
  await disseminate(of.store, { alert: id, version: 1 });
  return { id, path };
};
const found = async (query: string, who = "KE officer"): Promise<readonly string[]> => {
  const answer = await of.call(who, "GET", `/v1/alerts?${query}`);
  expect(answer.status, JSON.stringify(answer.json)).toBe(200);
  return answer.json.items.map(({ id }: { id: string }) => id);
};

const rich = {
  severity: "critical",
  type: "warning",
  goods: [
    {
      category: "medicines",
      description: "Tablets",
      hs: { edition: "HS2022", code: "300490" },
      origin: "IN",
      batches: ["B 12/7"],
      identifiers: { gtins: [{ value: "4006381333931" }] },
    },
  ],
  route: { departure: { country: "CN" }, transits: [{ country: "AE" }], destination: { country: "KE" } },
  conveyance: [{ containers: [{ value: "CSQU3054383" }], airWaybills: [{ value: "020-12345675" }] }],
};

test("an alert is found by each thing that it says, and no other one is", async () => {
  const { id } = await listed(rich);
  await listed();
  for (const query of [
    "type=warning",
    "severity=critical",
    "category=medicines",
    "hs=30",
    "hs=3004",
    "hs=300490",
    "country=IN",
    "country=AE",
    "identifier=b12-7",
    "identifier=4006381333931",
    "identifier=csqu%20305438-3",
    "identifier=02012345675",
    "hs=3004&country=IN&severity=critical&type=warning&category=medicines&author=FR",
    "hs=3004&unacknowledged=true",
    "group=ipr&country=CN",
  ])
    expect(await found(query), query).toEqual([id]);
  for (const query of ["hs=3005", "country=FR", "author=DE", "hs=30&type=seizure", "identifier=12345"])
    expect(await found(query), query).toEqual([]);
  expect(await found("author=FR")).toHaveLength(2);
});

test("its own people find what they wrote, and outsiders find nothing by anything", async () => {
  const { id } = await listed(rich);
  expect(await found("hs=3004", "FR officer")).toEqual([id]);
  for (const query of ["hs=3004", "identifier=CSQU3054383", "author=FR", "country=IN&severity=critical"]) {
    const outside = await of.call("DE officer", "GET", `/v1/alerts?${query}`);
    expect(outside.json).toEqual({ items: [], nextCursor: null });
  }
});

test("pages of a filter follow on each other, and a cursor is good for its filter alone", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 5; n++) ids.unshift((await listed(n === 2 ? rich : toGroup)).id);
  const first = await of.call("KE officer", "GET", "/v1/alerts?category=gloves&limit=3");
  const cursor = first.json.nextCursor;
  const second = await of.call("KE officer", "GET", `/v1/alerts?category=gloves&limit=3&cursor=${cursor}`);
  const rows = [...first.json.items, ...second.json.items].map(({ id }: { id: string }) => id);
  expect(rows).toEqual(ids.filter((_, n) => n !== 2));
  expect(second.json.nextCursor).toBeNull();
  for (const query of ["", "category=gloves&type=seizure&", "category=medicines&", "author=FR&"]) {
    const { status, errors } = await of.refused("KE officer", "GET", `/v1/alerts?${query}cursor=${cursor}`);
    expect(status).toBe(400);
    expect(errors).toMatchObject([{ pointer: "cursor" }]);
  }
  expect((await of.refused("KE reader", "GET", `/v1/alerts?category=gloves&cursor=${cursor}`)).status).toBe(
    400,
  );
});

test("a time finds what was released within it, its ends included, with a filter or without", async () => {
  const { id } = await listed(toGroup);
  const { releasedAt } = (await of.call("KE officer", "GET", "/v1/alerts")).json.items[0];
  const later = new Date(Date.parse(releasedAt) + 1).toISOString();
  const earlier = new Date(Date.parse(releasedAt) - 1).toISOString();
  for (const also of ["", "&category=gloves", "&unacknowledged=true", "&group=ipr"]) {
    expect(await found(`from=${releasedAt}&to=${releasedAt}${also}`), also).toEqual([id]);
    expect(await found(`from=${later}${also}`), also).toEqual([]);
    expect(await found(`to=${earlier}${also}`), also).toEqual([]);
  }
});

test("what is revised is found by what it says now", async () => {
  const { id, path } = await listed({ ...toGroup, route: { departure: { country: "CN" } } });
  const headers = { "If-Match": '"version-1"' };
  const patch = { route: { departure: { country: "TR" } } };
  expect((await of.call("FR releaser", "PATCH", path, patch, headers)).status).toBe(200);
  await disseminate(of.store, { alert: id, version: 2 });
  expect(await found("country=CN")).toEqual([]);
  expect(await found("country=TR")).toEqual([id]);
  expect(await found("category=gloves")).toEqual([id]);
  // An earlier version's work, done again late, is done for the one of now.
  await disseminate(of.store, { alert: id, version: 1 });
  expect(await found("country=CN")).toEqual([]);
  expect(await found("country=TR")).toEqual([id]);
  expect(JSON.stringify(of.store.items().filter(({ pk }) => pk.startsWith("IDX#")))).not.toContain("c:CN");
});

test("what is withdrawn is found as that", async () => {
  const { id, path } = await listed(toGroup);
  expect(await found("status=withdrawn")).toEqual([]);
  const withdrawn = await of.call(
    "FR releaser",
    "POST",
    `${path}/withdraw`,
    { reason: "It was another container." },
    { "If-Match": '"version-1"' },
  );
  expect(withdrawn.status, JSON.stringify(withdrawn.json)).toBe(200);
  await disseminate(of.store, { alert: id, version: 2 });
  expect(await found("status=withdrawn&category=gloves")).toEqual([id]);
  expect(await found("status=closed")).toEqual([]);
});

test("what is recalled is found by nothing that it said, from that moment, and nothing of it stays posted", async () => {
  const { id, path } = await listed({ ...rich, ...toGroup });
  const sign = (who: string, etag: string) =>
    of.call(who, "POST", `${path}/recall`, { reason: "It names another ship." }, { "If-Match": etag });
  const first = await sign("FR releaser", '"version-1"');
  expect((await sign("FR contact-point", first.etag)).status).toBe(200);
  for (const query of ["hs=3004", "country=IN", "category=medicines", "identifier=CSQU3054383"])
    expect(await found(query), query).toEqual([]);
  await entomb(of.store, { alert: id });
  expect(await found("status=recalled")).toEqual([id]);
  expect(await found("severity=critical&author=FR")).toEqual([id]);
  await disseminate(of.store, { alert: id, version: 1 });
  const posted = JSON.stringify(of.store.items().filter(({ pk }) => pk.startsWith("IDX#")));
  for (const trace of ["hs:", "c:", "cat:", "id:"]) expect(posted).not.toContain(trace);
});

test("whom an alert names is posted nowhere", async () => {
  const { path } = await listed(rich);
  const named = { parties: [{ role: "carrier", name: "Persona Shipping" }], readers: ["KE"] };
  expect((await of.call("FR releaser", "PUT", `${path}/parties`, named)).status).toBeLessThan(300);
  const { id } = (await of.call("FR officer", "GET", path)).json;
  await disseminate(of.store, { alert: id, version: 1 });
  const posted = JSON.stringify(of.store.items().filter(({ pk }) => pk.startsWith("IDX#")));
  expect(posted.toLowerCase()).not.toContain("persona");
});

describe("what is no filter is answered with what would be one", () => {
  test.each([
    ["hs=9999", "hs", "3004"],
    ["hs=300", "hs", "2, 4 or 6 digits"],
    ["country=cn", "country", "CN"],
    ["country=QQ", "country", "QQ is no ISO 3166-1"],
    ["type=rumour", "type", "seizure"],
    ["severity=urgent", "severity", "critical"],
    ["category=tablets", "category", "medicines"],
    ["author=France", "author", "FR"],
    ["identifier=%20-%20", "identifier", "CSQU3054383"],
    ["from=2026-02-31T00:00:00.000Z", "from", "2026-11-01T08:00:00.000Z"],
    ["from=2026-11-02T00:00:00.000Z&to=2026-11-01T00:00:00.000Z", "to", "before the beginning"],
    ["status=gone", "status", "withdrawn"],
    ["status=draft&hs=3004", "hs", "listed whole"],
  ])("%s", async (query, pointer, words) => {
    const { status, errors } = await of.refused("FR officer", "GET", `/v1/alerts?${query}`);
    expect(status).toBe(400);
    expect(errors).toMatchObject([{ pointer, detail: expect.stringContaining(words) }]);
  });
});
