import { expect, test } from "vitest";
import { membershipItems } from "../../../shared/adapters/records/groups.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { content, draft, exchange } from "./exchange.ts";

const members = Array.from({ length: 150 }, (_, n) => `X-MEMBER-${String(n).padStart(3, "0")}`);
const audience = (administrations: readonly string[]) => ({
  audience: { kind: "administrations", administrations },
});

/** An exchange with a group of many, which counts what is read of its members. */
const crowded = async () => {
  const read: string[] = [];
  const note = ({ pk, sk }: { pk: string; sk: string }) => {
    if (pk === "GRP#ipr" && sk.startsWith("MEM#")) read.push(sk.slice(4));
  };
  const counted = (store: RecordStore): RecordStore => ({
    ...store,
    get: (key) => {
      note(key);
      return store.get(key);
    },
    getMany: (keys) => {
      for (const key of keys) note(key);
      return store.getMany(keys);
    },
    query: async (query) => {
      const page = await store.query(query);
      for (const item of page.items) note(item);
      return page;
    },
  });
  const of = await exchange(counted);
  const items = members.flatMap((administration) =>
    membershipItems({
      group: "ipr",
      administration,
      history: "all",
      intervals: [{ from: "2026-11-01T00:00:00.000Z" }],
    }),
  );
  await of.store.writeMany(items.map((put) => ({ put })));
  return { of, read };
};

test("a draft for named administrations is held to those alone at every saving", async () => {
  const { of, read } = await crowded();
  const { path, etag } = await draft(of, audience(["KE"]));
  expect([...new Set(read)].sort()).toEqual(["FR", "KE"]);
  read.length = 0;
  const saved = await of.call("FR officer", "PATCH", path, { title: "Masks" }, { "If-Match": etag });
  expect(saved.status).toBe(200);
  expect(read.sort()).toEqual(["FR", "KE"]);
});

test("of more than a hundred named, each who is not in the group is named", async () => {
  const { of } = await crowded();
  expect(
    (await of.call("FR officer", "POST", "/v1/alerts", { ...content, ...audience(members) })).status,
  ).toBe(201);
  const refused = await of.refused("FR officer", "POST", "/v1/alerts", {
    ...content,
    ...audience(["SE", ...members, "NO"]),
  });
  expect(refused.errors).toEqual([
    { pointer: "/audience/administrations", detail: "Not in the group ipr: SE, NO. Leave them out." },
  ]);
});
