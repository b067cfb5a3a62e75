import fc from "fast-check";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { writingToPeople } from "../../../functions/queues/mail/writing-to-people.ts";
import { disablingUnused } from "../../../functions/schedules/upkeep/disabling-unused.ts";
import { recertifying } from "../../../functions/schedules/upkeep/recertifying.ts";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { administrationItem, getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { everyUser, getUser, userItem } from "../../../shared/adapters/records/users.ts";
import type { Administration } from "../../../shared/domain/administration.ts";
import { PersonWork } from "../../../shared/domain/outbox.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { User } from "../../../shared/domain/user.ts";
import { confirmed, disabled, letIn } from "../../../shared/domain/user-access.ts";
import { mortal } from "./mortal.ts";

const begun = Date.parse("2026-01-01T00:00:00.000Z");
const day = (n: number): string => new Date(begun + n * 86_400_000).toISOString();

let store: ReturnType<typeof memoryRecordStore>;

const france = async (): Promise<Administration> => {
  const found = await getAdministration(store, "FR");
  if (found === undefined) throw new Error("There is no France");
  return found;
};
const settle = (change: Partial<Administration> = {}) =>
  store.writeMany([
    {
      put: administrationItem({
        code: "FR",
        kind: "member",
        name: "France",
        state: "active",
        recognitionPhrase: "a quiet harbour",
        firstUserId: v7(),
        topics: [],
        revision: 1,
        createdAt: day(0),
        changedAt: day(0),
        ...change,
      }),
    },
  ]);
const admit = async (name: string, change: Partial<User> = {}): Promise<string> => {
  const id = v7();
  const user: User = {
    id,
    administration: "FR",
    name,
    email: `${name.toLowerCase().replaceAll(" ", "-")}@fr.example`,
    roles: ["officer"],
    state: "active",
    subject: id,
    lastSeenAt: day(0),
    revision: 1,
    createdAt: day(0),
    changedAt: day(0),
    ...change,
  };
  await store.writeMany([{ put: userItem(user) }]);
  return id;
};
const personOf = async (id: string): Promise<User> => {
  const found = await getUser(store, "FR", id);
  if (found === undefined) throw new Error("There is nobody");
  return found;
};
const put = (user: User) => store.writeMany([{ put: userItem(user) }]);
const seen = async (id: string, at: number) => put({ ...(await personOf(id)), lastSeenAt: day(at) });

const upkeepOn = (at: number, reached: RecordStore = store) => {
  const dependencies = { store: reached, clock: () => new Date(day(at)), newId: () => v7() };
  const [disable, recertify] = [disablingUnused(dependencies), recertifying(dependencies)];
  return async (): Promise<void> => {
    await disable(await france());
    await recertify(await france());
  };
};

/** What is to be mailed since the last time that it was asked, and the mails that come of it. */
const mailed = async (at: number) => {
  const entries = store.items().filter(({ pk }) => pk.startsWith("OUT#"));
  await store.writeMany(entries.map(({ pk, sk }) => ({ delete: { pk, sk } })));
  const mails: { readonly to: string; readonly subject: string; readonly text: string }[] = [];
  const write = writingToPeople({
    store,
    mail: { send: async (mail) => void mails.push(mail) },
    consoleUrl: "https://console.example",
    clock: () => new Date(day(at)),
  });
  for (const { work } of entries) {
    const read = PersonWork.safeParse(work);
    if (read.success) await write(read.data);
  }
  return { mails, work: entries.map(({ work }) => work) };
};
const trail = () =>
  store
    .items()
    .flatMap(({ pk, action, subject, actor }) => (pk === "AUD#FR" ? [{ action, subject, actor }] : []));

beforeEach(async () => {
  store = memoryRecordStore();
  await settle();
});

describe("somebody whom nobody has seen", () => {
  test("is warned once by mail, disabled on the ninetieth day, and the pool is told of it", async () => {
    await admit("Chief", { roles: ["contact-point"], lastSeenAt: day(79) });
    const id = await admit("Officer");
    await upkeepOn(79)();
    expect((await mailed(79)).mails).toEqual([]);
    for (const at of [80, 80.5, 85]) await upkeepOn(at)();
    const { mails } = await mailed(85);
    expect(mails.map(({ to }) => to)).toEqual(["officer@fr.example"]);
    // Nobody knows what they read.
    expect(mails[0]?.text).toMatch(
      /sign in by April 1, 2026[\s\S]*connectez-vous au plus tard le 1 avril 2026/,
    );
    await upkeepOn(89)();
    expect((await personOf(id)).state).toBe("active");
    for (const at of [90, 91]) await upkeepOn(at)();
    expect(await personOf(id)).toMatchObject({ state: "disabled", disabledBecause: "unused" });
    expect((await mailed(91)).work).toEqual([{ kind: "user-state-changed", administration: "FR", user: id }]);
    expect(trail().filter(({ subject }) => subject === id)).toEqual([
      { action: "users.warn-unused", subject: id, actor: "system" },
      { action: "users.disable-unused", subject: id, actor: "system" },
    ]);
  });

  test("is told in the language that they read, and not at all who has come in since", async () => {
    await admit("Reader of French", { language: "fr-CA" });
    const late = await admit("Latecomer");
    await upkeepOn(80)();
    await seen(late, 80.01);
    const { mails } = await mailed(80.02);
    expect(mails.map(({ to }) => to)).toEqual(["reader-of-french@fr.example"]);
    expect(mails[0]?.text).not.toMatch(/sign in by/);
    await upkeepOn(95)();
    expect((await personOf(late)).state).toBe("active");
  });

  test("comes in at that very moment, and is not disabled", async () => {
    const id = await admit("Officer", { warnedAt: day(80) });
    const reached: RecordStore = {
      ...store,
      transact: async (writes) => {
        await seen(id, 89.99);
        await store.transact(writes);
      },
    };
    await upkeepOn(90, reached)();
    expect((await personOf(id)).state).toBe("active");
  });

  test("is let in again with a new beginning", async () => {
    await admit("Chief", { roles: ["contact-point"], lastSeenAt: day(90) });
    const id = await admit("Officer", { warnedAt: day(80) });
    await upkeepOn(90)();
    await put(letIn(await personOf(id), day(100)));
    for (const at of [100.1, 150, 179]) await upkeepOn(at)();
    expect((await personOf(id)).state).toBe("active");
  });

  test("of an administration that is suspended is left alone, and has a new beginning with the reinstatement", async () => {
    const id = await admit("Officer");
    await settle({ state: "suspended" });
    for (const at of [80, 90, 100]) await upkeepOn(at)();
    await settle({ state: "active", reinstatedAt: day(120) });
    for (const at of [120, 199]) await upkeepOn(at)();
    expect(await personOf(id)).toMatchObject({ state: "active", revision: 1 });
  });

  test("of an administration that is suspended before the warning is mailed gets none", async () => {
    await admit("Officer");
    await upkeepOn(80)();
    await settle({ state: "suspended" });
    const { mails, work } = await mailed(80);
    expect(work).toMatchObject([{ kind: "unused-warning" }]);
    expect(mails).toEqual([]);
  });
});

describe("the last contact point", () => {
  const contactPoint = (name: string, change: Partial<User> = {}) =>
    admit(name, { roles: ["contact-point"], warnedAt: day(80), ...change });
  const left = async () =>
    (await everyUser(store, "FR")).filter(
      ({ state, roles }) => state === "active" && roles.includes("contact-point"),
    );

  test("stays, who was seen last, and the secretariat sees since when nobody came until somebody does", async () => {
    await contactPoint("First");
    const last = await contactPoint("Last", { lastSeenAt: day(1) });
    await upkeepOn(95)();
    expect((await left()).map(({ id }) => id)).toEqual([last]);
    expect(await france()).toMatchObject({ contactPointUnusedSince: day(1) });
    await seen(last, 96);
    await upkeepOn(96)();
    expect(await france()).not.toHaveProperty("contactPointUnusedSince");
  });

  test("stays although another one is invited, who never came", async () => {
    await contactPoint("Last");
    const invited = await contactPoint("Invited", { state: "invited" });
    await upkeepOn(95)();
    expect((await left()).map(({ name }) => name)).toEqual(["Last"]);
    expect((await personOf(invited)).state).toBe("disabled");
  });

  test("stays although the other one is disabled by somebody at that very moment", async () => {
    const [, other] = [await contactPoint("First"), await contactPoint("Other", { lastSeenAt: day(80) })];
    const reached: RecordStore = {
      ...store,
      transact: async (writes) => {
        const now = await personOf(other);
        if (now.state === "active") await put(disabled(now, day(95)));
        await store.transact(writes);
      },
    };
    await upkeepOn(95, reached)();
    expect((await left()).map(({ name }) => name)).toEqual(["First"]);
  });

  test("stays whoever there is and whenever they came, over a year of upkeep", async () => {
    const someone = fc.record({
      roles: fc.constantFrom<User["roles"]>(["contact-point"], ["officer"], ["contact-point", "releaser"]),
      state: fc.constantFrom<User["state"]>("active", "invited", "disabled"),
      lastSeenAt: fc.integer({ min: 0, max: 60 }).map(day),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { minLength: 1, maxLength: 5 }), async (people) => {
        store = memoryRecordStore();
        await settle();
        for (const [n, change] of people.entries()) await admit(`Person ${n}`, change);
        const before = (await left()).length;
        for (const at of [80, 100, 120, 140, 150, 170]) await upkeepOn(at)();
        expect((await left()).length).toBe(Math.min(before, 1));
      }),
      { numRuns: 60 },
    );
  });
});

