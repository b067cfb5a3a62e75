import { beforeEach, expect, test } from "vitest";
import { disseminate } from "../../../functions/streams/dispatch/disseminate.ts";
import { content, type Exchange, exchange, release } from "./exchange.ts";

let of: Exchange;
beforeEach(async () => {
  of = await exchange();
});

const releaseAndList = async (change: object = {}) => {
  const { path, released } = await release(of, change);
  const alert = String(released.json.id);
  await disseminate(of.store, { alert, version: 1 });
  return { path, alert, reference: String(released.json.reference) };
};

test("the reference of a notice leads its readers to the alert, in whatever case it is typed", async () => {
  const { alert, reference } = await releaseAndList();
  for (const who of ["KE reader", "FR officer"])
    expect((await of.call(who, "GET", `/v1/alerts?reference=${reference.toLowerCase()}`)).json).toMatchObject(
      {
        items: [{ id: alert, reference, toAcknowledge: who.startsWith("KE") }],
        nextCursor: null,
      },
    );
});

test("to somebody outside the audience a reference that exists is as empty as one that does not", async () => {
  const { reference } = await releaseAndList();
  const outside = await of.call("DE officer", "GET", `/v1/alerts?reference=${reference}`);
  const nowhere = await of.call("DE officer", "GET", "/v1/alerts?reference=IPR-2026-R000000");
  expect(outside).toEqual(nowhere);
  expect(outside.json).toEqual({ items: [], nextCursor: null });
});

test("what is no reference is answered with what one looks like", async () => {
  const { errors } = await of.refused("KE officer", "GET", "/v1/alerts?reference=gloves");
  expect(errors).toMatchObject([
    { pointer: "reference", detail: expect.stringContaining("IPR-2026-000123") },
  ]);
});

test("a reader's list shows what is to be acknowledged until it is, and an outsider's nothing", async () => {
  const { path, alert } = await releaseAndList();
  const openOf = async (who: string) =>
    (await of.call(who, "GET", "/v1/alerts?unacknowledged=true")).json.items.map(
      ({ id }: { id: string }) => id,
    );
  expect(await openOf("KE duty")).toEqual([alert]);
  expect((await of.call("DE officer", "GET", "/v1/alerts")).json.items).toEqual([]);
  await of.call("KE duty", "PUT", `${path}/acknowledgement`, { result: "no-trace" });
  expect(await openOf("KE duty")).toEqual([]);
  await disseminate(of.store, { alert, version: 1 });
  expect(await openOf("KE duty")).toEqual([]);
  expect((await of.call("KE reader", "GET", "/v1/alerts")).json.items).toMatchObject([
    { toAcknowledge: false },
  ]);
});

test("the author's ledger names also whoever has done nothing yet, and a reader's itself alone", async () => {
  const { path } = await releaseAndList({
    audience: { kind: "administrations", administrations: ["KE", "DE"] },
  });
  await of.call("KE reader", "GET", path);
  const lines = async (who: string) => (await of.call(who, "GET", `${path}/acknowledgements`)).json.items;
  expect(await lines("FR officer")).toMatchObject([
    { administration: "DE", endpoints: 0 },
    { administration: "KE", readAt: expect.any(String) },
  ]);
  expect(await lines("KE reader")).toMatchObject([{ administration: "KE" }]);
});

test("whatever was shown stands in the reader's trail: a list, drafts, an alert, its ledger", async () => {
  const { path, alert } = await releaseAndList();
  const trail = () =>
    of.store
      .items()
      .flatMap(({ pk, sk, action, subject }) =>
        pk === "AUD#FR" && sk.startsWith("E#") ? [`${action} ${subject}`] : [],
      );
  const made = await of.call("FR officer", "POST", "/v1/alerts", content);
  const draft = made.json.id;
  for (const [address, entry] of [
    ["/v1/alerts", "alerts.list all groups"],
    ["/v1/alerts?group=ipr", "alerts.list ipr"],
    ["/v1/alerts?status=draft", "alerts.list drafts"],
    [`/v1/alerts/${draft}`, `alerts.get ${draft}`],
    [path, `alerts.get ${alert}`],
    [`${path}/acknowledgements`, `alerts.acknowledgements ${alert}`],
  ] as const) {
    expect(trail()).not.toContain(entry);
    expect((await of.call("FR officer", "GET", address)).status).toBe(200);
    expect(trail()).toContain(entry);
  }
});

test("asked again and again, what the reader holds is not shown again, and its trail says once that it was", async () => {
  const { path, alert } = await releaseAndList();
  const shown = (entry: string): number =>
    of.store
      .items()
      .filter(
        ({ pk, sk, action, subject }) =>
          pk === "AUD#KE" && sk.startsWith("E#") && `${action} ${subject}` === entry,
      ).length;
  for (const [address, entry] of [
    ["/v1/alerts", "alerts.list all groups"],
    [path, `alerts.get ${alert}`],
  ] as const) {
    const first = await of.call("KE reader", "GET", address);
    const held = { "If-None-Match": String(first.headers["etag"]) };
    for (let time = 0; time < 3; time++) {
      const again = await of.call("KE reader", "GET", address, undefined, held);
      expect(again.status).toBe(304);
    }
    expect(shown(entry)).toBe(1);
    // Another's version is none of theirs, and what changed is shown and recorded.
    expect(
      (await of.call("KE reader", "GET", address, undefined, { "If-None-Match": '"other"' })).status,
    ).toBe(200);
    expect(shown(entry)).toBe(2);
  }
  const list = await of.call("KE reader", "GET", "/v1/alerts");
  expect((await of.call("KE officer", "GET", "/v1/alerts")).headers["etag"]).not.toBe(list.headers["etag"]);
  await releaseAndList();
  const held = { "If-None-Match": String(list.headers["etag"]) };
  expect((await of.call("KE reader", "GET", "/v1/alerts", undefined, held)).status).toBe(200);
});
