import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { membershipItems } from "../../../shared/adapters/records/groups.ts";
import { content, draft, type Exchange, exchange, release } from "./exchange.ts";
import { contactPoint } from "./people.ts";

let of: Exchange;

beforeEach(async () => {
  of = await exchange();
});

const goods = (change: object) => ({ goods: [{ ...content.goods[0], ...change }] });
const { title: _, ...untitled } = content;

describe("a draft is refused at the field at fault", () => {
  test.each<[string, unknown, string, RegExp]>([
    ["without its title", untitled, "/title", /required/],
    ["without anything", {}, "/type", /Write one of: alert, warning, seizure/],
    [
      "with a severity nobody knows",
      { ...content, severity: "grave" },
      "/severity",
      /Write one of: low, medium/,
    ],
    ["with a field nobody knows", { ...content, colour: "red" }, "/colour", /not known here/],
    [
      "with an unknown field of a line",
      { ...content, ...goods({ color: "red" }) },
      "/goods/0/color",
      /not known/,
    ],
    ["with a title of another type", { ...content, title: 7 }, "/title", /a text/],
    [
      "with a title of control characters",
      { ...content, title: "Gl\u0000oves\u001b[31m" },
      "/title",
      /Remove .*control/,
    ],
    [
      "with a title that reads backwards",
      { ...content, title: "Gloves \u202Egnp.exe" },
      "/title",
      /direction/,
    ],
    ["with a title of 10,000 characters", { ...content, title: "x".repeat(10_000) }, "/title", /at most 200/],
    ["with a title of spaces", { ...content, title: " \u200B " }, "/title", /can be seen/],
    [
      "with an HS code that is none",
      { ...content, ...goods({ hs: { edition: "HS2022", code: "300499" } }) },
      "/goods/0/hs/code",
      /300499 is not in HS 2022. The heading 3004 is./,
    ],
    [
      "with an HS code of five digits",
      { ...content, ...goods({ hs: { edition: "HS2022", code: "30049" } }) },
      "/goods/0/hs/code",
      /4 or 6 digits; 30049 has 5. The heading is 3004./,
    ],
    [
      "with a quantity of −1",
      { ...content, ...goods({ quantity: { value: -1, unit: "KGM" } }) },
      "/goods/0/quantity/value",
      /greater than 0/,
    ],
    [
      "with a unit nobody knows",
      { ...content, ...goods({ quantity: { value: 1, unit: "ZZZ" } }) },
      "/goods/0/quantity/unit",
      /ZZZ is neither .* Rec 20 nor .* Rec 21/,
    ],
    [
      "with a country that is none on its route",
      { ...content, route: { departure: { country: "XX" } } },
      "/route/departure/country",
      /XX is no ISO 3166-1 country code/,
    ],
    [
      "at TLP:RED to the whole group",
      { ...content, tlp: "RED", audience: { kind: "group" } },
      "/tlp",
      /named/,
    ],
    [
      "with an audience nobody knows",
      { ...content, audience: { kind: "all" } },
      "/audience/kind",
      /group, admin/,
    ],
    ["to a group it is not in", { ...content, group: "operation-stop" }, "/group", /no group of this name/],
    ["that is a list", [content], "", /type object/],
    ["that is null", null, "", /type object/],
  ])("%s", async (__, body, pointer, reason) => {
    const answer = await of.refused("FR officer", "POST", "/v1/alerts", body);
    expect(answer.status).toBe(422);
    const detail = answer.errors.find((error) => error.pointer === pointer)?.detail;
    expect(detail).toMatch(reason);
  });
});

test("a draft without anything is told of every field it lacks, each in words", async () => {
  const { errors, json } = await of.refused("FR officer", "POST", "/v1/alerts", {});
  expect(errors.map(({ pointer }) => pointer.slice(1)).sort()).toEqual(Object.keys(content).sort());
  expect(json.detail).toBe("9 fields are not valid.");
  for (const { detail } of errors) expect(detail).toMatch(/This is required\.|Write one of: /);
});

