import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { lettingGo } from "../../../functions/queues/provision/letting-go.ts";
import { provisioning } from "../../../functions/queues/provision/provisioning.ts";
import { lettingGo as upkeep } from "../../../functions/schedules/upkeep/letting-go.ts";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import {
  administrationItem,
  getAdministration,
  issuerKey,
} from "../../../shared/adapters/records/administrations.ts";
import { founding } from "../../../shared/adapters/records/founding.ts";
import { membershipItems, membershipsOf } from "../../../shared/adapters/records/groups.ts";
import {
  endpointItem,
  subscriptionItem,
  subscriptionsOf,
} from "../../../shared/adapters/records/subscriptions.ts";
import { userAddressItem, userItem } from "../../../shared/adapters/records/users.ts";
import type { Administration } from "../../../shared/domain/administration.ts";
import { isOpen } from "../../../shared/domain/group.ts";
import type { Item } from "../../../shared/domain/record-store.ts";
import { User } from "../../../shared/domain/user.ts";
import { contactPointEntry } from "../api/people.ts";
import { connect } from "../api/systems.ts";
import { cognito } from "./aws.ts";
import { everyDeath, immortal, type Mortal, untilDeath } from "./mortal.ts";
import { sns } from "./sns.ts";

const at = "2026-11-01T00:00:00.000Z";
const DAY = 86_400_000;
/** A message whose worker was killed is given again after this. */
const AGAIN = 180_000;
/** A world and a whole life for each of some eighty deaths. */
const PATIENT = { timeout: 60_000 };

/** Ports of a worker whose clock is so many milliseconds after the first of November. */
const world = () => {
  const store = memoryRecordStore();
  const aws = { cognito: cognito(), sns: sns() };
  const dependencies = (worker: Mortal, after: number) => ({
    store: worker.reach(store),
    pools: aws.cognito.as(worker),
    topics: worker.reach(aws.sns.topics),
    consoleUrl: "https://console.example",
    mailIdentity: "arn:aws:ses:us-east-1:000000000000:identity/example",
    clock: () => new Date(Date.parse(at) + after),
    newId: () => v7(),
  });
  return {
    store,
    ...aws,
    dependencies,
    provision: (code: string, worker: Mortal, after: number) =>
      provisioning(dependencies(worker, after))(code),
    letGo: (worker: Mortal, after: number) => lettingGo(dependencies(worker, after))("KE"),
    found: async (code: string, kind: Administration["kind"], existing?: Administration) => {
      const { steps } = founding({
        existing,
        administration: { code, kind, name: code },
        recognitionPhrase: "a quiet harbour",
        contactPoints: {
          administration: code,
          contactPoints: [{ ...contactPointEntry("First"), confirmedAt: at }],
          revision: 1,
          changedAt: at,
        },
        at,
        newId: () => v7(),
      });
      await store.transact(steps.map(({ otherwise: _, ...write }) => write));
    },
  };
};
type World = ReturnType<typeof world>;

const kenya = async ({ store }: World): Promise<Administration> => {
  const found = await getAdministration(store, "KE");
  if (found === undefined) throw new Error("Kenya is gone");
  return found;
};

/** Kenya, provisioned, with a colleague, a system, two addresses and another group, right after it left. */
const left = async () => {
  const of = world();
  await of.found("KE", "member");
  await of.provision("KE", immortal(), 0);
  const administration = await kenya(of);
  const topic = administration.topics[0] ?? "";
  const colleague: User = {
    id: v7(),
    administration: "KE",
    name: "Colleague",
    email: "colleague@ke.example",
    roles: ["officer"],
    state: "active",
    revision: 1,
    createdAt: at,
    changedAt: at,
  };
  await of.cognito.as(immortal()).ensureUser(administration.pool?.userPoolId ?? "", colleague);
  await connect(of.store, "KE", ["alerts/read"]);
  const address = (name: string): readonly Item[] => [
    endpointItem({
      id: name,
      administration: "KE",
      channel: "email",
      address: `${name}@ke.example`,
      state: "active",
      topic,
      subscriptionArn: of.sns.follow(topic, `${name}@ke.example`),
      code: { nonce: v7(), expires: at, triesLeft: 5, sendingsLeft: 3 },
      revision: 1,
      createdAt: at,
      changedAt: at,
    }),
    subscriptionItem({
      id: v7(),
      administration: "KE",
      kind: "duty",
      endpoint: name,
      language: "en",
      criteria: {
        group: "ipr",
        minimumSeverity: "low",
        types: [],
        categories: [],
        hsPrefixes: [],
        countries: [],
      },
      revision: 1,
      createdBy: colleague.id,
      createdAt: at,
      changedAt: at,
    }),
  ];
  const operation = membershipItems({
    group: "operation-stop",
    administration: "KE",
    history: "all",
    intervals: [{ from: at }],
  });
  await of.store.writeMany(
    [
      userItem(colleague),
      userAddressItem(colleague),
      ...address("duty"),
      ...address("night"),
      ...operation,
      administrationItem({
        ...administration,
        state: "left",
        leftAt: at,
        revision: administration.revision + 1,
      }),
    ].map((put) => ({ put })),
  );
  return of;
};

