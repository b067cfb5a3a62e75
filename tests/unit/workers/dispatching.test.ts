import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { dispatching } from "../../../functions/streams/dispatch/dispatching.ts";
import { acknowledgementKey, toAcknowledgeKey } from "../../../shared/adapters/records/alerts.ts";
import { outboxItem, outboxKey } from "../../../shared/adapters/records/outbox.ts";
import type { Audience } from "../../../shared/domain/audience.ts";
import { HandOver, type OutboxWork } from "../../../shared/domain/outbox.ts";
import type { QueueName } from "../../../shared/domain/queues.ts";
import { members } from "../../../shared/reference/members.ts";
import { sqs } from "./aws.ts";
import { everyDeath, immortal, type Mortal, untilDeath } from "./mortal.ts";
import { at, group, inBatches, releaseOfFrance } from "./releases.ts";

const others = ["DE", "GB", "KE", "US"];
/** More than a batch of any kind holds. */
const many = members
  .map(({ code }) => code)
  .filter((code) => code !== "FR")
  .slice(0, 60);

const world = async (audience: Audience, inGroup: readonly string[]) => {
  const store = await group(["FR", ...inGroup]);
  const release = await releaseOfFrance(store, audience);
  const queue = sqs();
  const rows = (prefix: string) => store.items().filter(({ pk }) => pk.startsWith(prefix));
  return {
    store,
    ...release,
    rows,
    queued: () => queue.messages.map(({ message }) => HandOver.parse(message).administration),
    dispatch: (worker: Mortal) =>
      dispatching({ store: inBatches(worker.reach(store)), queues: queue.as(worker) }).dispatchAt(
        release.entry,
      ),
  };
};
type World = Awaited<ReturnType<typeof world>>;

/** What holds wherever a worker died: nobody is told before the list shows it, no row without its mark. */
const expectInOrder = ({ rows, queued }: World, feeds: readonly string[], readers: readonly string[]) => {
  const listed = rows("FEED#").map(({ pk }) => pk);
  if (queued().length > 0) expect(listed).toEqual(expect.arrayContaining([...feeds]));
  const marked = new Set(rows("TODO#").map(({ pk }) => pk));
  if (listed.some((pk) => pk !== "FEED#ipr#FR"))
    for (const code of readers) expect(marked).toContain(`TODO#${code}`);
};

/** Everything that follows from the release, once where it is written down, at least once where it is queued. */
const expectDispatched = (
  { rows, queued, head, summary }: World,
  feeds: readonly string[],
  readers: readonly string[],
) => {
  expect(rows("OUT#")).toEqual([]);
  expect(
    rows("FEED#")
      .map(({ pk }) => pk)
      .sort(),
  ).toEqual([...feeds].sort());
  for (const row of rows("FEED#")) expect(row).toMatchObject({ sk: head.position, summary });
  expect(
    rows("TODO#")
      .map(({ pk, sk }) => `${pk} ${sk}`)
      .sort(),
  ).toEqual(readers.map((code) => `TODO#${code} ${head.position}`).sort());
  for (const { scope } of rows("TODO#")) expect(feeds).toContain(`FEED#${scope}`);
  expect([...new Set(queued())].sort()).toEqual(["FR", ...readers].sort());
};