test.each<[string, unknown, Record<string, string>, number, RegExp]>([
  ["another content type", content, { "Content-Type": "text/plain" }, 415, /application\/json/],
  ["no content type", content, { "Content-Type": "" }, 415, /application\/json/],
  ["a form", "title=x", { "Content-Type": "application/x-www-form-urlencoded" }, 415, /application\/json/],
  ["no JSON", "{", {}, 400, /not JSON/],
  ["nothing", undefined, {}, 400, /not JSON/],
  ["2 MB", { ...content, summary: "x".repeat(2_000_000) }, {}, 413, /256 KiB/],
  ["2 MB of no JSON", "x".repeat(2_000_000), {}, 413, /256 KiB/],
])("a body of %s is refused", async (__, body, headers, status, reason) => {
  const answer = await of.refused("FR officer", "POST", "/v1/alerts", body, headers);
  expect(answer.status).toBe(status);
  expect(answer.json.detail).toMatch(reason);
});

const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

test.each(["FR officer", "nobody"])("a body nested without end is refused to %s", async (who) => {
  const path = who === "nobody" ? "/v1/registrations" : "/v1/alerts";
  for (const body of [nested(100_000), `{"title":${nested(100_000)}}`, nested(34)]) {
    const answer = await of.refused(who, "POST", path, body);
    expect(answer).toMatchObject({ status: 400, json: { detail: expect.stringContaining("too deeply") } });
  }
  expect((await of.refused(who, "POST", path, nested(32))).status).toBe(422);
});

test("a change nested without end is refused", async () => {
  const { path, etag } = await draft(of);
  const deep = `${'{"route":'.repeat(20_000)}null${"}".repeat(20_000)}`;
  const answer = await of.refused("FR officer", "PATCH", path, deep, { "If-Match": etag });
  expect(answer).toMatchObject({ status: 400, json: { detail: expect.stringContaining("too deeply") } });
});

test.each([
  ['{"constructor":null}', "/constructor"],
  ['{"colour":null}', "/colour"],
  ['{"__proto__":null}', "/__proto__"],
  ['{"__proto__":{"title":"Masks"}}', "/__proto__"],
  ['{"route":{"departure":{"colour":null}}}', "/route/departure/colour"],
])("a change of an unknown field is refused also where it removes: %s", async (body, pointer) => {
  const { path, etag } = await draft(of, { route: { departure: { country: "CN" } } });
  const answer = await of.refused("FR officer", "PATCH", path, body, { "If-Match": etag });
  expect(answer).toMatchObject({ status: 422, errors: [{ pointer }] });
});

test("a change may remove what is known and not there, and the list of another kind of audience", async () => {
  const { path, etag } = await draft(of);
  const change = { route: null, audience: { kind: "group", administrations: null } };
  const changed = await of.call("FR officer", "PATCH", path, change, { "If-Match": etag });
  expect(changed).toMatchObject({ status: 200, json: { audience: { kind: "group" } } });
});

test("an alert of more than 200 KiB is refused, although each of its fields is within bounds", async () => {
  const batches = Array.from({ length: 100 }, () => "\u{1F489}".repeat(59));
  const heavy = { ...content, goods: Array.from({ length: 10 }, () => ({ ...content.goods[0], batches })) };
  expect((await of.refused("FR officer", "POST", "/v1/alerts", heavy)).status).toBe(413);
});

test("a body where none is asked for may be empty, and no more", async () => {
  const { path, etag } = await draft(of);
  const headers = { "If-Match": etag };
  const answer = await of.refused("FR releaser", "POST", `${path}/release`, { audience: "all" }, headers);
  expect(answer).toMatchObject({ status: 422, errors: [{ pointer: "/audience" }] });
  expect((await of.call("FR releaser", "POST", `${path}/release`, {}, headers)).status).toBe(200);
});

test("a change of a draft is held to the same rules as the draft", async () => {
  const { path, etag } = await draft(of);
  const headers = { "If-Match": etag };
  const answer = await of.refused("FR officer", "PATCH", path, { title: null, colour: "red" }, headers);
  expect(answer.errors.map(({ pointer }) => pointer).sort()).toEqual(["/colour", "/title"]);
  const audience = { kind: "group", administrations: null };
  const red = await of.refused("FR officer", "PATCH", path, { tlp: "RED", audience }, headers);
  expect(red).toMatchObject({ status: 422, errors: [{ pointer: "/tlp" }] });
});

