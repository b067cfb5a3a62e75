import { beforeEach, describe, expect, test } from "vitest";
import { disseminate } from "../../../functions/streams/dispatch/disseminate.ts";
import { membershipItems } from "../../../shared/adapters/records/groups.ts";
import { content, type Exchange, exchange, release } from "./exchange.ts";

let of: Exchange;
let path: string;
let id: string;

beforeEach(async () => {
  of = await exchange();
  const made = await release(of);
  path = made.path;
  id = String(made.released.json.id);
});

const against = (version: number) => ({ "If-Match": `"version-${version}"` });
const revise = (version: number, patch: object, query = "") =>
  of.call("FR releaser", "PATCH", `${path}${query}`, patch, against(version));
const dispatched = (version: number) => disseminate(of.store, { alert: id, version });
const row = async () => (await of.call("KE officer", "GET", "/v1/alerts")).json.items[0];

test("a revision is a version beside the first one, with what it changed", async () => {
  const revised = await revise(1, { title: "Masks" });
  expect(revised.json).toMatchObject({ version: 2, title: "Masks", change: { kind: "revise" } });
  const lines = (await of.call("KE officer", "GET", `${path}/versions`)).json.items;
  expect(lines).toMatchObject([
    { version: 2, kind: "revise" },
    { version: 1, kind: "release" },
  ]);
  expect(lines[0]).not.toHaveProperty("by");
  expect(lines[0]).not.toHaveProperty("byName");
  const own = (await of.call("FR officer", "GET", `${path}/versions`)).json.items;
  expect(own[0]).toMatchObject({ by: of.people.get("FR releaser"), byName: expect.any(String) });
  expect((await of.call("KE officer", "GET", `${path}/versions/1`)).json.content.title).toBe("Gloves");
  expect((await of.call("KE officer", "GET", `${path}/versions/2`)).json.changes).toEqual([
    { pointer: "/title", before: "Gloves", after: "Masks" },
  ]);
  expect((await of.call("KE officer", "GET", `${path}/versions/3`)).status).toBe(404);
});

test("a revision of version 3 when there is a fourth is refused, and changes nothing", async () => {
  for (const version of [1, 2, 3]) await revise(version, { title: `Title ${version}` });
  const late = await of.refused("FR releaser", "PATCH", path, { title: "Late" }, against(3));
  expect(late.status).toBe(412);
  expect(late.json.detail).toContain("version 4");
});

test("of two revisions at once, one is made", async () => {
  const both = await Promise.all([revise(1, { title: "One" }), revise(1, { title: "Other" })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await of.call("KE officer", "GET", `${path}/versions`)).json.items).toHaveLength(2);
});

test("a draft that saves itself does not revise what somebody released meanwhile", async () => {
  const saved = await of.refused("FR releaser", "PATCH", path, { title: "x" }, { "If-Match": '"draft-1"' });
  expect(saved.status).toBe(412);
});

describe("what a revision may not do", () => {
  test.each([
    ["move to another group", { group: "other" }, "/group"],
    ["leave a reader out", { audience: { kind: "administrations", administrations: ["DE"] } }, "/audience"],
    ["contradict its marking", { tlp: "RED", audience: { kind: "group", administrations: null } }, "/tlp"],
  ])("%s", async (_, patch, pointer) => {
    const refused = await of.refused("FR releaser", "PATCH", path, patch, against(1));
    expect(refused.errors[0]?.pointer).toBe(pointer);
  });

  test("be made by an officer, or say nothing new", async () => {
    const patch = { title: "Masks" };
    expect((await of.refused("FR officer", "PATCH", path, patch, against(1))).status).toBe(403);
    const same = { title: content.title };
    expect((await of.refused("FR releaser", "PATCH", path, same, against(1))).status).toBe(409);
  });
});

test("what is withdrawn stays readable with its reason, and is revised, closed and withdrawn no more", async () => {
  const reason = { reason: "Another container." };
  const withdrawn = await of.call("FR releaser", "POST", `${path}/withdraw`, reason, against(1));
  expect(withdrawn.json).toMatchObject({ state: "withdrawn", version: 2 });
  expect((await of.call("KE officer", "GET", path)).json).toMatchObject({
    state: "withdrawn",
    title: "Gloves",
    change: { kind: "withdraw", ...reason },
  });
  for (const step of ["withdraw", "close"])
    expect((await of.refused("FR releaser", "POST", `${path}/${step}`, reason, against(2))).status).toBe(409);
  expect((await of.refused("FR releaser", "PATCH", path, { title: "x" }, against(2))).status).toBe(409);
  await dispatched(2);
  expect(await row()).toMatchObject({ state: "withdrawn", toAcknowledge: false, version: 2 });
});

