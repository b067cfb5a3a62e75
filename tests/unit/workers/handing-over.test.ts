import { inspect } from "node:util";
import type { SQSEvent } from "aws-lambda";
import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { handingOver } from "../../../functions/queues/hand-over/handing-over.ts";
import { queueHandler } from "../../../functions/runtime/batch.ts";
import { administrationItem, getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { endpointItem, subscriptionItem } from "../../../shared/adapters/records/subscriptions.ts";
import type { AdministrationState } from "../../../shared/domain/administration.ts";
import type { NoticeLanguage } from "../../../shared/domain/language.ts";
import { HandOver } from "../../../shared/domain/outbox.ts";
import { Criteria } from "../../../shared/domain/subscription.ts";
import { type Death, everyDeath, immortal, type Mortal, mortal, untilDeath } from "./mortal.ts";
import { at, group, releaseOfFrance } from "./releases.ts";
import { sns } from "./sns.ts";

interface Place {
  readonly id: string;
  readonly topic?: 1 | 2;
  readonly language?: NoticeLanguage;
  readonly pending?: true;
  readonly criteria?: object;
}

/** Germany's endpoints: four publishes of two topics and languages, one that did not confirm, one that asks for others. */
const places: readonly Place[] = [
  { id: "desk" },
  { id: "phone" },
  { id: "bureau", language: "fr" },
  { id: "second-desk", topic: 2 },
  { id: "second-bureau", topic: 2, language: "fr" },
  { id: "unconfirmed", pending: true },
  { id: "critical-alone", criteria: { minimumSeverity: "critical" } },
  { id: "other-goods", criteria: { categories: ["vaccines"] } },
];
const matched = ["bureau", "desk", "phone", "second-bureau", "second-desk"];

const world = async () => {
  const store = await group(["FR", "DE", "GB"]);
  const { head } = await releaseOfFrance(store, { kind: "administrations", administrations: ["DE"] });
  await store.writeMany(
    ["DE", "FR", "GB"].flatMap((administration) =>
      places.flatMap(({ id, topic = 1, language = "en", pending, criteria = {} }) => [
        {
          put: endpointItem({
            id: `${administration} ${id}`,
            administration,
            channel: "email",
            address: `${id}@${administration.toLowerCase()}.example`,
            state: pending ? "pending" : "active",
            topic: `topic-${topic} of ${administration}`,
            code: { nonce: "", expires: at, triesLeft: 5, sendingsLeft: 5 },
            revision: 1,
            createdAt: at,
            changedAt: at,
          }),
        },
        {
          put: subscriptionItem({
            id: v7(),
            administration,
            kind: "duty",
            endpoint: `${administration} ${id}`,
            language,
            criteria: Criteria.parse({ group: "ipr", ...criteria }),
            revision: 1,
            createdBy: v7(),
            createdAt: at,
            changedAt: at,
          }),
        },
      ]),
    ),
  );
  const service = sns();
  return {
    store,
    service,
    alert: head.id,
    /** How often each endpoint of an administration was told. */
    told: (administration: string) =>
      Object.fromEntries(
        [...Map.groupBy(service.sent, ({ endpoint }) => endpoint)]
          .filter(([endpoint]) => endpoint.startsWith(`${administration} `))
          .map(([endpoint, sent]) => [endpoint.slice(administration.length + 1), sent.length]),
      ),
    deliveries: () => store.items().filter(({ sk }) => sk.startsWith("DLV#")),
    handOver: (worker: Mortal, administration: string) =>
      handingOver({
        store: worker.reach(store),
        topics: worker.reach(service.topics),
        consoleUrl: "https://console.example",
        clock: () => new Date(Date.parse(at) + 1000),
        newId: () => v7(),
      })({ alert: head.id, version: 1, administration }),
  };
};
type World = Awaited<ReturnType<typeof world>>;

/** Each matching endpoint, and no other; the ledger says the same of each once. */
const expectHandedOver = ({ told, deliveries }: World) => {
  expect(Object.keys(told("DE")).sort()).toEqual(matched);
  const written = deliveries().flatMap(({ to }) => to as readonly string[]);
  expect(written.sort()).toEqual(matched.map((id) => `DE ${id}`));
};

test("each confirmed endpoint that asks for the alert is told once, in its language, and nobody else", async () => {
  const of = await world();
  await of.handOver(immortal(), "DE");
  expectHandedOver(of);
  expect(Object.values(of.told("DE"))).toEqual(matched.map(() => 1));
  for (const { endpoint, notice } of of.service.sent) {
    const french = endpoint.includes("bureau");
    expect(notice.email).toContain(french ? "Référence" : "Reference");
    expect(notice.email).toContain("phrase of DE");
    expect(JSON.stringify(notice)).not.toContain("canary");
  }
});

test("killed at any call, and done again, each is told at least once and at most twice", async () => {
  const calls = await everyDeath(async (_, worker) => {
    const of = await world();
    await untilDeath(() => of.handOver(worker, "DE"));
    await of.handOver(immortal(), "DE");
    expectHandedOver(of);
    const twice = Object.entries(of.told("DE")).filter(([, times]) => times > 1);
    for (const [, times] of twice) expect(times).toBe(2);
    // One publish was under way; no other is repeated.
    expect(
      new Set(twice.map(([id]) => `${id.includes("second")} ${id.includes("bureau")}`)).size,
    ).toBeLessThanOrEqual(1);
    const before = of.service.sent.length;
    await of.handOver(immortal(), "DE");
    expect(of.service.sent).toHaveLength(before);
  });
  expect(calls).toBeGreaterThanOrEqual(15);
});

test("killed again and again, nobody has more duplicates than there were deaths", async () => {
  const death: fc.Arbitrary<Death> = fc.record({
    call: fc.integer({ min: 1, max: 22 }),
    effect: fc.constantFrom("lost", "kept"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(death, { maxLength: 6 }), async (deaths) => {
      const of = await world();
      let died = 0;
      for (const each of deaths) {
        const worker = mortal(each);
        await untilDeath(() => of.handOver(worker, "DE"));
        if (worker.died()) died += 1;
      }
      await of.handOver(immortal(), "DE");
      expectHandedOver(of);
      for (const times of Object.values(of.told("DE"))) expect(times).toBeLessThanOrEqual(1 + died);
    }),
  );
});

test("given to two workers at once, it is told at most twice and written down once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const of = await world();
      const inAnyOrder = () => mortal(undefined, () => scheduler.schedule(Promise.resolve()));
      await scheduler.waitFor(
        Promise.all([of.handOver(inAnyOrder(), "DE"), of.handOver(inAnyOrder(), "DE")]),
      );
      expectHandedOver(of);
      for (const times of Object.values(of.told("DE"))) expect(times).toBeLessThanOrEqual(2);
    }),
    { numRuns: 50 },
  );
});

