import { groupItem, membershipItems } from "../../../shared/adapters/records/groups.ts";
import { type Group, iprGroup, type Membership } from "../../../shared/domain/group.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { content, type Exchange, exchange } from "./exchange.ts";
import { admitAll, settle } from "./people.ts";

const from = "2026-11-01T00:00:00.000Z";

/** A group that wants a review before each release, owned by Germany. */
export const group: Group = {
  ...iprGroup(from),
  id: "closed",
  name: "Closed",
  owner: "DE",
  review: "before-release",
};

export const membership = (administration: string, until?: string): Membership => ({
  group: group.id,
  administration,
  history: "all",
  intervals: [{ from, ...(until === undefined ? {} : { until }) }],
  revision: until === undefined ? 1 : 2,
});

/**
 * France, Kenya and Germany are in the group with the secretariat and a regional office; Sweden shares only `ipr` with
 * them. `reach` is how the handlers come at the store.
 */
export const reviewedExchange = async (reach?: (store: RecordStore) => RecordStore) => {
  const of = await exchange(reach);
  const { store, people } = of;
  for (const [code, kind] of [
    ["RILO-WE", "regional-office"],
    ["SE", "member"],
  ] as const) {
    await settle(store, code, { kind });
    for (const [who, id] of await admitAll(store, code)) people.set(who, id);
  }
  const members = ["WCO", "RILO-WE", "DE", "FR", "KE"].flatMap((code) => membershipItems(membership(code)));
  await store.writeMany([groupItem(group), ...members].map((item) => ({ put: item })));
  return of;
};

/** What any member may write for the group. */
export const written = { ...content, group: group.id, audience: { kind: "group" } };

/** A draft of France's officer for the group. */
export const drafted = async ({ call }: Exchange, change: object = {}) => {
  const made = await call("FR officer", "POST", "/v1/alerts", { ...written, ...change });
  if (made.status !== 201) throw new Error(`Not drafted: ${JSON.stringify(made.json)}`);
  return `/v1/alerts/${made.json.id}`;
};

/** A step at the version that this person reads now; or, of what they do not reach, at any. */
export const step = async (
  { call }: Exchange,
  who: string,
  path: string,
  name: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
) => {
  const { etag } = await call(who, "GET", path);
  return call(who, "POST", `${path}/${name}`, body, { "If-Match": etag, ...headers });
};

export const review = (
  of: Exchange,
  who: string,
  path: string,
  decision: string,
  reason?: string,
  headers?: Readonly<Record<string, string>>,
) => step(of, who, path, "review", { decision, ...(reason === undefined ? {} : { reason }) }, headers);

/** A draft of France's that waits for its review. */
export const inReview = async (of: Exchange, change?: object) => {
  const path = await drafted(of, change);
  await step(of, "FR officer", path, "submit");
  const asked = await review(of, "FR releaser", path, "request-review");
  if (asked.status !== 200) throw new Error(`Not in review: ${JSON.stringify(asked.json)}`);
  return path;
};
