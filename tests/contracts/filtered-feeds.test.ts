import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { emulatorClient } from "../../local/environment.ts";
import { readState } from "../../local/state.ts";
import { dynamoRecordStore } from "../../shared/adapters/dynamodb/record-store.ts";
import { memoryRecordStore } from "../../shared/adapters/memory/record-store.ts";
import { pointerItem, toAcknowledgeItem } from "../../shared/adapters/records/alerts.ts";
import { filteredFeed } from "../../shared/adapters/records/filtered-feeds.ts";
import { postingWrites } from "../../shared/adapters/records/postings.ts";
import { AlertContent, type AlertHead, summarise } from "../../shared/domain/alert.ts";
import type { AlertFilter } from "../../shared/domain/alert-filter.ts";
import { askedBy } from "../../shared/domain/alert-tokens.ts";
import type { RecordStore } from "../../shared/domain/record-store.ts";

const { awsEndpoint, caFile, outputs } = await readState(process.env["IPR_CENCOMM_STATE"]);
const client = new DynamoDBClient(emulatorClient(awsEndpoint, caFile));

const day = (n: number): string => new Date(Date.UTC(2026, 10, n)).toISOString();

/** The nth alert of a group: every third is about gloves, every second out of China, and each has a batch of its own. */
const alertOf = (group: string, n: number): { readonly head: AlertHead; readonly content: AlertContent } => {
  const id = v7();
  const content = AlertContent.parse({
    type: "seizure",
    severity: n % 2 === 0 ? "high" : "low",
    tlp: "GREEN",
    group: "ipr",
    audience: { kind: "group" },
    title: `Number ${n}`,
    summary: "Found.",
    language: "en",
    goods: [
      {
        category: n % 3 === 0 ? "gloves" : "medicines",
        description: "As found",
        hs: { edition: "HS2022", code: n % 3 === 0 ? "401512" : "300490" },
        batches: [`lot ${n}-a`],
      },
    ],
    route: { departure: { country: n % 2 === 0 ? "CN" : "IN" } },
  });
  const at = day(1 + n);
  const head: AlertHead = {
    id,
    administration: "FR",
    createdBy: id,
    createdAt: at,
    changedAt: at,
    state: "released",
    reference: `IPR-2026-${String(n).padStart(6, "0")}`,
    version: 1,
    group,
    audience: { kind: "group" },
    releasedBy: id,
    releasedAt: at,
    position: v7({ msecs: Date.parse(at) }),
  };
  return { head, content };
};

describe.each([
  ["memory", memoryRecordStore],
  ["DynamoDB", () => dynamoRecordStore(client, outputs["TableName"] ?? "")],
])("a filter on a list (%s)", (_, make) => {
  const COUNT = 12;
  const exchange = async () => {
    const store: RecordStore = make();
    const group = `test-${v7()}`;
    const alerts = Array.from({ length: COUNT }, (_, n) => alertOf(group, n));
    await store.writeMany(
      alerts.flatMap(({ head, content }) => [
        ...postingWrites(head, content, [group], []),
        { put: pointerItem(group, head.position, summarise(head, content)) },
      ]),
    );
    const pages = async (filter: AlertFilter, limit: number, period = {}, openTo?: string) => {
      const asked = askedBy(filter);
      if (asked === undefined) throw new Error("This asks for nothing");
      const found: string[][] = [];
      let after: string | undefined;
      do {
        const parts = [{ scope: group, spans: [period] }];
        const page = await filteredFeed(store, parts, { asked, period, openTo }, limit, after);
        found.push(page.items.map(({ summary }) => summary.title.replace("Number ", "")));
        after = page.next;
      } while (after !== undefined);
      return found;
    };
    return { store, group, alerts, pages };
  };

  test("finds what has all that is asked for, the newest first, each once, page by page", async () => {
    const { pages } = await exchange();
    expect(await pages({ country: "CN" }, 4)).toEqual([
      ["10", "8", "6", "4"],
      ["2", "0"],
    ]);
    expect((await pages({ country: "CN", category: "gloves" }, 2)).flat()).toEqual(["6", "0"]);
    expect((await pages({ hs: "30", severity: "low", country: "IN" }, 25)).flat()).toEqual([
      "11",
      "7",
      "5",
      "1",
    ]);
    expect(await pages({ hs: "4015" }, 25)).toEqual([["9", "6", "3", "0"]]);
    expect(await pages({ identifier: "LOT7A" }, 25)).toEqual([["7"]]);
    expect(await pages({ identifier: "lot 7" }, 25)).toEqual([[]]);
    expect(await pages({ hs: "8471" }, 25)).toEqual([[]]);
  });

  test("finds within a time, its ends included, and nothing beside it", async () => {
    const { pages } = await exchange();
    expect((await pages({ category: "medicines" }, 2, { from: day(3), until: day(6) })).flat()).toEqual([
      "4",
      "2",
    ]);
  });

  test("finds of what is to be acknowledged that alone, and ends where there is no more of it", async () => {
    const { store, alerts, group, pages } = await exchange();
    const reader = `X-${v7().toUpperCase().slice(0, 28)}`;
    await store.writeMany(
      [8, 7, 6].flatMap((n) => {
        const position = alerts[n]?.head.position ?? "";
        return [{ put: toAcknowledgeItem(reader, position, group) }];
      }),
    );
    expect(await pages({ country: "CN" }, 1, {}, reader)).toEqual([["8"], ["6"]]);
    expect(await pages({ country: "CN" }, 25, {}, "X-NOBODY")).toEqual([[]]);
  });

  test("finds nothing by what only an earlier version said, whatever is still posted of it", async () => {
    const { store, alerts, group, pages } = await exchange();
    const { head, content } = alerts[6] ?? alertOf(group, 6);
    const revised = { ...head, version: 2 };
    const next = { ...content, route: { departure: { country: "BR" } } };
    await store.writeMany([{ put: pointerItem(group, head.position, summarise(revised, next)) }]);
    expect((await pages({ country: "CN" }, 25)).flat()).not.toContain("6");
    await store.writeMany(postingWrites(revised, next, [group], [content]));
    expect(await pages({ country: "BR" }, 25)).toEqual([["6"]]);
    expect((await pages({ category: "gloves" }, 25)).flat()).toContain("6");
    const left = await store.query({ pk: `IDX#${group}#c:CN` });
    expect(left.items.map(({ sk }) => sk)).not.toContain(head.position);
  });
});
