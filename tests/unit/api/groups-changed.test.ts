import { describe, expect, test } from "vitest";
import { disseminate } from "../../../functions/streams/dispatch/disseminate.ts";
import { administrationItem, getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { content } from "./exchange.ts";
import {
  alertInto,
  change,
  etagOf,
  instant,
  keepTime,
  membersOfEveryKind,
  operation,
  readmit,
  remove,
  tick,
  trailOf,
  withKenya,
} from "./group-world.ts";

keepTime();

describe("a group is changed", () => {
  test("by its owner against the version it was read in; its end lies ahead", async () => {
    const of = await withKenya();
    const path = "/v1/groups/exercise";
    const patch = {
      name: "Operation (another)",
      description: "What for.",
      until: "2026-12-05T00:00:00.000Z",
    };
    const { status, json } = await change(of, "FR contact-point", "PATCH", path, patch);
    expect(status).toBe(200);
    expect(json).toMatchObject(patch);
    expect((await of.call("KE reader", "GET", path)).json).toMatchObject(patch);
    const cleared = await change(of, "FR contact-point", "PATCH", path, { description: null });
    expect(cleared.json).not.toHaveProperty("description");
    const stale = { "If-Match": '"1.whatever"' };
    expect((await of.refused("FR releaser", "PATCH", path, { name: "Late" }, stale)).status).toBe(412);
    const etag = { "If-Match": await etagOf(of, "FR releaser", path) };
    for (const [body, pointer] of [
      [{ until: instant() }, "/until"],
      [{ from: "2027-01-01T00:00:00.000Z" }, "/until"],
      [{ until: "2026-12-06T00:00:00.000Z", ended: true }, "/until"],
      [{ owner: "ZW" }, undefined],
    ] as const) {
      const answer = await of.refused("FR releaser", "PATCH", path, body, etag);
      expect(answer.status).toBe(pointer === undefined ? 403 : 422);
      expect(answer.errors[0]?.pointer).toBe(pointer);
    }
    for (const who of ["KE contact-point", "KE releaser"])
      expect((await of.refused(who, "PATCH", path, { name: "Mine" }, etag)).status).toBe(403);
  });

  test("is handed to another member by the secretariat, after which the one before may leave", async () => {
    const of = await withKenya();
    const path = "/v1/groups/exercise";
    const etag = { "If-Match": await etagOf(of, "WCO operator", path) };
    const toOutsider = await of.refused("WCO operator", "PATCH", path, { owner: "DE" }, etag);
    expect(toOutsider.errors[0]?.detail).toBe("DE is not in the group. Admit it first.");
    expect((await change(of, "WCO operator", "PATCH", path, { owner: "KE" })).status).toBe(200);
    expect((await of.refused("FR releaser", "PUT", `${path}/members/DE`)).status).toBe(403);
    expect((await of.call("KE releaser", "PUT", `${path}/members/DE`)).status).toBe(200);
    expect((await remove(of, "FR contact-point", "FR")).status).toBe(204);
  });

  test("tells by no version what it does not show: of today's group, or of how often another came and went", async () => {
    const of = await withKenya();
    const path = "/v1/groups/exercise";
    const admit = () => of.call("FR releaser", "PUT", `${path}/members/DE`);
    expect((await admit()).status).toBe(200);
    const once = await of.call("KE reader", "GET", `${path}/members/DE`);
    expect((await remove(of, "FR releaser", "DE")).status).toBe(204);
    const former = await etagOf(of, "DE reader", path);
    expect((await change(of, "FR releaser", "PATCH", path, { name: "Another name" })).status).toBe(200);
    expect(await etagOf(of, "DE reader", path)).toBe(former);
    expect((await readmit(of, "FR releaser", "DE")).status).toBe(200);
    const again = await of.call("KE reader", "GET", `${path}/members/DE`);
    expect([once.etag, again.etag].join()).not.toMatch(/"\d+"/);
    expect((await of.call("DE reader", "GET", `${path}/members/DE`)).etag).toBe('"3"');
  });

  test("counts and times nothing for who was removed, or came without its history, of what is not theirs", async () => {
    const of = await withKenya();
    const released: string[] = [];
    const release = async () => {
      tick(60);
      const { id } = await alertInto(of, "FR");
      await disseminate(of.store, { alert: id, version: 1 });
      released.push(id);
    };
    await release();
    expect((await remove(of, "FR releaser", "KE")).status).toBe(204);
    await release();
    await release();
    tick();
    expect((await of.call("FR releaser", "PUT", "/v1/groups/exercise/members/DE")).status).toBe(200);
    const pages = async (who: string, filter: string): Promise<readonly unknown[]> => {
      const all: unknown[] = [];
      for (let cursor = ""; ; ) {
        const { json } = await of.call(who, "GET", `/v1/alerts?limit=1${filter}${cursor}`);
        all.push(json.items.map(({ id }: { id: string }) => id));
        if (json.nextCursor === null) return all;
        cursor = `&cursor=${json.nextCursor}`;
      }
    };
    for (const filter of ["&group=exercise", ""]) {
      expect(await pages("KE reader", filter)).toEqual([[released[0]]]);
      expect(await pages("DE reader", filter)).toEqual([[]]);
      expect(await pages("FR reader", filter)).toEqual(released.map((id) => [id]).reverse());
    }
  });

  test("is nothing that an owner manages who left the exchange, and came back as others", async () => {
    const of = await withKenya();
    const path = "/v1/groups/exercise";
    const own = "/v1/administrations/FR";
    const left = { "If-Match": await etagOf(of, "FR contact-point", own) };
    expect((await of.call("FR contact-point", "POST", `${own}/leave`, { code: "FR" }, left)).status).toBe(
      200,
    );
    const administration = await getAdministration(of.store, "FR");
    if (administration === undefined) throw new Error("France is gone");
    await of.store.writeMany([{ put: administrationItem({ ...administration, state: "active" }) }]);
    tick();
    const { json } = await of.call("FR releaser", "GET", path);
    expect(json).toEqual({
      id: "exercise",
      kind: "operation",
      standing: "former",
      since: expect.any(String),
      left: expect.any(String),
      members: [],
    });
    const { etag } = await of.call("FR releaser", "GET", `${path}/members/FR`);
    for (const [method, member] of [
      ["PUT", "FR"],
      ["PUT", "DE"],
      ["DELETE", "KE"],
    ] as const) {
      const answer = await of.refused("FR releaser", method, `${path}/members/${member}`, undefined, {
        "If-Match": etag,
      });
      expect(answer.status).toBe(403);
    }
    expect((await change(of, "WCO operator", "PATCH", path, { owner: "KE" })).status).toBe(200);
  });

  test("ends now and for good: read, not written to", async () => {
    const of = await withKenya();
    const path = "/v1/groups/exercise";
    const before = await alertInto(of, "FR");
    expect(before.released?.status).toBe(200);
    const waiting = await of.call("KE officer", "POST", "/v1/alerts", {
      ...content,
      group: "exercise",
      audience: { kind: "group" },
    });
    tick();
    const ended = await change(of, "FR releaser", "PATCH", path, { ended: true });
    expect(ended.json).toMatchObject({ state: "ended", until: instant() });
    expect((await trailOf(of, "FR"))[0]).toMatchObject({ action: "groups.end", subject: "exercise" });
    tick();
    const words = "Operation (exercise) ended on 2026-11-20; it can be read, not written to.";
    const etag = { "If-Match": ended.etag };
    for (const body of [{ until: "2027-01-01T00:00:00.000Z" }, { name: "Again" }, { ended: true }])
      expect((await of.refused("WCO operator", "PATCH", path, body, etag)).json).toMatchObject({
        status: 409,
        detail: words,
      });
    const admission = await of.refused("FR releaser", "PUT", `${path}/members/DE`);
    expect(admission.json).toMatchObject({ status: 409, detail: words });
    const { drafted } = await alertInto(of, "KE");
    expect(drafted.json.errors).toEqual([{ pointer: "/group", detail: words }]);
    const release = `/v1/alerts/${waiting.json.id}/release`;
    const refused = await of.refused("KE releaser", "POST", release, undefined, { "If-Match": waiting.etag });
    expect(refused.errors).toEqual([{ pointer: "/group", detail: words }]);
    expect((await of.call("FR reader", "GET", `/v1/alerts/${before.id}`)).status).toBe(200);
    // Whoever is to read it no longer is removed all the same.
    expect((await remove(of, "FR releaser", "KE")).status).toBe(204);
  });

  test("a standing group has no dates and is ended as well; ipr is not, but may be named anew", async () => {
    const of = await membersOfEveryKind();
    const { kind: _, from: __, until: ___, ...rest } = operation;
    await of.call("WCO operator", "POST", "/v1/groups", { ...rest, kind: "standing", owner: "FR" });
    const path = "/v1/groups/exercise";
    const dated = await of.refused(
      "FR releaser",
      "PATCH",
      path,
      { until: operation.until },
      { "If-Match": await etagOf(of, "FR releaser", path) },
    );
    expect(dated.errors[0]?.pointer).toBe("/until");
    expect((await change(of, "FR releaser", "PATCH", path, { ended: true })).json.state).toBe("ended");
    const ipr = { "If-Match": await etagOf(of, "WCO operator", "/v1/groups/ipr") };
    for (const body of [{ ended: true }, { owner: "FR" }])
      expect((await of.refused("WCO operator", "PATCH", "/v1/groups/ipr", body, ipr)).status).toBe(409);
    expect((await change(of, "WCO operator", "PATCH", "/v1/groups/ipr", { name: "IPR" })).status).toBe(200);
  });
});