describe.each<[string, Audience, readonly string[], readonly string[]]>([
  ["the whole group", { kind: "group" }, others, ["FEED#ipr", "FEED#ipr#FR"]],
  [
    "two named administrations",
    { kind: "administrations", administrations: ["DE", "KE"] },
    ["DE", "KE"],
    ["FEED#ipr#DE", "FEED#ipr#FR", "FEED#ipr#KE"],
  ],
])("a release to %s", (_, audience, readers, feeds) => {
  test("killed at any call, and done again, is listed once, marked once and handed over to each", async () => {
    const calls = await everyDeath(async (__, worker) => {
      const of = await world(audience, others);
      await untilDeath(() => of.dispatch(worker));
      expectInOrder(of, feeds, readers);
      await of.dispatch(immortal());
      expectDispatched(of, feeds, readers);
    });
    expect(calls).toBeGreaterThanOrEqual(7);
  });

  test("done twice at the same time is the same", async () => {
    const of = await world(audience, others);
    await Promise.all([of.dispatch(immortal()), of.dispatch(immortal())]);
    expectDispatched(of, feeds, readers);
  });

  test("acknowledged by one of them while the worker was dead is not to be acknowledged again", async () => {
    let acknowledgedBetween = 0;
    await everyDeath(async (__, worker) => {
      const of = await world(audience, others);
      await untilDeath(() => of.dispatch(worker));
      if (!of.rows("FEED#").some(({ pk }) => pk !== "FEED#ipr#FR") || of.rows("OUT#").length === 0) return;
      acknowledgedBetween += 1;
      await of.store.writeMany([
        { put: { ...acknowledgementKey(of.head.id, "KE"), administration: "KE" } },
        { delete: toAcknowledgeKey("KE", of.head.position) },
      ]);
      await of.dispatch(immortal());
      expect(of.rows("TODO#KE")).toEqual([]);
      expect(of.rows("TODO#DE")).toHaveLength(1);
    });
    expect(acknowledgedBetween).toBeGreaterThan(0);
  });
});

test("killed at any call, a release to sixty named administrations reaches each of them", async () => {
  const feeds = ["FR", ...many].map((code) => `FEED#ipr#${code}`);
  const calls = await everyDeath(async (_, worker) => {
    const of = await world({ kind: "administrations", administrations: many }, many);
    await untilDeath(() => of.dispatch(worker));
    expectInOrder(of, feeds, many);
    await of.dispatch(immortal());
    expectDispatched(of, feeds, many);
  });
  // Of which three batches of marks, three of rows, seven of hand-overs.
  expect(calls).toBeGreaterThan(15);
});

test("a former member, a stranger and the author alone: who is not addressed gets nothing", async () => {
  const of = await world({ kind: "administrations", administrations: ["DE", "X-GONE", "X-NEVER"] }, others);
  await of.dispatch(immortal());
  expectDispatched(of, ["FEED#ipr#DE", "FEED#ipr#FR"], ["DE"]);
});

test.each<[QueueName, OutboxWork]>([
  ["provision", { kind: "provision-administration", administration: "KE" }],
  ["provision", { kind: "invite-user", administration: "KE", user: v7() }],
  ["provision", { kind: "invite-user-again", administration: "KE", user: v7() }],
  ["provision", { kind: "user-state-changed", administration: "KE", user: v7() }],
  ["endpoint", { kind: "confirm-endpoint", administration: "KE", endpoint: "a" }],
  [
    "endpoint",
    {
      kind: "remove-endpoint",
      administration: "KE",
      endpoint: "id",
      topic: "topic",
      address: "duty@ke.example",
    },
  ],
  ["mail", { kind: "registration-code", registration: v7() }],
  ["mail", { kind: "registration-decided", registration: v7() }],
])("killed at any call, the %s queue is given its %o", async (name, work) => {
  await everyDeath(async (_, worker) => {
    const store = await group([]);
    const id = v7();
    await store.writeMany([{ put: outboxItem(id, at, work) }]);
    const queue = sqs();
    const dispatch = (each: Mortal) =>
      dispatching({ store: each.reach(store), queues: queue.as(each) }).dispatchAt(outboxKey(id));
    await untilDeath(() => dispatch(worker));
    await dispatch(immortal());
    expect(queue.messages.length).toBeGreaterThanOrEqual(1);
    expect(queue.messages.length).toBeLessThanOrEqual(2);
    for (const message of queue.messages) expect(message).toEqual({ queue: name, message: work });
    expect(await store.get(outboxKey(id))).toBeUndefined();
  });
});
