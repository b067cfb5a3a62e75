import { describe, expect, test } from "vitest";
import { memoryRecordStore } from "../../shared/adapters/memory/record-store.ts";
import { ConditionFailed } from "../../shared/domain/record-store.ts";

describe.each([["memory", memoryRecordStore]])("the record store (%s)", (_, make) => {
  test("writes nothing of a transaction whose condition fails, and says which", async () => {
    const store = make();
    await store.transact([{ put: { pk: "a", sk: "1", revision: 1 }, when: { absent: true } }]);
    const refused = store.transact([
      { put: { pk: "a", sk: "2" } },
      { put: { pk: "a", sk: "1", revision: 3 }, when: { equals: { revision: 2 } } },
    ]);
    await expect(refused).rejects.toThrow(ConditionFailed);
    await expect(refused).rejects.toMatchObject({ failed: [1] });
    expect(await store.get({ pk: "a", sk: "2" })).toBeUndefined();
  });

  test("reads a partition in the order of its sort keys, from a position on", async () => {
    const store = make();
    await store.writeMany(["1", "2", "3"].map((sk) => ({ put: { pk: "p", sk } })));
    const newest = await store.query({ pk: "p", newestFirst: true, limit: 2 });
    expect(newest.items.map(({ sk }) => sk)).toEqual(["3", "2"]);
    expect(newest.more).toBe(true);
    const rest = await store.query({ pk: "p", newestFirst: true, after: "2", limit: 2 });
    expect(rest).toEqual({ items: [{ pk: "p", sk: "1" }], more: false });
  });
});