describe("an application is refused at the field at fault", () => {
  const application = {
    administration: "US",
    termsVersion: "2026-11",
    contactPoints: [contactPoint("Primary"), contactPoint("Deputy")],
  };
  const second = (change: object) => ({
    ...application,
    contactPoints: [contactPoint("Primary"), { ...contactPoint("Deputy"), ...change }],
  });
  test.each<[string, unknown, string, RegExp]>([
    ["without anything", {}, "/contactPoints", /required/],
    [
      "with an e-mail address without @",
      second({ email: "deputy.example" }),
      "/contactPoints/1/email",
      /an @/,
    ],
    [
      "with a phone that is no E.164 number",
      second({ phone: "01 40 24" }),
      "/contactPoints/1/phone",
      /E\.164/,
    ],
    [
      "with one contact point",
      { ...application, contactPoints: [contactPoint("Primary")] },
      "/contactPoints",
      /deputy/,
    ],
    ["for no member", { ...application, administration: "AQ" }, "/administration", /AQ is no member/],
    ["under other terms", { ...application, termsVersion: "2020-01" }, "/termsVersion", /version 2026-11/],
    ["with an unknown field", { ...application, seat: 1 }, "/seat", /not known here/],
  ])("%s", async (__, body, pointer, reason) => {
    const answer = await of.refused("nobody", "POST", "/v1/registrations", body);
    expect(answer.status).toBe(422);
    expect(answer.errors.find((error) => error.pointer === pointer)?.detail).toMatch(reason);
  });
});

test.each<[string, object, string, RegExp]>([
  [
    "a mailbox without @",
    { destination: { channel: "email", address: "duty" } },
    "/destination/address",
    /an @/,
  ],
  [
    "a phone that is none",
    { destination: { channel: "sms", address: "0140" } },
    "/destination/address",
    /E\.164/,
  ],
  ["a pigeon", { destination: { channel: "pigeon", address: "x" } }, "/destination/channel", /email, sms/],
  [
    "an HS prefix of no chapter",
    { criteria: { group: "ipr", hsPrefixes: ["77"] } },
    "/criteria/hsPrefixes/0",
    /HS 2022/,
  ],
  [
    "a country that is none",
    { criteria: { group: "ipr", countries: ["XX"] } },
    "/criteria/countries/0",
    /XX is no/,
  ],
])("a subscription to %s is refused at the field", async (__, change, pointer, reason) => {
  const answer = await of.refused("FR contact-point", "POST", "/v1/subscriptions", {
    destination: { channel: "email", address: "duty@fr.example" },
    language: "en",
    criteria: { group: "ipr" },
    ...change,
  });
  expect(answer.status).toBe(422);
  expect(answer.errors.find((error) => error.pointer === pointer)?.detail).toMatch(reason);
});

test("an officer does not release, and is told who does", async () => {
  const { path, etag } = await draft(of);
  const answer = await of.refused("FR officer", "POST", `${path}/release`, undefined, { "If-Match": etag });
  expect(answer.status).toBe(403);
  expect(answer.json.detail).toContain("releaser");
});

test("another administration's draft is answered as an alert that does not exist, whatever is tried on it", async () => {
  const { path, etag } = await draft(of);
  const nowhere = `/v1/alerts/${v7()}`;
  for (const [method, step, body] of [
    ["POST", "/release", undefined],
    ["POST", "/submit", undefined],
    ["POST", "/return", { reason: "Not complete." }],
    ["PATCH", "", { title: "Mine" }],
    ["DELETE", "", undefined],
    ["GET", "", undefined],
    ["PUT", "/acknowledgement", { result: "no-trace" }],
    ["GET", "/acknowledgements", undefined],
  ] as const) {
    const theirs = await of.refused("KE releaser", method, `${path}${step}`, body, { "If-Match": etag });
    const unknown = await of.refused("KE releaser", method, `${nowhere}${step}`, body, { "If-Match": etag });
    expect(theirs.status).toBe(404);
    expect(theirs).toEqual(unknown);
  }
});

test("an id that is none, and a path that is none, are answered as an unknown id", async () => {
  const unknown = await of.refused("FR officer", "GET", `/v1/alerts/${v7()}`);
  expect(await of.refused("FR officer", "GET", "/v1/alerts/1")).toEqual(unknown);
  expect(await of.refused("FR officer", "GET", `/v1/alerts/${v7()}/secrets`)).toEqual(unknown);
  expect(await of.refused("FR officer", "PUT", `/v1/alerts/${v7()}`)).toEqual(unknown);
});

