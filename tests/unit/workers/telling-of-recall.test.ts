import { v7 } from "uuid";
import { expect, test } from "vitest";
import { handingOver } from "../../../functions/queues/hand-over/handing-over.ts";
import { disseminate } from "../../../functions/streams/dispatch/disseminate.ts";
import { entomb } from "../../../functions/streams/dispatch/entomb.ts";
import { recalledHeadItem } from "../../../shared/adapters/records/recalls.ts";
import { endpointItem, subscriptionItem } from "../../../shared/adapters/records/subscriptions.ts";
import type { HandOver } from "../../../shared/domain/outbox.ts";
import { Criteria } from "../../../shared/domain/subscription.ts";
import { everyDeath, immortal, type Mortal, untilDeath } from "./mortal.ts";
import { at, group, releaseOfFrance } from "./releases.ts";
import { sns } from "./sns.ts";

const subscription = (id: string, criteria: object) =>
  subscriptionItem({
    id,
    administration: "DE",
    kind: "duty",
    endpoint: "DE desk",
    language: "fr",
    criteria: Criteria.parse({ group: "ipr", ...criteria }),
    revision: 1,
    createdBy: v7(),
    createdAt: at,
    changedAt: at,
  });

/** France's release to Germany, whose desk asks for gloves; Great Britain is in the group, and not in the audience. */
const world = async () => {
  const store = await group(["FR", "DE", "GB"]);
  const { head } = await releaseOfFrance(store, { kind: "administrations", administrations: ["DE"] });
  const id = v7();
  await store.writeMany([
    {
      put: endpointItem({
        id: "DE desk",
        administration: "DE",
        channel: "email",
        address: "desk@de.example",
        topic: "topic-1 of DE",
        state: "active",
        code: { nonce: "", expires: at, triesLeft: 5, sendingsLeft: 5 },
        revision: 1,
        createdAt: at,
        changedAt: at,
      }),
    },
    { put: subscription(id, { categories: ["gloves"] }) },
  ]);
  const service = sns();
  return {
    store,
    sent: service.sent,
    release: { alert: head.id, version: 1 },
    recall: async () => {
      const next = { ...head, state: "recalled" as const, version: 2, changedAt: at };
      const recall = { at, reason: "The reason stays inside.", administration: "FR" };
      await store.writeMany([{ put: recalledHeadItem(next, recall) }]);
      return entomb(store, { alert: head.id });
    },
    /** What the desk asks for from now on: not this. */
    asksForOthers: () => store.writeMany([{ put: subscription(id, { categories: ["vaccines"] }) }]),
    handOver: (worker: Mortal, work: HandOver) =>
      handingOver({
        store: worker.reach(store),
        topics: worker.reach(service.topics),
        consoleUrl: "https://console.example",
        clock: () => new Date(Date.parse(at) + 1000),
        newId: () => v7(),
      })(work),
  };
};

test("a hand-over that was under way at the recall announces the alert to nobody any more", async () => {
  const of = await world();
  const [, toGermany] = await disseminate(of.store, of.release);
  await of.recall();
  await of.handOver(immortal(), toGermany ?? { ...of.release, administration: "DE" });
  expect(of.sent).toEqual([]);
});

test("whoever heard of it is told to drop it, in their language, whatever they ask for by then", async () => {
  const of = await world();
  await of.handOver(immortal(), { ...of.release, administration: "DE" });
  await of.asksForOthers();
  for (const work of await of.recall()) await of.handOver(immortal(), work);
  const [released, recalled, ...others] = of.sent;
  expect(released?.notice.subject).toContain("[HIGH]");
  expect(recalled?.endpoint).toBe("DE desk");
  expect(recalled?.notice.subject).toBe("[RECALLED] IPR-2026-000001");
  expect(recalled?.notice.email).toContain("supprimez toute copie");
  expect(recalled?.notice.email).toContain("phrase of DE");
  expect(others).toEqual([]);
});

test("the notice of a recall has neither a word of the alert nor the reason, and its SMS fits one segment", async () => {
  const of = await world();
  for (const work of await of.recall()) await of.handOver(immortal(), work);
  expect(of.sent).toHaveLength(1);
  expect(JSON.stringify(of.sent)).not.toMatch(/canary|reason|gloves|gants/i);
  for (const { notice } of of.sent) {
    expect(`IPRCENcomm> ${notice.sms}`.length).toBeLessThanOrEqual(160);
    expect(notice.sms).toMatch(/^[\x20-\x7e]*$/);
  }
});

test("killed at any call, and done again, an address is told of the recall once or twice, and never not", async () => {
  await everyDeath(async (_, worker) => {
    const of = await world();
    const works = await of.recall();
    const toGermany = works.find(({ administration }) => administration === "DE");
    if (toGermany === undefined) throw new Error("Germany is told nothing");
    await untilDeath(() => of.handOver(worker, toGermany));
    await of.handOver(immortal(), toGermany);
    expect([1, 2]).toContain(of.sent.length);
  });
});
