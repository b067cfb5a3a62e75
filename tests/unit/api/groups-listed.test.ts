import { describe, expect, test } from "vitest";
import { disseminate } from "../../../functions/streams/dispatch/disseminate.ts";
import type { Exchange } from "./exchange.ts";
import {
  alertInto,
  change,
  keepTime,
  membersOfEveryKind,
  operation,
  remove,
  tick,
  withKenya,
} from "./group-world.ts";

keepTime();

describe("a list without a group", () => {
  const listedBy = async ({ call }: Exchange, who: string, search = "?limit=2", from = "") => {
    const ids: string[] = [];
    for (let cursor: string | null = from; cursor !== null; ) {
      const { json, status } = await call(who, "GET", `/v1/alerts${search}${cursor}`);
      expect(status).toBe(200);
      ids.push(...json.items.map(({ id }: { id: string }) => id));
      cursor = json.nextCursor === null ? null : `&cursor=${json.nextCursor}`;
    }
    return ids;
  };
  const release = async (of: Exchange, code: string, group: string, audience?: object) => {
    const { id, released } = await alertInto(of, code, audience, group);
    expect(released?.status).toBe(200);
    await disseminate(of.store, { alert: id, version: 1 });
    return id;
  };

  test("shows the alerts of all groups in one order; a removed member's cursor shows what it was sent while inside", async () => {
    const of = await withKenya();
    const before: string[] = [];
    for (const group of ["ipr", "exercise", "ipr", "exercise", "exercise"])
      before.unshift(await release(of, "FR", group));
    expect(await listedBy(of, "KE reader")).toEqual(before);
    expect(await listedBy(of, "DE reader")).toEqual([before[2], before[4]]);
    const { json: page } = await of.call("KE reader", "GET", "/v1/alerts?limit=2");
    await remove(of, "FR releaser", "KE");
    const after = await release(of, "FR", "exercise");
    expect(await listedBy(of, "KE reader")).toEqual(before);
    expect(await listedBy(of, "KE reader", "?limit=2", `&cursor=${page.nextCursor}`)).toEqual(
      before.slice(2),
    );
    expect(await listedBy(of, "KE reader", "?limit=2&group=exercise")).not.toContain(after);
    expect((await of.refused("KE reader", "GET", `/v1/alerts/${after}`)).status).toBe(404);
    expect(await listedBy(of, "KE reader", "?unacknowledged=true")).toEqual(before);
  });

  test("holds the alerts of any number of operations that are over, in order", async () => {
    const of = await membersOfEveryKind();
    const all: string[] = [];
    for (let n = 0; n < 12; n++) {
      const id = `exercise-${n}`;
      await of.call("WCO operator", "POST", "/v1/groups", { ...operation, id, owner: "FR" });
      all.unshift(await release(of, "FR", id));
      await change(of, "WCO operator", "PATCH", `/v1/groups/${id}`, { ended: true });
      tick(300);
      all.unshift(await release(of, "FR", "ipr"));
    }
    expect(await listedBy(of, "FR reader", "?limit=5")).toEqual(all);
  });

  test("asks for one by name where more than eight go on at once", async () => {
    const of = await membersOfEveryKind();
    for (let n = 0; n < 8; n++)
      await of.call("WCO operator", "POST", "/v1/groups", { ...operation, id: `exercise-${n}`, owner: "FR" });
    const { status, errors } = await of.refused("FR reader", "GET", "/v1/alerts");
    expect(status).toBe(400);
    expect(errors[0]).toMatchObject({ pointer: "group", detail: expect.stringMatching(/Name one of them/) });
    expect((await of.call("FR reader", "GET", "/v1/alerts?group=exercise-3")).status).toBe(200);
    expect((await of.call("FR reader", "GET", "/v1/alerts?unacknowledged=true")).status).toBe(200);
  });

  test("keeps what was acknowledged, also when the membership that let it be read has ended", async () => {
    const of = await membersOfEveryKind();
    await of.call("WCO operator", "POST", "/v1/groups", { ...operation, owner: "FR", history: "all" });
    const [kept, lost] = [await release(of, "FR", "exercise"), await release(of, "FR", "exercise")];
    tick();
    await of.call("FR releaser", "PUT", "/v1/groups/exercise/members/KE");
    tick();
    const done = await of.call("KE duty", "PUT", `/v1/alerts/${kept}/acknowledgement`, {
      result: "no-trace",
    });
    expect(done.status).toBe(200);
    expect(await listedBy(of, "KE reader")).toEqual([lost, kept]);
    await remove(of, "FR releaser", "KE");
    expect(await listedBy(of, "KE reader")).toEqual([kept]);
    expect((await of.call("KE reader", "GET", `/v1/alerts/${kept}`)).status).toBe(200);
    expect((await of.refused("KE reader", "GET", `/v1/alerts/${lost}`)).status).toBe(404);
  });
});