describe("the yearly confirmation", () => {
  test("is asked for by one mail to each contact point before and one when due, and the secretariat sees since when", async () => {
    const here = { lastSeenAt: day(1000), confirmedAt: day(1000) };
    await admit("First", { roles: ["contact-point"], language: "en", ...here });
    await admit("Second", { roles: ["contact-point", "releaser"], language: "fr", ...here });
    const officers = [
      await admit("A", { lastSeenAt: day(1000) }),
      await admit("B", { lastSeenAt: day(1000) }),
    ];
    for (const at of [300, 334]) await upkeepOn(at)();
    expect((await mailed(334)).mails).toEqual([]);
    for (const at of [335, 335.5, 340]) await upkeepOn(at)();
    const before = await mailed(340);
    expect(before.mails.map(({ to }) => to).sort()).toEqual(["first@fr.example", "second@fr.example"]);
    expect(before.mails.find(({ to }) => to.startsWith("first"))?.text).toMatch(
      /within thirty days: 2\nOverdue: 0/,
    );
    expect(await france()).not.toHaveProperty("recertificationOverdueSince");

    const [a, b] = await Promise.all(officers.map(personOf));
    if (a === undefined || b === undefined) throw new Error("They are there");
    await put(confirmed(a, day(350)));
    for (const at of [365, 366, 400]) await upkeepOn(at)();
    const due = await mailed(400);
    expect(due.mails).toHaveLength(2);
    expect(due.mails.find(({ to }) => to.startsWith("second"))?.text).toMatch(/En retard : 1/);
    expect(await france()).toMatchObject({ recertificationOverdueSince: day(365) });

    await put(confirmed(await personOf(b.id), day(401)));
    await upkeepOn(402)();
    expect(await france()).not.toHaveProperty("recertificationOverdueSince");
    expect((await mailed(402)).mails).toEqual([]);
  });

  test("killed at any call and begun again, it asks each contact point once", async () => {
    for (let call = 1; call < 12; call++) {
      store = memoryRecordStore();
      await settle();
      await admit("First", { roles: ["contact-point"], lastSeenAt: day(1000), confirmedAt: day(1000) });
      await admit("A", { lastSeenAt: day(1000) });
      for (const effect of ["lost", "kept"] as const)
        await upkeepOn(340, mortal({ call, effect }).reach(store))().catch(() => undefined);
      await upkeepOn(341)();
      expect((await mailed(341)).mails).toHaveLength(1);
    }
  });
});