test("a version that a compressing cache weakened is the same version", async () => {
  const { path, etag } = await draft(of);
  const headers = { "If-Match": `W/${etag}` };
  expect((await of.call("FR officer", "PATCH", path, { title: "Second" }, headers)).status).toBe(200);
});

test("a stale version is refused, and a missing one", async () => {
  const { path, etag } = await draft(of);
  await of.call("FR officer", "PATCH", path, { title: "Second" }, { "If-Match": etag });
  for (const [method, address, body] of [
    ["PATCH", path, { title: "Third" }],
    ["DELETE", path, undefined],
    ["POST", `${path}/release`, undefined],
  ] as const) {
    const stale = await of.refused("FR releaser", method, address, body, { "If-Match": etag });
    expect(stale.status).toBe(412);
    expect((await of.refused("FR releaser", method, address, body)).status).toBe(428);
  }
});

test("the same Idempotency-Key with another body is refused; with the same one it changes nothing more", async () => {
  const headers = { "Idempotency-Key": "once" };
  const first = await of.call("FR officer", "POST", "/v1/alerts", content, headers);
  const other = await of.refused("FR officer", "POST", "/v1/alerts", { ...content, title: "Masks" }, headers);
  expect(other.status).toBe(422);
  expect(other.json.detail).toContain("Choose a new one");
  const before = of.store.items();
  const again = await of.call("FR officer", "POST", "/v1/alerts", content, headers);
  expect(again.json.id).toBe(first.json.id);
  expect(of.store.items()).toEqual(before);
  const another = await of.call("FR releaser", "POST", "/v1/alerts", { ...content, title: "Masks" }, headers);
  expect(another.status).toBe(201);
});

test("two requests at once with one Idempotency-Key make one thing, and both are told of it", async () => {
  const headers = { "Idempotency-Key": "once" };
  const send = () => of.call("FR officer", "POST", "/v1/alerts", content, headers);
  const [first, second] = await Promise.all([send(), send()]);
  expect(first.status).toBe(201);
  expect(second).toEqual(first);
  expect(of.store.items().filter(({ pk }) => pk === "DRAFT#FR")).toHaveLength(1);
});

test.each(["release", "submit"])(
  "two at once with one Idempotency-Key %s a draft once, whichever is refused by the other's change",
  async (step) => {
    // The slower one finds the draft as it was, or as the faster one left it: each is tried by a head start.
    for (let ticks = 0; ticks < 40; ticks += 2) {
      const { path, etag } = await draft(of);
      const headers = { "If-Match": etag, "Idempotency-Key": `${step}-${ticks}` };
      const send = () => of.call("FR releaser", "POST", `${path}/${step}`, undefined, headers);
      const first = send();
      for (let n = 0; n < ticks; n++) await Promise.resolve();
      const [one, two] = await Promise.all([first, send()]);
      expect(one.status).toBe(200);
      expect(two).toEqual(one);
    }
  },
);

test.each([
  ["empty", ""],
  ["with a space", "a key"],
  ["too long", "x".repeat(201)],
])("an Idempotency-Key that is %s is refused", async (__, key) => {
  const answer = await of.refused("FR officer", "POST", "/v1/alerts", content, { "Idempotency-Key": key });
  expect(answer.status).toBe(400);
});

test("a key that others could guess is none for somebody who is not signed in", async () => {
  const code = { code: "123456" };
  const path = `/v1/registrations/${v7()}/confirm`;
  expect((await of.refused("nobody", "POST", path, code, { "Idempotency-Key": "1" })).status).toBe(400);
  expect((await of.refused("nobody", "POST", path, code, { "Idempotency-Key": v7() })).status).toBe(404);
});

