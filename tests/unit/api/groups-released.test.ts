import { describe, expect, test } from "vitest";
import { administrationItem, getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { getGroup, groupItem, groupKey, membershipItems } from "../../../shared/adapters/records/groups.ts";
import { iprGroup } from "../../../shared/domain/group.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { content, type Exchange } from "./exchange.ts";
import {
  alertInto,
  change,
  codes,
  etagOf,
  keepTime,
  membersOfEveryKind,
  remove,
  tick,
  withKenya,
} from "./group-world.ts";

keepTime();

describe("at the moment of a release", () => {
  /** Does something between what the release has read and what it writes. */
  const meanwhile = () => {
    let act: ((store: RecordStore) => Promise<void>) | undefined;
    const reach = (store: RecordStore): RecordStore => ({
      ...store,
      transact: async (writes) => {
        const now = act;
        act = undefined;
        await now?.(store);
        return store.transact(writes);
      },
    });
    return {
      reach,
      intervene: (work: (store: RecordStore) => Promise<void>) => {
        act = work;
      },
    };
  };

  const draftOf = async ({ call }: Exchange) => {
    const draft = await call("KE officer", "POST", "/v1/alerts", {
      ...content,
      group: "exercise",
      audience: { kind: "group" },
    });
    tick();
    return {
      path: `/v1/alerts/${draft.json.id}/release`,
      headers: { "If-Match": draft.etag },
    };
  };

  test("an author who is removed right then does not release", async () => {
    const { reach, intervene } = meanwhile();
    const of = await withKenya(reach);
    const { path, headers } = await draftOf(of);
    intervene(async () => {
      expect((await remove(of, "FR releaser", "KE")).status).toBe(204);
    });
    const { status } = await of.call("KE releaser", "POST", path, undefined, headers);
    expect([409, 412]).toContain(status);
    expect((await of.call("FR reader", "GET", "/v1/alerts?group=exercise")).json.items).toEqual([]);
  });

  test("a group that ends right then takes nothing", async () => {
    const { reach, intervene } = meanwhile();
    const of = await withKenya(reach);
    const { path, headers } = await draftOf(of);
    intervene(async () => {
      const ended = await change(of, "FR releaser", "PATCH", "/v1/groups/exercise", { ended: true });
      expect(ended.status).toBe(200);
    });
    const { status } = await of.call("KE releaser", "POST", path, undefined, headers);
    expect([409, 412]).toContain(status);
  });

  test("an administration that is suspended right then is not admitted", async () => {
    const { reach, intervene } = meanwhile();
    const of = await withKenya(reach);
    intervene(async (store) => {
      const administration = await getAdministration(store, "DE");
      if (administration === undefined) throw new Error("There is no DE");
      await store.writeMany([{ put: administrationItem({ ...administration, state: "suspended" }) }]);
    });
    expect((await of.call("FR releaser", "PUT", "/v1/groups/exercise/members/DE")).status).toBe(412);
    expect(codes((await of.call("FR reader", "GET", "/v1/groups/exercise")).json.members)).toEqual([
      "FR",
      "KE",
    ]);
  });
});

describe("what was stored before groups were counted", () => {
  /** As the first schema had it. */
  const old = async (of: Exchange) => {
    const at = "2026-01-01T00:00:00.000Z";
    const memberships = ["FR", "KE", "WCO"].flatMap((administration) =>
      membershipItems({ group: "ipr", administration, history: "all", intervals: [{ from: at }] }),
    );
    const { gsi1pk: _, gsi1sk: __, ...group } = groupItem(iprGroup(at));
    await of.store.writeMany([
      { put: { pk: group.pk, sk: group.sk, schema: 1, id: "ipr", createdAt: at } },
      ...memberships.map(({ open: _, revision: __, ...item }) => ({ put: { ...item, schema: 1 } })),
    ]);
  };

  test("takes releases, and is listed to the secretariat", async () => {
    const of = await membersOfEveryKind();
    await old(of);
    expect((await alertInto(of, "FR", { kind: "group" }, "ipr")).released?.status).toBe(200);
    const { json } = await of.call("WCO operator", "GET", "/v1/groups");
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(["ipr"]);
  });

  test("is changed once, and counted from then on", async () => {
    const of = await membersOfEveryKind();
    await old(of);
    const etag = await etagOf(of, "WCO operator", "/v1/groups/ipr");
    const patch = (body: object) =>
      of.call("WCO operator", "PATCH", "/v1/groups/ipr", body, { "If-Match": etag });
    expect((await patch({ name: "IPR" })).status).toBe(200);
    expect((await patch({ name: "Again" })).status).toBe(412);
    expect(await getGroup(of.store, "ipr")).toMatchObject({ name: "IPR", revision: 1 });
    expect(await of.store.get(groupKey("ipr"))).toMatchObject({ schema: 2 });
  });
});
