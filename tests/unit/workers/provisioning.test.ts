import fc from "fast-check";
import { v7 } from "uuid";
import { describe, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { peopling } from "../../../functions/queues/provision/peopling.ts";
import { provisioning } from "../../../functions/queues/provision/provisioning.ts";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import {
  administrationItem,
  getAdministration,
  issuerKey,
} from "../../../shared/adapters/records/administrations.ts";
import { getMembership, membershipsOf } from "../../../shared/adapters/records/groups.ts";
import { LeaseHeld } from "../../../shared/adapters/records/lease.ts";
import { getUser, userItem } from "../../../shared/adapters/records/users.ts";
import type { User } from "../../../shared/domain/user.ts";
import { cognito, sqs } from "./aws.ts";
import { type Death, everyDeath, immortal, type Mortal, mortal, untilDeath } from "./mortal.ts";
import { sns } from "./sns.ts";

const at = "2026-11-01T00:00:00.000Z";
const begun = Date.parse(at);
/** A message whose worker was killed is given again after this (infra/functions.ts: six times the timeout). */
const AGAIN = 180_000;

/** Hundreds of lives of a worker are lived here, each in a world of its own, whatever else the machine does meanwhile. */
vi.setConfig({ testTimeout: 60_000 });

/** An administration, approved and no more, in an account that has pools of others. */
const approved = async (code: string, name: string) => {
  const store = memoryRecordStore();
  const firstUser: User = {
    id: v7(),
    administration: code,
    name: `Contact point of ${name}`,
    email: `contact-point@${code.toLowerCase()}.example`,
    roles: ["contact-point"],
    state: "invited",
    revision: 1,
    createdAt: at,
    changedAt: at,
  };
  await store.writeMany([
    {
      put: administrationItem({
        code,
        kind: "member",
        name,
        region: "east-and-southern-africa",
        state: "approved",
        recognitionPhrase: "a quiet harbour",
        firstUserId: firstUser.id,
        topics: [],
        revision: 1,
        createdAt: at,
        changedAt: at,
      }),
    },
    { put: userItem(firstUser) },
  ]);
  const aws = { cognito: cognito(), sns: sns(), sqs: sqs() };
  for (const other of ["FR", "KEN"])
    await aws.cognito.as(immortal()).ensurePool(other, { subject: "", body: "" });

  const dependencies = (worker: Mortal, after: number) => ({
    store: worker.reach(store),
    pools: aws.cognito.as(worker),
    topics: worker.reach(aws.sns.topics),
    consoleUrl: "https://console.example",
    mailIdentity: "arn:aws:ses:us-east-1:000000000000:identity/example",
    clock: () => new Date(begun + after),
    newId: () => v7(),
  });
  return {
    store,
    firstUser,
    ...aws,
    provision: (worker: Mortal, after: number) => provisioning(dependencies(worker, after))(code),
    people: (worker: Mortal, after = 0) => peopling(dependencies(worker, after)),
  };
};
const approvedKenya = () => approved("KE", "Kenya");
type World = Awaited<ReturnType<typeof approvedKenya>>;

const poolsOfKenya = ({ cognito: { pools } }: World) => pools.filter(({ name }) => name === "ipr-cencomm-KE");

/** One of everything, written down as it is, and nothing left to do. */
const expectProvisioned = async (world: World) => {
  const { store, firstUser } = world;
  const [pool, ...more] = poolsOfKenya(world);
  expect(more).toEqual([]);
  expect(pool?.mfa).toBe("ON");
  expect(pool?.clients).toHaveLength(1);
  expect([...(pool?.users.keys() ?? [])]).toEqual([firstUser.id]);
  expect(world.cognito.invited).toEqual([firstUser.id]);
  expect(world.sns.topicArns.size).toBe(1);

  const administration = await getAdministration(store, "KE");
  const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${pool?.id}`;
  expect(administration).toMatchObject({
    state: "active",
    pool: { userPoolId: pool?.id, clientId: pool?.clients[0]?.id, issuer },
    topics: [...world.sns.topicArns],
  });
  expect(administration?.failure).toBeUndefined();
  expect(await store.get(issuerKey(issuer))).toMatchObject({ administration: "KE" });
  expect(store.items().filter(({ pk }) => pk.startsWith("ISS#"))).toHaveLength(1);
  const membership = await getMembership(store, "ipr", "KE");
  expect(membership?.intervals).toHaveLength(1);
  expect(await membershipsOf(store, "KE")).toEqual([membership]);
  expect(await getUser(store, "KE", firstUser.id)).toMatchObject({
    state: "invited",
    subject: pool?.users.get(firstUser.id)?.sub,
  });
  expect(store.items().filter(({ pk }) => pk.startsWith("LEASE#"))).toEqual([]);
};

test("killed at any call, and begun again, provisioning ends in one pool, client, topic and user", async () => {
  const calls = await everyDeath(async (_, worker) => {
    const world = await approvedKenya();
    await untilDeath(() => world.provision(worker, 0));
    await world.provision(immortal(), AGAIN);
    await expectProvisioned(world);
  });
  // Of which eight to Cognito and SNS; fewer would mean that something is not tried.
  expect(calls).toBeGreaterThan(20);
});

test("while the killed worker's lease lasts, another one does nothing; then it takes over", async () => {
  let held = 0;
  await everyDeath(async (_, worker) => {
    const world = await approvedKenya();
    await untilDeath(() => world.provision(worker, 0));
    const before = { items: world.store.items(), pools: JSON.stringify(world.cognito.pools) };
    try {
      await world.provision(immortal(), 10_000);
    } catch (error) {
      expect(error).toBeInstanceOf(LeaseHeld);
      expect({ items: world.store.items(), pools: JSON.stringify(world.cognito.pools) }).toEqual(before);
      held += 1;
    }
    await world.provision(immortal(), AGAIN);
    await expectProvisioned(world);
  });
  expect(held).toBeGreaterThan(20);
});

test("killed again and again, it still ends in one of each", async () => {
  const death: fc.Arbitrary<Death> = fc.record({
    call: fc.integer({ min: 1, max: 40 }),
    effect: fc.constantFrom("lost", "kept"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(death, { maxLength: 5 }), async (deaths) => {
      const world = await approvedKenya();
      for (const [n, each] of deaths.entries())
        await untilDeath(() => world.provision(mortal(each), n * AGAIN));
      await world.provision(immortal(), deaths.length * AGAIN);
      await expectProvisioned(world);
    }),
  );
});

test("two at once make one pool, in whatever order their requests arrive", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const world = await approvedKenya();
      const inAnyOrder = () => mortal(undefined, () => scheduler.schedule(Promise.resolve()));
      const both = Promise.allSettled([0, 0].map((after) => world.provision(inAnyOrder(), after)));
      await scheduler.waitFor(both);
      for (const outcome of await both)
        if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(LeaseHeld);
      await expectProvisioned(world);
    }),
    { numRuns: 30 },
  );
});

test.each([
  ["CreateUserPool", "LimitExceededException", /^The user pool could not be made: LimitExceededException/],
  ["CreateUserPoolClient", "TooManyRequestsException", /^The user pool could not be made: TooManyRequests/],
  ["AdminCreateUser", "InvalidParameterException", /^The first user could not be invited: InvalidParameter/],
])(
  "%s refused is told as the reason why provisioning failed, and trying again mends it",
  async (operation, exception, reason) => {
    const world = await approvedKenya();
    world.cognito.refuse(operation, exception);
    await expect(world.provision(immortal(), 0)).rejects.toThrow();
    const failed = await getAdministration(world.store, "KE");
    expect(failed).toMatchObject({
      state: "provisioning-failed",
      failure: expect.stringMatching(reason),
    });
    world.cognito.refuseNothing();
    await world.provision(immortal(), 1000);
    await expectProvisioned(world);
  },
);

test("the invitation says what the exchange is, for whom one takes part, and what proves a notice, in each language", async () => {
  const world = await approved("LB", "Lebanon");
  await world.provision(immortal(), 0);
  const [pool] = world.cognito.pools.filter(({ name }) => name === "ipr-cencomm-LB");
  const { EmailMessage } = z.object({ EmailMessage: z.string() }).parse(pool?.invitation);
  const [english = "", french = "", ...more] = EmailMessage.split("<hr>");
  expect(more).toEqual([]);
  for (const part of [english, french]) {
    expect(part).toContain("{####}");
    expect(part).toContain("{username}");
    expect(part).toContain("https://console.example/sign-in?administration=LB");
  }
  expect(english).toContain("take part in IPR CENcomm for Lebanon");
  expect(english).toContain("exchange in which customs administrations");
  expect(english).toContain("recognition phrase");
  expect(english).not.toMatch(/invited[^.]* by /);
  expect(french).toContain("(Liban)");
  expect(french).toContain("administrations des douanes");
  expect(french).toContain("phrase de reconnaissance");
  expect(french).not.toContain("Lebanon");
});

test("a topic that cannot be made is told as the reason, and trying again mends it", async () => {
  const world = await approvedKenya();
  world.sns.refuse(new Error("Too many topics"));
  await expect(world.provision(immortal(), 0)).rejects.toThrow("Too many topics");
  expect(await getAdministration(world.store, "KE")).toMatchObject({
    state: "provisioning-failed",
    failure: "The topic for notices could not be made: Error, Too many topics",
  });
  world.sns.refuse(undefined);
  await world.provision(immortal(), 1000);
  await expectProvisioned(world);
});

test("an active or suspended administration is not provisioned again", async () => {
  const world = await approvedKenya();
  await world.provision(immortal(), 0);
  const active = await getAdministration(world.store, "KE");
  if (active === undefined) throw new Error("Kenya is gone");
  await world.store.writeMany([{ put: administrationItem({ ...active, state: "suspended" }) }]);
  const before = world.store.items().filter(({ pk }) => pk === "ADM#KE");
  await world.provision(immortal(), AGAIN);
  expect(world.store.items().filter(({ pk }) => pk === "ADM#KE")).toEqual(before);
});

test("killed at any call, an invitation is mailed once and its person's subject kept", async () => {
  await everyDeath(async (_, worker) => {
    const world = await approvedKenya();
    await world.provision(immortal(), 0);
    const colleague = { ...world.firstUser, id: v7(), email: "officer@ke.example" };
    await world.store.writeMany([{ put: userItem(colleague) }]);
    await untilDeath(() => world.people(worker).invite("KE", colleague.id));
    await world.people(immortal()).invite("KE", colleague.id);
    expect(world.cognito.invited).toEqual([world.firstUser.id, colleague.id]);
    expect(await getUser(world.store, "KE", colleague.id)).toMatchObject({
      subject: poolsOfKenya(world)[0]?.users.get(colleague.id)?.sub,
    });
  });
});

test("killed at any call, the pool ends up refusing whom the exchange disabled, and letting in whom it enabled", async () => {
  await everyDeath(async (_, worker) => {
    const world = await approvedKenya();
    await world.provision(immortal(), 0);
    const stored = await getUser(world.store, "KE", world.firstUser.id);
    if (stored === undefined) throw new Error("The user is gone");
    const inPool = () => poolsOfKenya(world)[0]?.users.get(stored.id)?.enabled;
    await world.store.writeMany([{ put: userItem({ ...stored, state: "disabled" }) }]);
    await untilDeath(() => world.people(worker).applyState("KE", stored.id));
    await world.people(immortal()).applyState("KE", stored.id);
    expect(inPool()).toBe(false);
    await world.store.writeMany([{ put: userItem({ ...stored, state: "active" }) }]);
    await world.people(immortal()).applyState("KE", stored.id);
    expect(inPool()).toBe(true);
  });
});

describe("an authenticator that was reset", () => {
  /** Kenya's first user, who has come in, as the reset leaves them. */
  const resetKenya = async () => {
    const world = await approvedKenya();
    await world.provision(immortal(), 0);
    const { subject = "", ...person } =
      (await getUser(world.store, "KE", world.firstUser.id)) ?? world.firstUser;
    const reset: User = {
      ...person,
      retiredSubject: subject,
      state: "invited",
      revision: person.revision + 1,
    };
    await world.store.writeMany([{ put: userItem(reset) }]);
    const inPool = () => poolsOfKenya(world)[0]?.users.get(reset.id);
    const stored = () => getUser(world.store, "KE", reset.id);
    return { ...world, reset, retired: subject, inPool, stored };
  };

  test("killed at any call, the user is made anew once, under the same name, and mailed one invitation", async () => {
    const calls = await everyDeath(async (_, worker) => {
      const of = await resetKenya();
      await untilDeath(() => of.people(worker).invite("KE", of.reset.id));
      expect((await of.stored())?.subject).not.toBe(of.retired);
      await of.people(immortal(), AGAIN).invite("KE", of.reset.id);
      expect(of.inPool()?.sub).not.toBe(of.retired);
      expect(await of.stored()).toMatchObject({ subject: of.inPool()?.sub, state: "invited" });
      expect(of.cognito.invited).toEqual([of.reset.id, of.reset.id]);
    });
    expect(calls).toBeGreaterThan(6);
  });

  test("two workers at once make the person anew once, and neither gives back the sub that was retired", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const of = await resetKenya();
        const inAnyOrder = () => mortal(undefined, () => scheduler.schedule(Promise.resolve()));
        const both = Promise.allSettled([0, 1].map(() => of.people(inAnyOrder()).invite("KE", of.reset.id)));
        await scheduler.waitFor(both);
        await both;
        expect((await of.stored())?.subject).not.toBe(of.retired);
        // What failed in the race is the queue's to bring again.
        await of.people(immortal(), AGAIN).invite("KE", of.reset.id);
        expect(of.inPool()?.sub).not.toBe(of.retired);
        expect((await of.stored())?.subject).toBe(of.inPool()?.sub);
        expect(of.cognito.invited).toHaveLength(2);
      }),
      { numRuns: 60 },
    );
  });

  test("disabled before it was made anew, nothing is left to sign in with; let in again, it is", async () => {
    await everyDeath(async (_, worker) => {
      const of = await resetKenya();
      await of.store.writeMany([{ put: userItem({ ...of.reset, state: "disabled" }) }]);
      await untilDeath(() => of.people(worker).applyState("KE", of.reset.id));
      await of.people(immortal(), AGAIN).applyState("KE", of.reset.id);
      expect(of.inPool()).toBeUndefined();
      await of.store.writeMany([{ put: userItem(of.reset) }]);
      await of.people(immortal(), AGAIN).applyState("KE", of.reset.id);
      expect(of.inPool()?.sub).toBe((await of.stored())?.subject);
    });
  });
});

describe("somebody deleted", () => {
  const deletedAt = at;

  test("killed at any call, is gone from the pool, and stays so when an old invitation comes late", async () => {
    await everyDeath(async (_, worker) => {
      const world = await approvedKenya();
      await world.provision(immortal(), 0);
      const person = (await getUser(world.store, "KE", world.firstUser.id)) ?? world.firstUser;
      await world.store.writeMany([{ put: userItem({ ...person, state: "disabled", deletedAt }) }]);
      await untilDeath(() => world.people(worker).applyState("KE", person.id));
      await world.people(immortal()).applyState("KE", person.id);
      await world.people(immortal()).invite("KE", person.id);
      await world.people(immortal()).inviteAgain("KE", person.id);
      expect([...(poolsOfKenya(world)[0]?.users.keys() ?? [])]).toEqual([]);
      expect(world.cognito.invited).toEqual([person.id]);
    });
  });

  test("while the invitation is being sent, is not left behind in the pool", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = await approvedKenya();
        await world.provision(immortal(), 0);
        const colleague: User = { ...world.firstUser, id: v7(), email: "officer@ke.example" };
        await world.store.writeMany([{ put: userItem(colleague) }]);
        const inAnyOrder = mortal(undefined, () => scheduler.schedule(Promise.resolve()));
        const remove = async () => {
          await scheduler.schedule(Promise.resolve());
          const now = (await getUser(world.store, "KE", colleague.id)) ?? colleague;
          const gone: User = { ...now, state: "disabled", deletedAt, revision: now.revision + 1 };
          await world.store.transact([{ put: userItem(gone), when: { equals: { revision: now.revision } } }]);
        };
        const both = Promise.all([world.people(inAnyOrder).invite("KE", colleague.id), remove()]);
        await scheduler.waitFor(both);
        await both;
        await world.people(immortal()).applyState("KE", colleague.id);
        expect([...(poolsOfKenya(world)[0]?.users.keys() ?? [])]).toEqual([world.firstUser.id]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("an invitation asked for again", () => {
  test("killed at any call, is mailed at least once more and at most once for each try", async () => {
    await everyDeath(async (_, worker) => {
      const world = await approvedKenya();
      await world.provision(immortal(), 0);
      const { id } = world.firstUser;
      await untilDeath(() => world.people(worker).inviteAgain("KE", id));
      await world.people(immortal()).inviteAgain("KE", id);
      expect(world.cognito.invited.length).toBeGreaterThanOrEqual(2);
      expect(world.cognito.invited.length).toBeLessThanOrEqual(3);
    });
  });

  test("before the first was sent, is that one", async () => {
    const world = await approvedKenya();
    await world.provision(immortal(), 0);
    const colleague: User = { ...world.firstUser, id: v7(), email: "officer@ke.example" };
    await world.store.writeMany([{ put: userItem(colleague) }]);
    await world.people(immortal()).inviteAgain("KE", colleague.id);
    await world.people(immortal()).invite("KE", colleague.id);
    expect(world.cognito.invited).toEqual([world.firstUser.id, colleague.id]);
  });

  test("of somebody who has a password already, sends nothing and is no fault", async () => {
    const world = await approvedKenya();
    await world.provision(immortal(), 0);
    world.cognito.refuse("AdminCreateUser", "UnsupportedUserStateException");
    await world.people(immortal()).inviteAgain("KE", world.firstUser.id);
    const person = (await getUser(world.store, "KE", world.firstUser.id)) ?? world.firstUser;
    world.cognito.refuseNothing();
    await world.store.writeMany([{ put: userItem({ ...person, state: "active" }) }]);
    await world.people(immortal()).inviteAgain("KE", world.firstUser.id);
    expect(world.cognito.invited).toEqual([world.firstUser.id]);
  });
});