describe("a cursor", () => {
  const path = "/v1/alerts?status=draft&limit=1";
  const next = async (): Promise<string> => {
    for (const title of ["First", "Second", "Third"]) await draft(of, { title });
    const page = await of.call("FR officer", "GET", path);
    return page.json.nextCursor;
  };

  test("leads through the list, each alert once", async () => {
    const titles: string[] = [];
    for (let cursor: string | null = await next(), first = true; first || cursor !== null; first = false) {
      const page: { json: { items: { title: string }[]; nextCursor: string | null } } = await of.call(
        "FR officer",
        "GET",
        first ? path : `${path}&cursor=${cursor}`,
      );
      titles.push(...page.json.items.map(({ title }) => title));
      cursor = page.json.nextCursor;
    }
    expect(titles).toEqual(["Third", "Second", "First"]);
  });

  test("with any one byte changed is refused", async () => {
    const cursor = await next();
    for (let at = 0; at < cursor.length; at++) {
      const changed = `${cursor.slice(0, at)}${cursor[at] === "A" ? "B" : "A"}${cursor.slice(at + 1)}`;
      const answer = await of.refused("FR officer", "GET", `${path}&cursor=${changed}`);
      expect(answer).toMatchObject({ status: 400, errors: [{ pointer: "cursor" }] });
    }
  });

  test("of somebody else, or of another list, is refused", async () => {
    const cursor = await next();
    expect((await of.refused("FR releaser", "GET", `${path}&cursor=${cursor}`)).status).toBe(400);
    expect((await of.refused("FR officer", "GET", `/v1/alerts?cursor=${cursor}`)).status).toBe(400);
  });
});

test.each([
  ["limit=0", "limit", /at least 1/],
  ["limit=101", "limit", /at most 100/],
  ["limit=many", "limit", /number/],
  ["limit=1.5", "limit", /whole number/],
  ["status=secret", "status", /released or draft/],
  ["colour=red", "colour", /not known here/],
  ["limit=1&limit=2", "limit", /once/],
])("a query of %s is refused", async (query, pointer, reason) => {
  const answer = await of.refused("FR officer", "GET", `/v1/alerts?${query}`);
  expect(answer).toMatchObject({ status: 400, errors: [{ pointer }] });
  expect(answer.errors[0]?.detail).toMatch(reason);
});

test("a parameter where none is asked for is refused", async () => {
  const answer = await of.refused("nobody", "GET", "/v1/health?verbose=1");
  expect(answer).toMatchObject({ status: 400, errors: [{ pointer: "verbose" }] });
});

const toUs = { audience: { kind: "administrations", administrations: ["KE", "US"] } };

test("a draft to somebody outside the group is refused, made and changed, and names who", async () => {
  const made = await of.refused("FR officer", "POST", "/v1/alerts", { ...content, ...toUs });
  const { path, etag } = await draft(of);
  const changed = await of.refused("FR officer", "PATCH", path, toUs, { "If-Match": etag });
  for (const answer of [made, changed]) {
    expect(answer).toMatchObject({ status: 422, errors: [{ pointer: "/audience/administrations" }] });
    expect(answer.json.detail).toContain("US");
    expect(answer.json.detail).not.toContain("KE");
  }
});

test("who is in a group is told to nobody outside it", async () => {
  await leave("FR");
  const answer = await of.refused("FR officer", "POST", "/v1/alerts", { ...content, ...toUs });
  expect(answer).toMatchObject({ status: 422, errors: [{ pointer: "/group" }] });
});

/** A member of the group who left it. */
const leave = async (code: string) => {
  const intervals = [{ from: "2020-01-01T00:00:00.000Z", until: "2020-06-01T00:00:00.000Z" }];
  const membership = { group: "ipr", administration: code, history: "all" as const, intervals };
  await of.store.writeMany(membershipItems(membership).map((put) => ({ put })));
};

test("an alert to somebody who left the group since is not released, and names who", async () => {
  const { path, etag } = await draft(of);
  await leave("KE");
  const answer = await of.refused("FR releaser", "POST", `${path}/release`, undefined, { "If-Match": etag });
  expect(answer).toMatchObject({ status: 422, errors: [{ pointer: "/audience/administrations" }] });
  expect(answer.json.detail).toContain("KE");
});

test("an administration that left the group releases nothing in it, and is told why", async () => {
  const { path, etag } = await draft(of);
  await leave("FR");
  const answer = await of.refused("FR releaser", "POST", `${path}/release`, undefined, { "If-Match": etag });
  expect(answer).toMatchObject({ status: 422, errors: [{ pointer: "/group" }] });
});

test("what is released is not changed, discarded or released again", async () => {
  const { path, released } = await release(of);
  const headers = { "If-Match": released.etag };
  for (const [method, address, body] of [
    ["PATCH", path, { title: "Other" }],
    ["DELETE", path, undefined],
    ["POST", `${path}/release`, undefined],
  ] as const)
    expect((await of.refused("FR releaser", method, address, body, headers)).status).toBe(409);
  expect((await of.refused("KE releaser", "PATCH", path, { title: "Other" }, headers)).status).toBe(403);
});
