import { v7 } from "uuid";
import { expect, test } from "vitest";
import { dispatching } from "../../../functions/streams/dispatch/dispatching.ts";
import { getRelease, headItem, versionItem } from "../../../shared/adapters/records/alerts.ts";
import { outboxItem, outboxKey } from "../../../shared/adapters/records/outbox.ts";
import type { AlertHead } from "../../../shared/domain/alert.ts";
import { sqs } from "./aws.ts";
import { everyDeath, immortal, type Mortal, untilDeath } from "./mortal.ts";
import { group, inBatches, releaseOfFrance } from "./releases.ts";

const named = (...administrations: string[]) => ({ kind: "administrations" as const, administrations });
const later = "2026-11-02T00:00:00.000Z";

/** France's alert to Kenya and Germany, told; and then its second version, to Britain and the United States as well. */
const widened = async (minor: boolean) => {
  const store = inBatches(await group(["FR", "DE", "GB", "KE", "US"]));
  const { head, entry } = await releaseOfFrance(store, named("KE", "DE"));
  const [queue, revision] = [sqs(), v7()];
  const dispatch = (worker: Mortal, key: ReturnType<typeof outboxKey>) =>
    dispatching({ store: worker.reach(store), queues: queue.as(worker) }).dispatchAt(key);
  await dispatch(immortal(), entry);
  const before = queue.messages.length;
  const audience = named("KE", "DE", "GB", "US");
  const { content } = await getRelease(store, head.id, 1);
  const next: AlertHead = {
    ...head,
    version: 2,
    changedAt: later,
    audience,
    ...(minor ? {} : { asksSince: 2 }),
  };
  const change = { kind: "revise" as const, ...(minor ? { minor: true as const } : {}) };
  const revised = { ...content, audience };
  await store.writeMany(
    [
      headItem(next),
      versionItem({
        alert: head.id,
        version: 2,
        releasedAt: later,
        by: head.createdBy,
        change,
        content: revised,
      }),
      outboxItem(revision, later, { kind: "alert-released", alert: head.id, version: 2 }),
    ].map((put) => ({ put })),
  );
  const told = () => [
    ...new Set(
      queue.messages
        .slice(before)
        .map(({ message }) => (message as { administration: string }).administration),
    ),
  ];
  const rows = async (pk: string) => (await store.query({ pk, consistent: true })).items;
  return { dispatch: (worker: Mortal) => dispatch(worker, outboxKey(revision)), told, rows };
};

test.each([
  ["minor", true, ["GB", "US"]],
  ["ordinary", false, ["DE", "FR", "GB", "KE", "US"]],
])(
  "killed at any call, a wider audience by a revision marked %s tells the newcomers and lists it with them",
  async (_, minor, expected) => {
    await everyDeath(async (__, worker) => {
      const of = await widened(minor);
      await untilDeath(() => of.dispatch(worker));
      await of.dispatch(immortal());
      expect(of.told().sort()).toEqual(expected);
      for (const code of ["GB", "US"]) {
        expect(await of.rows(`FEED#ipr#${code}`)).toHaveLength(1);
        expect(await of.rows(`TODO#${code}`)).toHaveLength(1);
      }
    });
  },
);
