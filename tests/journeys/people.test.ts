import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { acceptInvitation } from "../../local/seed/joining.ts";
import { getUser, userItem } from "../../shared/adapters/records/users.ts";
import { administrations } from "../../shared/contract/administrations.ts";
import { alerts } from "../../shared/contract/alerts.ts";
import { contactPointAccounts } from "../../shared/contract/contact-point-accounts.ts";
import { users } from "../../shared/contract/users.ts";
import type { ContactPointEntry } from "../../shared/domain/contact-point.ts";
import type { Role } from "../../shared/domain/permissions.ts";
import { draftBy, releaseBy } from "./releasing.ts";
import { performNow } from "./scheduled.ts";
import { api, exchange, inbox, newPhone, refusal, run, store, tokenOf, until } from "./system.ts";

/** The people of one regional office of this run; each test goes on from the one before. */
const office = `RILO-PEOPLE-${run.toUpperCase()}`;
const seat = { code: office, name: office, language: "en" as const, number: 0 };
const addressOf = (who: string): string => `${who}.${run}@people.customs.example`;
const name = `People of ${run}`;
let operator: string;
let boss: string;
let bossId: string;

const named = (who: string): ContactPointEntry => ({
  name: `${who} of the office`,
  function: "National contact point",
  email: addressOf(who),
  phone: newPhone(),
  languages: ["en"],
  timeZone: "Africa/Nairobi",
  hours: { kind: "round-the-clock" },
});

const accept = (who: string, roles: readonly Role[]) =>
  acceptInvitation(exchange, seat, addressOf(who), roles);
const invite = async (who: string, roles: readonly Role[], token = boss): Promise<string> =>
  (await api.call(users.invite, { token, body: { name: who, email: addressOf(who), roles: [...roles] } }))
    .body.id;
/** A person as they are now, for a change of them. */
const now = async (id: string, token = boss) => {
  const params = { id };
  const { etag } = await api.call(users.get, { token, params });
  return { token, params, ifMatch: etag };
};
const isRefused = async (token: string): Promise<number> =>
  (await refusal(api.call(users.me, { token }))).status;
const mailsTo = async (who: string) => inbox.mailsTo(addressOf(who));
/** What comes after the mails that are there: an invitation that is mailed anew has another password. */
const another = (who: string, before: number) =>
  until(`another mail to ${who}`, async () => ((await mailsTo(who)).length > before ? true : undefined), 60);

beforeAll(async () => {
  operator = await tokenOf("WCO", "operator");
  await api.call(administrations.create, {
    token: operator,
    idempotencyKey: randomUUID(),
    body: { code: office, name, contactPoints: [named("boss"), named("stand-in")] },
  });
  await until(
    "the office is set up",
    async () => {
      const { body } = await api.call(administrations.get, { token: operator, params: { code: office } });
      expect(body.failure).toBeUndefined();
      return body.state === "active" ? body : undefined;
    },
    60,
  );
  boss = (await accept("boss", ["contact-point"])).token;
  const { body } = await api.call(users.list, { token: boss });
  bossId = body.items[0]?.id ?? "";
});

describe("the last contact point", () => {
  test("does not remove, disable, demote or close itself, and cannot be removed by who was", async () => {
    const self = await now(bossId);
    const attempts = [
      () => api.call(users.remove, self),
      () => api.call(users.update, { ...self, body: { state: "disabled" } }),
      () => api.call(users.update, { ...self, body: { roles: ["reader"] } }),
      () => api.call(users.resetMfa, self),
      () => api.call(users.reportCompromised, { ...self, body: { since: "2026-11-01T00:00:00.000Z" } }),
    ];
    for (const attempt of attempts)
      expect(await refusal(attempt())).toMatchObject({
        status: 403,
        detail: expect.stringMatching(/^Nobody /),
      });

    const deputyId = await invite("deputy", ["contact-point"]);
    const deputy = (await accept("deputy", ["contact-point"])).token;
    const onBoss = await now(bossId, deputy);
    await api.call(users.update, { ...(await now(deputyId)), body: { roles: ["reader"] } });
    expect((await refusal(api.call(users.remove, onBoss))).status).toBe(403);
    expect((await api.call(users.me, { token: boss })).body).toMatchObject({ user: { state: "active" } });
  });
});

