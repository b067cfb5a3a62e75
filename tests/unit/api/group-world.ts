import { afterEach, beforeEach, expect, vi } from "vitest";
import { AuditEntry } from "../../../shared/domain/audit.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { content, type Exchange, exchange } from "./exchange.ts";
import { admitAll, settle } from "./people.ts";

const START = Date.parse("2026-11-20T08:00:00.000Z");
let now = START;
/** Everything happens at an instant of its own. */
export const tick = (seconds = 1): string => {
  now += seconds * 1000;
  vi.setSystemTime(now);
  return instant();
};

/** The instant that the clock stands at. */
export const instant = (): string => new Date(now).toISOString();

/** Each test of a file begins at the same instant, and time passes where it says so. */
export const keepTime = (): void => {
  beforeEach(() => {
    now = START;
    vi.useFakeTimers({ toFake: ["Date"], now });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
};

export const operation = {
  kind: "operation",
  id: "exercise",
  name: "Operation (exercise)",
  from: "2026-11-21T00:00:00.000Z",
  until: "2026-12-01T00:00:00.000Z",
  history: "from-admission",
} as const;

/** Offices, a partner and one more member beside those of every exchange. */
export const membersOfEveryKind = async (reach?: (store: RecordStore) => RecordStore) => {
  const of = await exchange(reach);
  for (const [code, kind] of [
    ["RILO-WE", "regional-office"],
    ["RILO-AP", "regional-office"],
    ["X-PARTNER", "partner"],
    ["SE", "member"],
  ] as const) {
    await settle(of.store, code, { kind });
    for (const [who, id] of await admitAll(of.store, code)) of.people.set(who, id);
  }
  tick();
  return of;
};

/** France's operation with Kenya in it. */
export const withKenya = async (reach?: (store: RecordStore) => RecordStore) => {
  const of = await membersOfEveryKind(reach);
  const made = await of.call("WCO operator", "POST", "/v1/groups", { ...operation, owner: "FR" });
  expect(made.status).toBe(201);
  tick();
  expect((await of.call("FR releaser", "PUT", "/v1/groups/exercise/members/KE")).status).toBe(200);
  tick();
  return of;
};

export const codes = (members: readonly { code: string }[]) => members.map(({ code }) => code).sort();
export const etagOf = async ({ call }: Exchange, who: string, path: string) =>
  (await call(who, "GET", path)).etag;
export const change = async (of: Exchange, who: string, method: string, path: string, body?: unknown) =>
  of.call(who, method, path, body, { "If-Match": await etagOf(of, "WCO operator", path) });
export const remove = async (of: Exchange, who: string, code: string) => {
  tick();
  return change(of, who, "DELETE", `/v1/groups/exercise/members/${code}`);
};
export const readmit = (of: Exchange, who: string, code: string) =>
  change(of, who, "PUT", `/v1/groups/exercise/members/${code}`);
/** What is to be sealed into an administration's trail, the newest first. */
export const trailOf = async ({ store }: Exchange, code: string): Promise<readonly AuditEntry[]> =>
  (await store.query({ pk: `AUD#${code}`, newestFirst: true })).items.map((item) => AuditEntry.parse(item));

/** An alert into the operation, released by somebody of an administration. */
export const alertInto = async (
  { call }: Exchange,
  code: string,
  audience: object = { kind: "group" },
  group = "exercise",
) => {
  tick();
  const draft = await call(`${code} officer`, "POST", "/v1/alerts", { ...content, group, audience });
  if (draft.status !== 201) return { drafted: draft, released: undefined, id: "" };
  tick();
  const released = await call(`${code} releaser`, "POST", `/v1/alerts/${draft.json.id}/release`, undefined, {
    "If-Match": draft.etag,
  });
  return { drafted: draft, released, id: String(draft.json.id) };
};
