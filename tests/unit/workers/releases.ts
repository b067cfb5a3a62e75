import { v7 } from "uuid";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { administrationItem } from "../../../shared/adapters/records/administrations.ts";
import { headItem, pointerItem, versionItem } from "../../../shared/adapters/records/alerts.ts";
import { membershipItems } from "../../../shared/adapters/records/groups.ts";
import { outboxItem, outboxKey } from "../../../shared/adapters/records/outbox.ts";
import { type AlertContent, type AlertHead, summarise } from "../../../shared/domain/alert.ts";
import type { Audience } from "../../../shared/domain/audience.ts";
import type { Item, RecordStore } from "../../../shared/domain/record-store.ts";

export const at = "2026-11-01T00:00:00.000Z";
const before = "2026-01-01T00:00:00.000Z";

/** DynamoDB takes batches of 25, so that a worker can die between two of them; in memory all are one. */
export const inBatches = (store: RecordStore): RecordStore => ({
  get: (key) => store.get(key),
  getMany: (keys) => store.getMany(keys),
  query: (query) => store.query(query),
  transact: (writes) => store.transact(writes),
  tally: (key, tallies, expiresAt) => store.tally(key, tallies, expiresAt),
  writeMany: async (writes) => {
    for (let n = 0; n < writes.length; n += 25) await store.writeMany(writes.slice(n, n + 25));
  },
});

/** A store with active administrations in the group; `GONE` was in it until before anything was released. */
export const group = async (codes: readonly string[]) => {
  const store = memoryRecordStore();
  const membership = (administration: string, until?: string) =>
    membershipItems({
      group: "ipr",
      administration,
      history: "all",
      intervals: [{ from: before, ...(until === undefined ? {} : { until }) }],
    });
  await store.writeMany(
    [
      ...codes.flatMap((code): readonly Item[] => [
        administrationItem({
          code,
          kind: "member",
          name: code,
          state: "active",
          recognitionPhrase: `phrase of ${code}`,
          firstUserId: v7(),
          topics: [`topic-1 of ${code}`, `topic-2 of ${code}`],
          revision: 1,
          createdAt: before,
          changedAt: before,
        }),
        ...membership(code),
      ]),
      ...membership("X-GONE", "2026-10-31T00:00:00.000Z"),
    ].map((put) => ({ put })),
  );
  return store;
};

const content: AlertContent = {
  type: "seizure",
  severity: "high",
  tlp: "AMBER",
  group: "ipr",
  audience: { kind: "group" },
  title: "canary of the title",
  summary: "canary of the summary",
  language: "en",
  goods: [{ category: "gloves", description: "canary of the goods" }],
};

/** France's release, as its transaction leaves it: listed with its author, the rest in the outbox. */
export const releaseOfFrance = async (store: RecordStore, audience: Audience) => {
  const [id, position, entry, person] = [v7(), v7(), v7(), v7()];
  const head: AlertHead = {
    id,
    administration: "FR",
    createdBy: person,
    createdAt: at,
    changedAt: at,
    state: "released",
    reference: "IPR-2026-000001",
    version: 1,
    group: "ipr",
    audience,
    releasedBy: person,
    releasedAt: at,
    position,
  };
  const released = { ...content, audience };
  await store.writeMany(
    [
      headItem(head),
      versionItem({ alert: id, version: 1, releasedAt: at, content: released }),
      pointerItem("ipr#FR", position, summarise(head, released)),
      outboxItem(entry, at, { kind: "alert-released", alert: id, version: 1 }),
    ].map((put) => ({ put })),
  );
  return { head, entry: outboxKey(entry), summary: summarise(head, released) };
};
