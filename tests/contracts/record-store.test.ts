import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { emulatorClient } from "../../local/environment.ts";
import { readState } from "../../local/state.ts";
import { dynamoRecordStore } from "../../shared/adapters/dynamodb/record-store.ts";
import { memoryRecordStore } from "../../shared/adapters/memory/record-store.ts";
import { ConditionFailed, type Query } from "../../shared/domain/record-store.ts";

const { awsEndpoint, caFile, outputs } = await readState(process.env["IPR_CENCOMM_STATE"]);
const client = new DynamoDBClient(emulatorClient(awsEndpoint, caFile));
const table = outputs["TableName"] ?? "";

describe.each([
  ["memory", memoryRecordStore],
  ["DynamoDB", () => dynamoRecordStore(client, table)],
])("the record store (%s)", (_, make) => {
  const partition = (): string => `TEST#${v7()}`;

  test("writes nothing of a transaction whose condition fails, and says which", async () => {
    const store = make();
    const pk = partition();
    await store.transact([{ put: { pk, sk: "1", revision: 1 }, when: { absent: true } }]);
    const refused = store.transact([
      { put: { pk, sk: "2" } },
      { put: { pk, sk: "1", revision: 3 }, when: { equals: { revision: 2 } } },
    ]);
    await expect(refused).rejects.toThrow(ConditionFailed);
    await expect(refused).rejects.toMatchObject({ failed: [1] });
    expect(await store.get({ pk, sk: "2" })).toBeUndefined();
  });

  test("deletes, checks and replaces where the conditions hold", async () => {
    const store = make();
    const pk = partition();
    await store.writeMany([{ put: { pk, sk: "1", revision: 1 } }, { put: { pk, sk: "2", state: "open" } }]);
    await store.transact([
      { delete: { pk, sk: "1" }, when: { equals: { revision: 1 } } },
      { check: { pk, sk: "2" }, when: { equals: { state: "open" } } },
      { put: { pk, sk: "3" }, when: { absent: true } },
    ]);
    expect((await store.query({ pk, consistent: true })).items.map(({ sk }) => sk)).toEqual(["2", "3"]);
    await expect(store.transact([{ check: { pk, sk: "1" }, when: { present: true } }])).rejects.toThrow(
      ConditionFailed,
    );
  });

  test("drops what is undefined and answers many keys in the order asked, with holes", async () => {
    const store = make();
    const pk = partition();
    const all = Array.from({ length: 120 }, (_, n) => ({ pk, sk: String(n), note: undefined }));
    await store.writeMany(all.map((put) => ({ put })));
    const found = await store.getMany([...all.map(({ sk }) => ({ pk, sk })), { pk, sk: "none" }]);
    expect(found.map((item) => item?.sk)).toEqual([...all.map(({ sk }) => sk), undefined]);
    expect(found[0]).toEqual({ pk, sk: "0" });
  });

  test("reads a partition in the order of its sort keys, from a position on, within a prefix", async () => {
    const store = make();
    const pk = partition();
    await store.writeMany(["A#1", "A#2", "A#3", "B#1"].map((sk) => ({ put: { pk, sk } })));
    const read = async (query: Omit<Query, "pk">) => {
      const page = await store.query({ pk, consistent: true, ...query });
      return [...page.items.map(({ sk }) => sk), page.more];
    };
    expect(await read({ newestFirst: true, limit: 2 })).toEqual(["B#1", "A#3", true]);
    expect(await read({ newestFirst: true, limit: 3, after: "B#1" })).toEqual(["A#3", "A#2", "A#1", false]);
    expect(await read({ prefix: "A#", limit: 2 })).toEqual(["A#1", "A#2", true]);
    expect(await read({ prefix: "A#", limit: 2, after: "A#2" })).toEqual(["A#3", false]);
    expect(await read({ prefix: "A#", newestFirst: true, limit: 1, after: "A#3" })).toEqual(["A#2", true]);
  });

  test("finds items by state through the index", async () => {
    const store = make();
    const state = partition();
    await store.writeMany(
      ["1", "2", "3"].map((n) => ({ put: { pk: partition(), sk: "X", gsi1pk: state, gsi1sk: n } })),
    );
    const page = await store.query({ pk: state, index: "gsi1", newestFirst: true, limit: 2, after: "3" });
    expect(page.items.map((item) => item["gsi1sk"])).toEqual(["2", "1"]);
  });
  test("adds to tallies up to their most, whatever is added at the same moment, and to none where one is full", async () => {
    const store = make();
    const key = { pk: partition(), sk: "1" };
    const ends = Math.floor(Date.now() / 1000) + 60;
    const both = [
      { name: "all", most: 100 },
      { name: "one", most: 7 },
    ];
    const answers = await Promise.all(Array.from({ length: 30 }, () => store.tally(key, both, ends)));
    const added = answers.filter((answer) => answer.added);
    expect(added.map(({ counts }) => counts[1]).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const { counts } of added) expect(counts[0]).toBe(counts[1]);
    for (const answer of answers.filter((each) => !each.added)) expect(answer.counts).toEqual([7, 7]);

    const other = [
      { name: "all", most: 100 },
      { name: "another", most: 7 },
    ];
    expect(await store.tally(key, other, ends)).toEqual({ added: true, counts: [8, 1] });
    expect(await store.get(key)).toEqual({ ...key, all: 8, one: 7, another: 1, expiresAt: ends });
  });
});