describe("somebody who cannot come in", () => {
  test("has the invitation again, and comes in with the password in it", async () => {
    const id = await invite("officer", ["officer", "reader"]);
    await another("officer", 0);
    await api.call(users.resendInvitation, { token: boss, params: { id } });
    await another("officer", 1);
    // Cognito's second mail has another password; the emulator's has the same.
    expect(await mailsTo("officer")).toHaveLength(2);
    const { token } = await accept("officer", ["officer"]);
    expect((await api.call(users.me, { token })).body).toMatchObject({ user: { id, state: "active" } });
    expect((await refusal(api.call(users.resendInvitation, { token: boss, params: { id } }))).status).toBe(
      409,
    );
  });

  test("gets another authenticator by another invitation, and the token of before is refused at once", async () => {
    const id = await invite("lost", ["officer"]);
    const before = await accept("lost", ["officer"]);
    await api.call(users.me, { token: before.token });
    const sent = (await mailsTo("lost")).length;
    await api.call(users.resetMfa, await now(id));
    expect(await isRefused(before.token)).toBe(401);
    await another("lost", sent);
    const after = await accept("lost", ["officer"]);
    expect((await api.call(users.me, { token: after.token })).body).toMatchObject({
      user: { id, state: "active", roles: ["officer"] },
    });
    expect(await isRefused(before.token)).toBe(401);
    const { email, password, totpSecret } = before.person;
    await expect(exchange.signIn(office, email, password, { totpSecret })).rejects.toThrow();
  });

  test("is nobody any more when deleted: refused at once, unknown to the pool, the address free", async () => {
    const id = await invite("leaver", ["reader"]);
    const { token, person } = await accept("leaver", ["reader"]);
    await api.call(users.remove, await now(id));
    expect(await isRefused(token)).toBe(401);
    await until("the pool knows nobody of this address", () =>
      exchange.signIn(office, person.email, person.password, { totpSecret: person.totpSecret }).then(
        () => undefined,
        () => true,
      ),
    );
    expect(await invite("leaver", ["reader"])).not.toBe(id);
  });
});

test("an account in other hands is closed by one action, and tells what it saw with whom to inform", async () => {
  const since = new Date().toISOString();
  const id = await invite("robbed", ["officer"]);
  const { token, person } = await accept("robbed", ["officer"]);
  const { id: alert, reference } = await releaseBy("US", await draftBy("US", "officer"));
  await until("the alert is listed", () =>
    api.call(alerts.get, { token, params: { id: alert } }).then(
      () => true,
      () => undefined,
    ),
  );
  const closed = await api.call(users.reportCompromised, { token: boss, params: { id }, body: { since } });
  expect(closed.body.items).toContainEqual(
    expect.objectContaining({ action: "alerts.get", reference, administration: "US" }),
  );
  expect(await isRefused(token)).toBe(401);
  await until("the pool lets nobody in with it", () =>
    exchange.signIn(office, person.email, person.password, { totpSecret: person.totpSecret }).then(
      () => undefined,
      () => true,
    ),
  );
  // The stream has sealed the entries by then, and the list says the same.
  const again = await api.call(users.sightings, { token: boss, params: { id } });
  expect(again.body.items.map(({ reference: seen }) => seen)).toContain(reference);
});

test("a file of people is invited, and says of each row what came of it", async () => {
  const csv = [
    "name;email;roles",
    `A;${addressOf("imported-a")};officer duty`,
    `B;${addressOf("officer")};reader`,
    `C;${addressOf("imported-c")};operator`,
  ].join("\r\n");
  const { body } = await api.call(users.import, { token: boss, body: { csv }, idempotencyKey: randomUUID() });
  expect(body.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
    [2, "invited"],
    [3, "known"],
    [4, "refused"],
  ]);
  expect((await accept("imported-a", ["officer", "duty"])).token).toBeTruthy();
});

test("the hour's upkeep warns whom nobody has seen for eighty days, and disables them ten days later", async () => {
  const id = await invite("forgotten", ["reader"]);
  const { token } = await accept("forgotten", ["reader"]);
  await api.call(users.me, { token });
  const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
  const setBack = async (change: { readonly lastSeenAt: string; readonly warnedAt?: string }) => {
    const user = await getUser(store, office, id);
    if (user === undefined) throw new Error("There is nobody");
    await store.writeMany([
      { put: userItem({ ...user, createdAt: ago(200), confirmedAt: ago(1), ...change }) },
    ]);
  };
  await setBack({ lastSeenAt: ago(81) });
  await performNow("schedules/upkeep");
  await inbox.waitFor(addressOf("forgotten"), /Nobody has used your account/);

  await setBack({ lastSeenAt: ago(91), warnedAt: ago(11) });
  await performNow("schedules/upkeep");
  const { body } = await api.call(users.get, { token: boss, params: { id } });
  expect(body).toMatchObject({ state: "disabled", disabledBecause: "unused" });
  expect(await isRefused(token)).toBe(401);
});

describe("a lone contact point who lost the authenticator", () => {
  test("is helped by the secretariat alone, comes in again, and everybody who answers for the office is told", async () => {
    const params = { administration: office, id: bossId };
    const account = async () => {
      const { body } = await api.call(contactPointAccounts.accounts, {
        token: operator,
        params: { administration: office },
      });
      return body.items.find(({ id }) => id === bossId);
    };
    const shown = await account();
    expect(shown).toMatchObject({ name: expect.any(String), state: "active" });
    expect(JSON.stringify(shown)).not.toContain("@");
    const ifMatch = `"${shown?.revision}"`;
    for (const role of ["contact-point", "officer"]) {
      const token = await tokenOf("FR", role);
      const refused = api.call(contactPointAccounts.resetAccountMfa, { token, params, ifMatch });
      expect((await refusal(refused)).status).toBe(403);
    }
    const sent = (await mailsTo("boss")).length;
    await api.call(contactPointAccounts.resetAccountMfa, { token: operator, params, ifMatch });
    expect(await isRefused(boss)).toBe(401);
    await another("boss", sent);
    await inbox.waitFor(addressOf("stand-in"), /reset the authenticator of/);
    const after = await accept("boss", ["contact-point"]);
    boss = after.token;
    expect((await api.call(users.list, { token: boss })).body.items.length).toBeGreaterThan(3);
  });
});
