import { describe, expect, test } from "vitest";
import { content } from "./exchange.ts";
import { change, keepTime, operation, remove, tick, withKenya } from "./group-world.ts";

keepTime();

describe("to whom a group is told", () => {
  test("a former member finds when it came and left, and nothing of what the group is today", async () => {
    const of = await withKenya();
    await remove(of, "FR releaser", "KE");
    tick();
    await of.call("FR releaser", "PUT", "/v1/groups/exercise/members/DE");
    await change(of, "FR releaser", "PATCH", "/v1/groups/exercise", {
      name: "Renamed",
      description: "Secret.",
    });
    const { json } = await of.call("KE contact-point", "GET", "/v1/groups/exercise");
    expect(json).toEqual({
      id: "exercise",
      kind: "operation",
      standing: "former",
      since: expect.any(String),
      left: expect.any(String),
      members: [],
    });
    const { json: list } = await of.call("KE contact-point", "GET", "/v1/groups");
    expect(list.items[0]).toEqual({ ...json, members: undefined });
    expect((await of.refused("KE releaser", "GET", "/v1/groups/exercise/members/DE")).status).toBe(404);
  });

  test("an outsider finds in every answer what it finds for a group that never was", async () => {
    const of = await withKenya();
    const answers = async (group: string) => {
      const asked = async (who: string, method: string, path: string, body?: unknown) => {
        const { json, status, headers } = await of.refused(who, method, path, body, { "If-Match": '"1"' });
        return { json, status, headers };
      };
      return [
        await asked("SE contact-point", "GET", `/v1/groups/${group}`),
        await asked("SE contact-point", "GET", `/v1/groups/${group}/members/SE`),
        await asked("SE contact-point", "GET", `/v1/groups/${group}/members/FR`),
        await asked("SE contact-point", "PATCH", `/v1/groups/${group}`, { name: "Mine" }),
        await asked("SE releaser", "PUT", `/v1/groups/${group}/members/SE`),
        await asked("SE contact-point", "DELETE", `/v1/groups/${group}/members/SE`),
        await asked("SE contact-point", "DELETE", `/v1/groups/${group}/members/FR`),
        await asked("SE officer", "GET", `/v1/alerts?group=${group}`),
        await asked("SE officer", "POST", "/v1/alerts", { ...content, group }),
        await asked("SE contact-point", "POST", "/v1/subscriptions", {
          destination: { channel: "sms", address: "+33140246510" },
          language: "en",
          criteria: { group },
        }),
      ];
    };
    expect(await answers("exercise")).toEqual(await answers("never"));
    const { json } = await of.call("SE contact-point", "GET", "/v1/groups");
    expect(JSON.stringify(json)).not.toContain("exercise");
  });

  test("the secretariat's operators list all groups, page by page, and its other people those they are in", async () => {
    const of = await withKenya();
    for (let n = 0; n < 5; n++)
      await of.call("RILO-WE releaser", "POST", "/v1/groups", { ...operation, id: `rilo-we-g${n}` });
    const ids: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const search: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const { json } = await of.call("WCO operator", "GET", `/v1/groups?limit=2${search}`);
      ids.push(...json.items.map(({ id }: { id: string }) => id));
      cursor = json.nextCursor;
    }
    expect(ids).toEqual(["exercise", "ipr", ...[0, 1, 2, 3, 4].map((n) => `rilo-we-g${n}`)]);
    const { json } = await of.call("WCO contact-point", "GET", "/v1/groups");
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(["ipr"]);
  });

  test("an answer is another one as soon as its members are others", async () => {
    const of = await withKenya();
    const { etag } = await of.call("KE reader", "GET", "/v1/groups/exercise");
    const ask = () =>
      of.call("KE reader", "GET", "/v1/groups/exercise", undefined, { "If-None-Match": etag });
    expect((await ask()).status).toBe(304);
    await of.call("FR releaser", "PUT", "/v1/groups/exercise/members/DE");
    expect((await ask()).status).toBe(200);
  });
});
