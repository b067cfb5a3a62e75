import { v7 } from "uuid";
import { afterEach, expect, test, vi } from "vitest";
import { issuing } from "../../../functions/api/system-accounts/issuing.ts";
import { retiringClients } from "../../../functions/schedules/upkeep/retiring-clients.ts";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { administrationItem } from "../../../shared/adapters/records/administrations.ts";
import {
  everySystemAccount,
  getSystemAccount,
  systemAccountItem,
  systemClientItem,
  systemClientKey,
} from "../../../shared/adapters/records/system-accounts.ts";
import { userItem } from "../../../shared/adapters/records/users.ts";
import type { Administration } from "../../../shared/domain/administration.ts";
import { ended, rotated, type SystemAccount } from "../../../shared/domain/system-account.ts";
import type { User } from "../../../shared/domain/user.ts";
import { cognito } from "./aws.ts";
import { everyDeath, immortal, type Mortal, untilDeath } from "./mortal.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const at = "2026-11-01T00:00:00.000Z";
const DAY = 86_400_000;
const begun = Date.parse(at);
const later = (days: number): Date => new Date(begun + days * DAY);
const idAt = (milliseconds: number): string => v7({ msecs: milliseconds });

/** An administration with its pool and two accounts: one in use, and one whose secret is rotated with a week's overlap. */
const world = async () => {
  const store = memoryRecordStore();
  const aws = cognito();
  const pool = await aws.as(immortal()).ensurePool("FR", { subject: "", body: "" });
  const systemClients = aws.systemClients(immortal());
  const administration: Administration = {
    code: "FR",
    kind: "member",
    name: "France",
    state: "active",
    recognitionPhrase: "a quiet harbour",
    firstUserId: v7(),
    pool,
    topics: [],
    revision: 1,
    createdAt: at,
    changedAt: at,
  };
  const secret = () => systemClients.create(pool.userPoolId, idAt(begun), ["alerts/read"]);
  const account = async (): Promise<SystemAccount> => ({
    id: v7(),
    administration: "FR",
    name: "Risk analysis",
    purpose: "Reads alerts.",
    scopes: ["alerts/read"],
    tokenEndpoint: await systemClients.ensureTokenEndpoint(pool.userPoolId),
    clients: [{ id: (await secret()).id, createdAt: at }],
    createdBy: v7(),
    revision: 1,
    createdAt: at,
    changedAt: at,
  });
  const keep = (kept: SystemAccount) =>
    store.writeMany([
      { put: systemAccountItem(kept) },
      ...kept.clients.map(({ id }) => ({ put: systemClientItem(kept, id) })),
    ]);
  const used = await account();
  const before = await account();
  const next = rotated(before, (await secret()).id, { now: new Date(begun), overlap: 7 });
  for (const each of [used, next]) await keep(each);
  await store.writeMany([{ put: administrationItem(administration) }]);

  const pooled = () =>
    aws.pools.flatMap(({ clients }) => clients.map(({ id, name }) => (name === "console" ? name : id)));
  const run = (now: Date, worker: Mortal = immortal()) =>
    retiringClients({
      store: worker.reach(store),
      systemClients: aws.systemClients(worker),
      clock: () => now,
      newId: () => v7(),
    })(administration);
  const [oldSecret = "", newSecret = ""] = next.clients.map(({ id }) => id);
  const inUse = used.clients.map(({ id }) => id);
  return { store, aws, pool, systemClients, keep, pooled, run, used, next, oldSecret, newSecret, inUse };
};

test("a secret is left in the pool as long as it is good, and taken out with its name when it ended", async () => {
  const of = await world();
  const all = ["console", ...of.inUse, of.oldSecret, of.newSecret];
  const stored = of.store.items();
  await of.run(later(6.9));
  expect(of.pooled()).toEqual(all);
  expect(of.store.items()).toEqual(stored);
  await of.run(later(7.1));
  expect(of.pooled()).toEqual(all.filter((id) => id !== of.oldSecret));
  expect((await getSystemAccount(of.store, "FR", of.next.id))?.clients.map(({ id }) => id)).toEqual([
    of.newSecret,
  ]);
  expect(await of.store.get(systemClientKey("FR", of.oldSecret))).toBeUndefined();
  expect(await of.store.get(systemClientKey("FR", of.newSecret))).toBeDefined();
  const trail = of.store.items().filter(({ pk }) => pk === "AUD#FR");
  expect(trail).toMatchObject([{ action: "system-accounts.retire-secrets", actor: "system" }]);
  const after = of.store.items();
  await of.run(later(8));
  expect(of.store.items()).toEqual(after);
});

