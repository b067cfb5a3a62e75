import { expect, test } from "vitest";
import { removingEndpoints } from "../../../functions/queues/endpoint/removing-endpoints.ts";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { endpointItem } from "../../../shared/adapters/records/subscriptions.ts";
import type { Endpoint } from "../../../shared/domain/subscription.ts";
import { everyDeath, immortal, type Mortal, untilDeath } from "./mortal.ts";
import { at } from "./releases.ts";
import { sns } from "./sns.ts";

const desk: Endpoint = {
  id: "desk",
  administration: "FR",
  channel: "email",
  address: "duty@fr.example",
  state: "pending",
  topic: "topic-1",
  code: { nonce: "", expires: at, triesLeft: 5, sendingsLeft: 5 },
  revision: 1,
  createdAt: at,
  changedAt: at,
};
const phone = "+33140246510";

/** France's desk and phone follow what SNS sent them; then the desk is removed, and maybe there again. */
const world = async (again?: Partial<Endpoint>) => {
  const store = memoryRecordStore();
  const service = sns();
  const followed = service.follow(desk.topic, desk.address);
  const other = service.follow(desk.topic, phone);
  if (again !== undefined) await store.writeMany([{ put: endpointItem({ ...desk, ...again }) }]);
  return {
    service,
    followed,
    other,
    remove: (worker: Mortal, subscriptionArn?: string) =>
      removingEndpoints({ store: worker.reach(store), topics: worker.reach(service.topics) })({
        kind: "remove-endpoint",
        administration: "FR",
        endpoint: desk.id,
        topic: desk.topic,
        address: desk.address,
        ...(subscriptionArn === undefined ? {} : { subscriptionArn }),
      }),
  };
};

test.each([
  ["that was active", true],
  ["that followed SNS's link and was never active with us", false],
])("killed at any call, an address %s hears nothing more, and no other is touched", async (_, known) => {
  const calls = await everyDeath(async (__, worker) => {
    const of = await world();
    const arn = known ? of.followed : undefined;
    await untilDeath(() => of.remove(worker, arn));
    await of.remove(immortal(), arn);
    expect([...of.service.subscriptions]).toEqual([of.other]);
  });
  expect(calls).toBeGreaterThanOrEqual(2);
});

test.each<[string, Partial<Endpoint>]>([
  ["and confirmed again", { state: "active", subscriptionArn: "topic-1:duty@fr.example" }],
  ["and about to be confirmed", {}],
])("an address that was added again meanwhile %s keeps its subscription", async (_, again) => {
  const of = await world(again);
  await of.remove(immortal(), of.followed);
  await of.remove(immortal());
  expect(of.service.subscriptions).toContain(of.followed);
});

test("an address that was added again on a later topic leaves the earlier one", async () => {
  const of = await world({ topic: "topic-2" });
  of.service.follow("topic-2", desk.address);
  await of.remove(immortal(), of.followed);
  expect([...of.service.subscriptions].sort()).toEqual([of.other, "topic-2:duty@fr.example"].sort());
});

test("an address whose link nobody followed needs nothing", async () => {
  const of = await world();
  await of.remove(immortal(), of.followed);
  await of.remove(immortal());
  expect([...of.service.subscriptions]).toEqual([of.other]);
});