test("the author's own people are told that they released it", async () => {
  const of = await world();
  await of.handOver(immortal(), "FR");
  expect(Object.keys(of.told("FR")).sort()).toEqual(matched);
  for (const { notice } of of.service.sent)
    expect(notice.email).toMatch(/^(Your administration released|Votre administration a diffusé)/);
});

test("who is not in the audience is told nothing, whatever stands in the queue", async () => {
  const of = await world();
  await of.handOver(immortal(), "GB");
  await of.handOver(immortal(), "X-NEVER");
  expect(of.service.sent).toEqual([]);
  expect(of.deliveries()).toEqual([]);
});

test.each<AdministrationState>(["suspended", "left", "provisioning-failed"])(
  "an administration that is %s is told nothing",
  async (state) => {
    const of = await world();
    const germany = await getAdministration(of.store, "DE");
    if (germany === undefined) throw new Error("Germany is gone");
    await of.store.writeMany([{ put: administrationItem({ ...germany, state }) }]);
    await of.handOver(immortal(), "DE");
    expect(of.service.sent).toEqual([]);
  },
);

test("a publish that SNS refuses leaves the message in the queue, and what was told before is not told again", async () => {
  const of = await world();
  of.service.refuse(new Error("Throttled"));
  await expect(of.handOver(immortal(), "DE")).rejects.toThrow("Throttled");
  expect(of.deliveries()).toEqual([]);
  of.service.refuse(undefined);
  await of.handOver(immortal(), "DE");
  expectHandedOver(of);
  expect(Object.values(of.told("DE"))).toEqual(matched.map(() => 1));
});

test("what an alert says is not in the log, even where it cannot be read", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const of = await world();
  const version = of.store.items().find(({ sk }) => sk.startsWith("V#"));
  if (version === undefined) throw new Error("Nothing was released");
  const broken = {
    ...z.record(z.string(), z.unknown()).parse(version["content"]),
    type: "canary of the type",
  };
  await of.store.writeMany([
    { put: { ...version, content: { ...broken, aFieldOfLater: "canary of a field" } } },
  ]);
  const handler = queueHandler(HandOver, (work) => of.handOver(immortal(), work.administration));
  const body = JSON.stringify({ alert: of.alert, version: 1, administration: "DE" });
  const event = { Records: [{ messageId: "1", body }] };
  const unfinished = await handler(event as unknown as SQSEvent);
  expect(unfinished.batchItemFailures).toHaveLength(1);
  expect(logged).toHaveBeenCalled();
  expect(inspect(logged.mock.calls, { depth: 20, showHidden: true })).not.toContain("canary");
  logged.mockRestore();
});