test("a late dispatch of the first version lists the second one", async () => {
  await revise(1, { title: "Masks" });
  await dispatched(2);
  await dispatched(1);
  expect(await row()).toMatchObject({ title: "Masks", version: 2 });
});

test("a revision is told and asks for the acknowledgement again; a minor one does neither", async () => {
  const acknowledge = async (headers = {}) =>
    of.call("KE duty", "PUT", `${path}/acknowledgement`, { result: "no-trace" }, headers);
  await dispatched(1);
  const first = await acknowledge();
  await revise(1, { title: "Glove" }, "?minor=true");
  expect(await dispatched(2)).toEqual([]);
  expect(await row()).toMatchObject({ title: "Glove", toAcknowledge: false });
  await revise(2, { title: "Masks" });
  expect((await dispatched(3)).map(({ administration }) => administration).sort()).toEqual(["FR", "KE"]);
  expect(await row()).toMatchObject({ title: "Masks", toAcknowledge: true });
  await acknowledge({ "If-Match": first.etag });
  expect(await row()).toMatchObject({ toAcknowledge: false });
});

test("who is outside its audience finds none of its versions", async () => {
  for (const part of ["versions", "versions/1", "versions/9"])
    expect((await of.call("DE officer", "GET", `${path}/${part}`)).status).toBe(404);
});

test("a revision says why, to everybody who reads it; what is no reason changes nothing", async () => {
  const revised = await revise(1, { title: "Masks", reason: "They were masks." });
  expect(revised.json.change).toEqual({ kind: "revise", reason: "They were masks." });
  expect((await of.call("KE officer", "GET", `${path}/versions`)).json.items[0]).toMatchObject({
    reason: "They were masks.",
  });
  for (const reason of ["", null, "x".repeat(1001)]) {
    const refused = await of.refused("FR releaser", "PATCH", path, { title: "y", reason }, against(2));
    expect(refused.errors[0]?.pointer).toBe("/reason");
  }
});

test("a reason alone is no revision", async () => {
  const refused = await of.refused("FR releaser", "PATCH", path, { reason: "Because." }, against(1));
  expect(refused.status).toBe(409);
});

describe("of an alert to named administrations", () => {
  const named = (...administrations: string[]) => ({
    audience: { kind: "administrations", administrations },
  });

  test("a minor revision that names one more tells that one, and asks it alone", async () => {
    const made = await release(of, named("KE"));
    ({ path } = made);
    id = String(made.released.json.id);
    await dispatched(1);
    await of.call("KE duty", "PUT", `${path}/acknowledgement`, { result: "no-trace" });
    await revise(1, { title: "Glove", ...named("KE", "DE") }, "?minor=true");
    expect((await dispatched(2)).map(({ administration }) => administration)).toEqual(["DE"]);
    const open = async (who: string) =>
      (await of.call(who, "GET", "/v1/alerts?unacknowledged=true")).json.items.map(
        (each: { id: string }) => each.id,
      );
    expect(await open("DE officer")).toContain(id);
    expect(await open("KE officer")).not.toContain(id);
  });
});

test("who came to the group after a release hears of its revision, and of a minor one nothing", async () => {
  const made = await release(of, { audience: { kind: "group" } });
  ({ path } = made);
  id = String(made.released.json.id);
  const from = new Date(Date.parse(made.released.json.releasedAt) + 1).toISOString();
  await of.store.writeMany(
    membershipItems({ group: "ipr", administration: "DE", history: "all", intervals: [{ from }] }).map(
      (put) => ({ put }),
    ),
  );
  await revise(1, { title: "Glove" }, "?minor=true");
  expect(await dispatched(2)).toEqual([]);
  await revise(2, { title: "Masks" });
  expect((await dispatched(3)).map(({ administration }) => administration)).toContain("DE");
  const [found] = (await of.call("DE officer", "GET", "/v1/alerts")).json.items;
  expect(found).toMatchObject({ title: "Masks", toAcknowledge: true });
});

test("what is past its date is expired wherever it is shown, and can still be revised and withdrawn", async () => {
  const expires = new Date(Date.now() - 1000).toISOString();
  const revised = await revise(1, { expires });
  expect(revised.json).toMatchObject({ state: "expired" });
  await dispatched(2);
  expect(await row()).toMatchObject({ state: "expired" });
  const again = await revise(2, { expires: new Date(Date.now() + 3_600_000).toISOString() });
  expect(again.json.state).toBe("released");
  await revise(3, { expires });
  const reason = { reason: "Found." };
  expect((await of.call("FR releaser", "POST", `${path}/withdraw`, reason, against(4))).json.state).toBe(
    "withdrawn",
  );
});
