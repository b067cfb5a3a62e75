import { beforeEach, expect, test } from "vitest";
import { referenceLists } from "../../../shared/contract/reference.ts";
import { type Exchange, exchange } from "./exchange.ts";

let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

const codes = (json: { items: { code: string }[] }) => json.items.map(({ code }) => code);

test("somebody signed in is told which code lists there are, and which version of each", async () => {
  const { json, status } = await of.call("FR reader", "GET", "/v1/reference");
  expect(status).toBe(200);
  expect(json.items.map(({ list }: { list: string }) => list)).toEqual(referenceLists);
});

test.each(referenceLists)("%s is shown whole, with a code and an English name each", async (list) => {
  const { json } = await of.call("FR reader", "GET", `/v1/reference/${list}`);
  expect(json.items.length).toBeGreaterThan(5);
  for (const { names } of json.items) expect(names.en).toBeTruthy();
  expect(new Set(codes(json)).size).toBe(json.items.length);
});

test("what is asked for by its version may be kept for a year, anything else is asked for again", async () => {
  const now = await of.call("FR reader", "GET", "/v1/reference/units");
  expect(now.headers["cache-control"]).toBe("private, max-age=300");
  const { version } = now.json;
  const kept = await of.call("FR reader", "GET", `/v1/reference/units?version=${version}`);
  expect(kept.headers["cache-control"]).toBe("private, max-age=31536000, immutable");
  expect(kept.json).toEqual(now.json);
  const again = await of.call("FR reader", "GET", "/v1/reference/units", undefined, {
    "If-None-Match": now.etag,
  });
  expect(again).toMatchObject({ status: 304, json: {} });
});

test("another version than the current one is refused with the one to ask for", async () => {
  const { json } = await of.call("FR reader", "GET", "/v1/reference/units");
  const { status, errors } = await of.refused("FR reader", "GET", "/v1/reference/units?version=older");
  expect(status).toBe(400);
  expect(errors).toEqual([
    {
      pointer: "version",
      detail: `The version of units is ${json.version} now: ask for that one, or leave the version out.`,
    },
  ]);
});

test("a list is searched by words of any of the six languages, and by digits", async () => {
  const search = async (list: string, q: string) => {
    const { json } = await of.call(
      "FR reader",
      "GET",
      `/v1/reference/${list}?q=${encodeURIComponent(q)}&limit=5`,
    );
    expect(json.items.length).toBeLessThanOrEqual(5);
    return codes(json);
  };
  expect((await search("hs-2022", "gants"))[0]).toBe("401512");
  expect((await search("hs-2022", "3002.41"))[0]).toBe("300241");
  expect((await search("hs-2022", ""))[0]).toBe("3004");
  expect((await search("countries", "Кения"))[0]).toBe("KE");
  expect(await search("currencies", "shilling")).toContain("KES");
  expect((await search("locodes", "le havre"))[0]).toBe("FRLEH");
  expect((await search("packages", "flacon"))[0]).toBe("VI");
});

test("a list that there is not is unknown, and what no list is asked for is refused", async () => {
  expect((await of.refused("FR reader", "GET", "/v1/reference/colours")).status).toBe(404);
  expect((await of.refused("FR reader", "GET", "/v1/reference/units?limit=0")).status).toBe(400);
  expect((await of.refused("nobody", "GET", "/v1/reference/units")).status).toBe(401);
});
