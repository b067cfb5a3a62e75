import { expect, test } from "vitest";
import { actions, scopeFor, scopes } from "../../../shared/domain/permissions.ts";
import {
  isGood,
  madeAt,
  OfferedScope,
  rotated,
  type SystemAccount,
} from "../../../shared/domain/system-account.ts";
import { lastUseOf, nextEndOf } from "../../../web/src/pages/system-accounts/secrets.ts";

const at = "2026-11-01T00:00:00.000Z";
const now = new Date(at);
const day = (n: number): Date => new Date(now.getTime() + n * 86_400_000);

const account = (clients: SystemAccount["clients"]): SystemAccount => ({
  id: "01930000-0000-7000-8000-00000000000a",
  administration: "FR",
  name: "Risk analysis",
  purpose: "Reads alerts.",
  scopes: ["alerts/read"],
  tokenEndpoint: "https://pool.auth.us-east-1.amazoncognito.com/oauth2/token",
  clients,
  createdBy: "01930000-0000-7000-8000-00000000000b",
  revision: 1,
  createdAt: at,
  changedAt: at,
});

test("the scopes that are offered are those by which the table opens something", () => {
  const opening = scopes.filter((scope) => actions.some((action) => scopeFor(action) === scope));
  expect(OfferedScope.options).toEqual(opening);
  expect(opening).toEqual(expect.arrayContaining(["alerts/read", "alerts/write"]));
});

test("a secret is good until the moment it ends, and one without an end for good", () => {
  const client = { id: "client", createdAt: at, endsAt: day(1).toISOString() };
  expect(isGood(client, new Date(day(1).getTime() - 1))).toBe(true);
  expect(isGood(client, day(1))).toBe(false);
  expect(isGood({ id: "client", createdAt: at }, day(10_000))).toBe(true);
});

test("a rotation ends what was without an end or would have ended later, and the new secret has none", () => {
  const before = account([
    { id: "ended", createdAt: at, endsAt: day(-1).toISOString() },
    { id: "ending", createdAt: at, endsAt: day(3).toISOString() },
    { id: "late", createdAt: at, endsAt: day(30).toISOString() },
    { id: "current", createdAt: at },
  ]);
  const { clients, revision } = rotated(before, "new", { now, overlap: 7 });
  expect(revision).toBe(2);
  expect(clients.map(({ id, endsAt }) => [id, endsAt])).toEqual([
    ["ended", day(-1).toISOString()],
    ["ending", day(3).toISOString()],
    ["late", day(7).toISOString()],
    ["current", day(7).toISOString()],
    ["new", undefined],
  ]);
});

test("an id says when it was made, to the millisecond", () => {
  expect(madeAt("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")).toBe(0x017f22e279b0);
});

test("the console shows the last use of any secret, and the next end of one that is still good", () => {
  const shown = account([
    { id: "ended", createdAt: at, endsAt: day(-1).toISOString(), lastUsedAt: day(-2).toISOString() },
    { id: "later", createdAt: at, endsAt: day(5).toISOString(), lastUsedAt: day(-1).toISOString() },
    { id: "sooner", createdAt: at, endsAt: day(2).toISOString() },
    { id: "current", createdAt: at },
  ]);
  expect(lastUseOf(shown)).toBe(day(-1).toISOString());
  expect(nextEndOf(shown, now)).toBe(day(2).toISOString());
  expect(lastUseOf(account([{ id: "current", createdAt: at }]))).toBeUndefined();
  expect(nextEndOf(account([{ id: "current", createdAt: at }]), now)).toBeUndefined();
});