test("a deleted account leaves nothing in the pool, though the pool could not be reached when it was deleted", async () => {
  const of = await world();
  await of.keep(ended(of.next, later(1)));
  await of.run(later(1.1));
  expect(of.pooled()).toEqual(["console", ...of.inUse]);
});

test("a client that a function left behind is removed after an hour, and a young one may still become an account's", async () => {
  const of = await world();
  const now = later(1);
  const make = (age: number) =>
    of.systemClients.create(of.pool.userPoolId, idAt(now.getTime() - age), ["alerts/read"]);
  const forgotten = await make(3_700_000);
  const young = await make(60_000);
  await of.run(now);
  expect(of.pooled()).not.toContain(forgotten.id);
  expect(of.pooled()).toContain(young.id);
});

test("the console's client and those of others stay, whatever they are called", async () => {
  const of = await world();
  for (const name of ["system", "system of somebody", "systems 01930000-0000-7000-8000-000000000000"])
    of.aws.pools[0]?.clients.push({ id: name, name, flows: [] });
  await of.run(later(30));
  expect(of.pooled()).toEqual(
    expect.arrayContaining(["console", "system", "system of somebody", ...of.inUse]),
  );
});

test("an administration without a pool has nothing to look after", async () => {
  const of = await world();
  const { pool: _, ...without } = (await of.store.get({
    pk: "ADM#FR",
    sk: "PROFILE",
  })) as never as Administration;
  await retiringClients({
    store: of.store,
    systemClients: of.systemClients,
    clock: () => later(30),
    newId: () => v7(),
  })(without);
  expect(of.pooled()).toContain(of.oldSecret);
});

test("whenever it is killed, the next run finishes its work, and nothing good is lost", async () => {
  let tried = 0;
  const calls = await everyDeath(async (_, worker) => {
    tried += 1;
    const of = await world();
    await untilDeath(() => of.run(later(8), worker));
    await of.run(later(8));
    expect(of.pooled()).toEqual(["console", ...of.inUse, of.newSecret]);
    expect((await getSystemAccount(of.store, "FR", of.next.id))?.clients).toHaveLength(1);
    expect((await getSystemAccount(of.store, "FR", of.used.id))?.clients).toEqual(of.used.clients);
  });
  expect(calls).toBeGreaterThan(3);
  expect(tried).toBeGreaterThan(calls);
});

test("a function that dies while it makes an account leaves no client behind, and no account without one", async () => {
  const contactPoint: User = {
    id: v7(),
    administration: "FR",
    name: "Contact point",
    email: "contact-point@fr.example",
    roles: ["contact-point"],
    state: "active",
    subject: "subject",
    revision: 1,
    createdAt: at,
    changedAt: at,
  };
  const request = {
    body: { name: "Risk", purpose: "Reads alerts.", scopes: ["alerts/read" as const] },
    params: undefined,
    query: undefined,
    ifMatch: undefined,
    ifNoneMatch: [],
    caller: {
      id: contactPoint.id,
      administration: "FR",
      administrationKind: "member" as const,
      roles: contactPoint.roles,
      scopes: [],
      user: contactPoint,
    },
    circumstances: {
      now: new Date(begun),
      newId: () => idAt(begun),
      administration: "FR",
      actor: contactPoint.id,
    },
  };
  // What it cannot remove any more, it says.
  vi.spyOn(console, "error").mockImplementation(() => {});
  let kept = 0;
  const calls = await everyDeath(async (_, worker) => {
    const of = await world();
    await of.store.writeMany([{ put: userItem(contactPoint) }]);
    const { create } = issuing({
      store: worker.reach(of.store),
      systemClients: of.aws.systemClients(worker),
    });
    await untilDeath(() => create.perform(request));
    await of.run(later(0.1));
    const accounts = await everySystemAccount(of.store, "FR");
    const known = accounts.flatMap(({ clients }) => clients.map(({ id }) => id));
    expect([...of.pooled()].sort()).toEqual(["console", ...known].sort());
    kept += accounts.length - 2;
  });
  expect(calls).toBeGreaterThan(6);
  expect(kept).toBeGreaterThan(0);
});