const keniansPools = ({ cognito: { pools } }: World) => pools.filter(({ name }) => name === "ipr-cencomm-KE");
const people = ({ store }: World): readonly User[] =>
  store
    .items()
    .filter(({ pk, sk }) => pk === "ADM#KE" && sk.startsWith("USR#"))
    .map((item) => User.parse(item));
const outbox = ({ store }: World) =>
  store
    .items()
    .filter(({ pk }) => pk.startsWith("OUT#"))
    .map(({ work }) => work as { readonly kind: string; readonly address?: string });

/** No group has it and no address hears of anything; pool, topic and people are still there. */
const expectSilent = async (of: World) => {
  expect((await membershipsOf(of.store, "KE")).filter(isOpen)).toEqual([]);
  expect(await subscriptionsOf(of.store, "KE")).toEqual({ subscriptions: [], endpoints: [] });
  const removed = outbox(of).filter(({ kind }) => kind === "remove-endpoint");
  expect(new Set(removed.map(({ address }) => address))).toEqual(
    new Set(["duty@ke.example", "night@ke.example"]),
  );
  expect(removed).toHaveLength(2);
};

const expectLetGo = async (of: World) => {
  expect(keniansPools(of)).toEqual([]);
  expect(of.sns.topicArns.size).toBe(0);
  expect(of.store.items().filter(({ pk }) => pk.startsWith("ISS#"))).toEqual([]);
  expect(people(of).map(({ state, deletedAt }) => [state, deletedAt !== undefined])).toEqual([
    ["disabled", true],
    ["disabled", true],
  ]);
  const kept = of.store.items().filter(({ pk }) => pk === "ADM#KE");
  expect(kept.filter(({ sk }) => /^(MAIL|CLIENT)#/.test(sk))).toEqual([]);
  expect(kept.find(({ sk }) => sk.startsWith("SYS#"))).toMatchObject({
    clients: [],
    deletedAt: expect.any(String),
  });
  const administration = await kenya(of);
  expect(administration).toMatchObject({ state: "left", topics: [] });
  expect(administration.pool).toBeUndefined();
  expect(of.store.items().filter(({ pk }) => pk.startsWith("LEASE#"))).toEqual([]);
};

describe("right after an administration left", () => {
  test(
    "killed at any call, no address of it hears of anything any more, and what it has is kept for now",
    PATIENT,
    async () => {
      const calls = await everyDeath(async (_, worker) => {
        const of = await left();
        await untilDeath(() => of.letGo(worker, 0));
        await of.letGo(immortal(), AGAIN);
        await expectSilent(of);
        expect(keniansPools(of)).toHaveLength(1);
        expect(of.sns.topicArns.size).toBe(1);
        expect(people(of).every(({ deletedAt }) => deletedAt === undefined)).toBe(true);
      });
      expect(calls).toBeGreaterThan(8);
    },
  );

  test("upkeep asks for nothing until its time is over, and then until all of it is gone", async () => {
    const of = await left();
    const look = async (after: number) =>
      upkeep({ store: of.store, clock: () => new Date(Date.parse(at) + after), newId: () => v7() })(
        await kenya(of),
      );
    await look(90 * DAY - 1);
    expect(outbox(of)).toEqual([]);
    await look(90 * DAY);
    expect(outbox(of)).toEqual([{ kind: "let-go-administration", administration: "KE" }]);
    await of.letGo(immortal(), 90 * DAY);
    const asked = outbox(of).length;
    await look(91 * DAY);
    expect(outbox(of)).toHaveLength(asked);
  });
});

test(
  "killed at any call after 90 days, and begun again, pool, topic and people go, and the records stay",
  PATIENT,
  async () => {
    const calls = await everyDeath(async (_, worker) => {
      const of = await left();
      await of.letGo(immortal(), 0);
      const trail = of.store.items().filter(({ pk }) => pk === "AUD#KE");
      await untilDeath(() => of.letGo(worker, 90 * DAY));
      await of.letGo(immortal(), 90 * DAY + AGAIN);
      await expectSilent(of);
      await expectLetGo(of);
      expect(of.store.items().filter(({ pk }) => pk === "AUD#KE")).toEqual(
        expect.arrayContaining([...trail]),
      );
    });
    // Of which four to Cognito and one to SNS.
    expect(calls).toBeGreaterThan(15);
  },
);

test("an administration that takes part, or has come back, is let go of by nobody", async () => {
  const of = world();
  await of.found("KE", "member");
  await of.provision("KE", immortal(), 0);
  const before = of.store.items();
  await of.letGo(immortal(), 200 * DAY);
  expect(of.store.items()).toEqual(before);
  expect(keniansPools(of)).toHaveLength(1);
});

describe("an administration that comes back", () => {
  test(
    "killed at any call, ends with one new pool, its first user in it, and none of its former people",
    PATIENT,
    async () => {
      await everyDeath(async (_, worker) => {
        const of = await left();
        const former = (await kenya(of)).pool;
        await of.found("KE", "member", await kenya(of));
        await untilDeath(() => of.provision("KE", worker, DAY));
        await of.provision("KE", immortal(), DAY + AGAIN);

        const back = await kenya(of);
        expect(back).toMatchObject({ state: "active", topics: [...of.sns.topicArns] });
        expect(back).not.toHaveProperty("formerly");
        const [pool, ...more] = keniansPools(of);
        expect(more).toEqual([]);
        expect(pool?.id).not.toBe(former?.userPoolId);
        expect(back.pool?.userPoolId).toBe(pool?.id);
        expect([...(pool?.users.keys() ?? [])]).toEqual([back.firstUserId]);
        expect(await of.store.get(issuerKey(former?.issuer ?? ""))).toBeUndefined();
        for (const { id, deletedAt } of people(of))
          expect(deletedAt === undefined).toBe(id === back.firstUserId);
        expect(await subscriptionsOf(of.store, "KE")).toEqual({ subscriptions: [], endpoints: [] });
        const ipr = (await membershipsOf(of.store, "KE")).find(({ group }) => group === "ipr");
        expect(ipr?.intervals.at(-1)?.until).toBeUndefined();
        const inside = (await membershipsOf(of.store, "KE")).filter(isOpen);
        expect(inside.map(({ group }) => group)).toEqual(["ipr"]);
      });
    },
  );

  test("at the moment in which it is let go of, loses nobody who comes with it", async () => {
    const of = await left();
    const { store, ...others } = of.dependencies(immortal(), 90 * DAY);
    let isBack = false;
    const meanwhile: typeof store = {
      ...store,
      query: async (query) => {
        if (query.prefix === "USR#" && !isBack) {
          isBack = true;
          await of.found("KE", "member", await kenya(of));
        }
        return store.query(query);
      },
    };
    await expect(lettingGo({ ...others, store: meanwhile })("KE")).rejects.toThrow();
    const { firstUserId } = await kenya(of);
    expect(people(of).find(({ id }) => id === firstUserId)).toMatchObject({ state: "invited" });
    await of.letGo(immortal(), 90 * DAY + AGAIN);
    await of.provision("KE", immortal(), 90 * DAY + 2 * AGAIN);
    const [pool] = keniansPools(of);
    expect([...(pool?.users.keys() ?? [])]).toEqual([firstUserId]);
  });

  test("keeps the address of its first user, who may have been here before", async () => {
    const of = await left();
    await of.found("KE", "member", await kenya(of));
    await of.provision("KE", immortal(), DAY);
    const { firstUserId } = await kenya(of);
    const held = of.store.items().filter(({ pk, sk }) => pk === "ADM#KE" && sk.startsWith("MAIL#"));
    expect(held).toMatchObject([{ sk: "MAIL#first@customs.example", user: firstUserId }]);
  });

  test("has a membership that says when it was away", async () => {
    const of = await left();
    await of.letGo(immortal(), DAY);
    await of.found("KE", "member", await kenya(of));
    await of.provision("KE", immortal(), 10 * DAY);
    const memberships = await membershipsOf(of.store, "KE");
    const ipr = memberships.find(({ group }) => group === "ipr");
    expect(ipr?.intervals).toEqual([
      { from: at, until: "2026-11-02T00:00:00.000Z" },
      { from: "2026-11-11T00:00:00.000Z" },
    ]);
    expect(memberships.filter(isOpen).map(({ group }) => group)).toEqual(["ipr"]);
  });
});

test("a regional office is admitted to the group of all, a partner to none by itself; both can sign in", async () => {
  const of = world();
  for (const [code, kind, groups] of [
    ["RILO-EUROPE", "regional-office", ["ipr"]],
    ["X-OBSERVER", "partner", []],
  ] as const) {
    await of.found(code, kind);
    await of.provision(code, immortal(), 0);
    const administration = await getAdministration(of.store, code);
    expect(administration).toMatchObject({ state: "active", kind });
    const pool = of.cognito.pools.find(({ name }) => name === `ipr-cencomm-${code}`);
    expect([...(pool?.users.keys() ?? [])]).toEqual([administration?.firstUserId]);
    expect((await membershipsOf(of.store, code)).map(({ group }) => group)).toEqual(groups);
  }
});
