import { v7 } from "uuid";
import { groupItem, membershipItems } from "../../../shared/adapters/records/groups.ts";
import { iprGroup } from "../../../shared/domain/group.ts";
import { scopes } from "../../../shared/domain/permissions.ts";
import type { Item, Key, RecordStore } from "../../../shared/domain/record-store.ts";
import { CODE, content, exchange } from "./exchange.ts";
import { admit, admitAll, CONTACT_POINTS_ETAG, contactPoint, settle } from "./people.ts";
import { connect } from "./systems.ts";

/** Something that a route names, and what a request needs beside its id. */
export interface Thing {
  readonly id: string;
  readonly etag?: string;
  readonly secret?: string;
  /** The administration that the address names before the id. */
  readonly within?: string;
}

/** Where a thing stands, as the caller sees it. `never` is an id that never was: what is unknown has to look like it. */
export type Things = Readonly<Record<string, Thing>> & { readonly never: Thing };

/** Who may call at all, by administration and role or scope; `nothing` is a role that counts for nothing in a member. */
export const callers = [
  ...scopes.map((scope) => `FR ${scope}`),
  ...["contact-point", "releaser", "officer", "reader", "duty", "auditor"].map((role) => `FR ${role}`),
  "WCO operator",
  "WCO contact-point",
  "FR nothing",
] as const;

/** Who may not call whatever the role: no token, a token of no administration, disabled, deleted, suspended. */
export const strangers = [
  "nobody",
  "XX officer",
  "FR disabled",
  "FR deleted-system",
  "FR ended-secret",
  "FR anothers-secret",
  ...scopes.map((scope) => `BE ${scope}`),
  ...["contact-point", "releaser", "officer", "reader", "duty", "auditor"].map((role) => `BE ${role}`),
] as const;

const application = (administration: string) => ({
  administration,
  termsVersion: "2026-11",
  contactPoints: [contactPoint("Primary"), contactPoint("Deputy")],
});

/**
 * France and the secretariat each have one of everything, Kenya shares a group with them and another one with Sweden,
 * which is in no group of theirs; Belgium is suspended. Every call on the store is written down.
 */
export const matrixWorld = async () => {
  const calls: string[] = [];
  /** A key without the ids in it. */
  const kind = ({ pk, sk }: Partial<Key>): string =>
    [pk, sk].map((part) => part?.match(/^[A-Z]+(?=#|$)/)?.[0] ?? "…").join("/");
  const watched = (store: RecordStore): RecordStore => ({
    get: (key) => {
      calls.push(`get ${kind(key)}`);
      return store.get(key);
    },
    getMany: (keys) => {
      calls.push(`getMany ${keys.map(kind).join(" ")}`);
      return store.getMany(keys);
    },
    query: async (query) => {
      const page = await store.query(query);
      calls.push(`query ${kind({ pk: query.pk })} ${query.prefix} of ${page.items.length}`);
      return page;
    },
    transact: (writes) => {
      calls.push(`transact ${writes.length}`);
      return store.transact(writes);
    },
    writeMany: (writes) => {
      calls.push(`write ${writes.length}`);
      return store.writeMany(writes);
    },
    tally: (key, tallies, expiresAt) => {
      calls.push(`tally ${kind(key)} of ${tallies.length}`);
      return store.tally(key, tallies, expiresAt);
    },
  });
  const of = await exchange(watched);
  const { store, people, call } = of;
  for (const code of ["SE", "BE"]) {
    await settle(store, code);
    for (const [who, id] of await admitAll(store, code)) people.set(who, id);
  }
  const { systems } = of;
  for (const scope of scopes)
    for (const code of ["FR", "BE"]) systems.set(`${code} ${scope}`, await connect(store, code, [scope]));
  const past = "2026-11-02T00:00:00.000Z";
  const clientEnded = { id: v7().replaceAll("-", ""), createdAt: past, endsAt: past };
  const reading = ["alerts/read"] as const;
  systems.set("FR deleted-system", await connect(store, "FR", reading, { deletedAt: past }));
  systems.set("FR ended-secret", {
    ...(await connect(store, "FR", reading, { clients: [clientEnded] })),
    client: clientEnded.id,
  });
  systems.set("FR anothers-secret", {
    ...(await connect(store, "FR", reading)),
    client: systems.get("FR alerts/write")?.client ?? "",
  });
  people.set("FR nothing", await admit(store, "FR", ["operator"]));
  people.set("FR disabled", await admit(store, "FR", ["contact-point"], { state: "disabled" }));
  people.set("XX officer", String(people.get("FR officer")));
  const from = "2026-11-01T00:00:00.000Z";
  const exercise = (
    id: string,
    owner: string,
    members: readonly string[],
    former: readonly string[] = [],
  ) => [
    groupItem({ ...iprGroup(from), id, name: "Exercise", owner }),
    ...[...members, ...former].flatMap((administration) =>
      membershipItems({
        group: id,
        administration,
        history: "all",
        intervals: [
          { from, ...(former.includes(administration) ? { until: "2026-11-02T00:00:00.000Z" } : {}) },
        ],
      }),
    ),
  ];
  const exercises = [
    ...exercise("operation-stop", "SE", ["SE", "KE"]),
    ...exercise("exercise-fr", "FR", ["FR", "KE"]),
    ...exercise("exercise-wco", "WCO", ["WCO", "KE"]),
    ...exercise("exercise-ke", "KE", ["KE", "FR", "WCO"]),
    ...exercise("exercise-past", "KE", ["KE"], ["FR", "WCO"]),
    ...exercise("exercise-reviewed", "KE", ["KE", "FR", "WCO"]).map((item) =>
      item.sk === "PROFILE" ? { ...item, review: "before-release" } : item,
    ),
  ];
  await store.writeMany(exercises.map((put) => ({ put })));

  const made = async (...request: Parameters<typeof call>): Promise<Thing> => {
    const { status, json, headers } = await call(...request);
    if (status !== 201) throw new Error(`${request.join(" ")}: ${JSON.stringify(json)}`);
    return {
      id: String(json.id),
      ...(headers["etag"] === undefined ? {} : { etag: String(headers["etag"]) }),
      ...(json.secret === undefined ? {} : { secret: String(json.secret) }),
    };
  };
  const draft = (code: string, change: object = {}) =>
    made(`${code} contact-point`, "POST", "/v1/alerts", { ...content, ...change });
  const released = async (code: string, change: object) => {
    const alert = await draft(code, change);
    const headers = { "If-Match": String(alert.etag) };
    const { status, etag } = await call(
      `${code} contact-point`,
      "POST",
      `/v1/alerts/${alert.id}/release`,
      undefined,
      headers,
    );
    if (status !== 200) throw new Error(`Not released: ${status}`);
    return { id: alert.id, etag };
  };
  const inReview = async (code: string) => {
    const { id, etag } = await draft(code, { group: "exercise-reviewed", audience: { kind: "group" } });
    const body = { decision: "request-review" };
    const headers = { "If-Match": String(etag) };
    const asked = await call(`${code} contact-point`, "POST", `/v1/alerts/${id}/review`, body, headers);
    if (asked.status !== 200) throw new Error(`Not in review: ${asked.status}`);
    return { id, etag: asked.etag };
  };
  const to = (...administrations: string[]) => ({ audience: { kind: "administrations", administrations } });
  const subscription = (code: string) =>
    made(`${code} contact-point`, "POST", "/v1/subscriptions", {
      destination: { channel: "sms", address: "+33140246510" },
      language: "fr",
      criteria: { group: "ipr" },
    });
  const person = async (code: string): Promise<Thing> => ({
    id: await admit(store, code, ["officer"], { email: `target@${code.toLowerCase()}.example` }),
    etag: '"1"',
  });
  const invitee = (code: string) =>
    made(`${code} contact-point`, "POST", "/v1/users", {
      name: "Invited",
      email: `invited@${code.toLowerCase()}.example`,
      roles: ["officer"],
    });
  const system = (code: string) =>
    made(`${code} contact-point`, "POST", "/v1/system-accounts", {
      name: "Risk analysis",
      purpose: "Reads alerts every quarter of an hour.",
      scopes: ["alerts/read"],
    });
  const never = (): Thing => ({ id: v7(), etag: '"1"', secret: "never" });
  const administration = (id: string): Thing => ({ id, etag: '"1"' });
  /** Its version, and that of each membership. */
  const group = (id: string): Thing => ({ id, etag: '"1"' });
  const account = (within: string): Thing => ({
    id: String(people.get(`${within} contact-point`)),
    etag: '"1"',
    within,
  });
  const contacts = (id: string): Thing => ({ id, etag: CONTACT_POINTS_ETAG });
  const own = async <T>(make: (code: string) => Promise<T>) =>
    new Map(await Promise.all(["FR", "WCO"].map(async (code) => [code, await make(code)] as const)));

  const [drafts, releases, subscriptions, persons, invitees] = [
    await own((code) => draft(code)),
    await own((code) => released(code, to("KE"))),
    await own(subscription),
    await own(person),
    await own(invitee),
  ];
  const accounts = await own(system);
  const kenya = {
    draft: await draft("KE"),
    addressed: await released("KE", to("FR", "WCO")),
    elsewhere: await released("KE", to("DE")),
    operation: await released("KE", { group: "operation-stop", audience: { kind: "group" } }),
    inReview: await inReview("KE"),
  };
  const others = {
    subscriptions: { fellow: await subscription("KE"), stranger: await subscription("SE") },
    persons: { fellow: await person("KE"), stranger: await person("SE") },
    invitees: { fellow: await invitee("KE"), stranger: await invitee("SE") },
    accounts: { fellow: await system("KE"), stranger: await system("SE") },
  };
  const [applied, another, confirmed] = [
    await made("nobody", "POST", "/v1/registrations", application("US")),
    await made("nobody", "POST", "/v1/registrations", application("CA")),
    await made("nobody", "POST", "/v1/registrations", application("JP")),
  ];
  await call("nobody", "POST", `/v1/registrations/${confirmed.id}/confirm`, { code: CODE });
  const decided = await call("WCO operator", "GET", `/v1/registrations/${confirmed.id}`);

  // From here on Sweden is in no group with France, and Belgium is suspended.
  const sweden = membershipItems({ group: "ipr", administration: "SE", history: "all", intervals: [] });
  await store.writeMany(sweden.map(({ pk, sk }) => ({ delete: { pk, sk } })));
  await settle(store, "BE", { state: "suspended" });

  const codeOf = (who: string): string => (who.startsWith("WCO ") ? "WCO" : "FR");
  const ofOwn = (map: ReadonlyMap<string, Thing>, who: string): Thing => map.get(codeOf(who)) ?? never();
  const self = (who: string): Thing => ({ id: people.get(who) ?? v7(), etag: '"1"' });
  const operator: Thing = { id: String(people.get("WCO operator")), etag: '"1"' };
  const greater = (who: string) => (who === "WCO contact-point" ? { "with-more-rights": operator } : {});

  /** What there is of each kind, by where it stands to the caller. */
  const kinds = {
    nothing: (): Things => ({ own: { id: "", etag: '"1"' }, never: { id: "" } }),
    alert: (who: string): Things => ({
      "own-draft": ofOwn(drafts, who),
      "own-released": ofOwn(releases, who),
      "fellow-draft": kenya.draft,
      "fellow-addressed": kenya.addressed,
      "fellow-elsewhere": kenya.elsewhere,
      "other-group": kenya.operation,
      "fellow-in-review": kenya.inReview,
      never: never(),
    }),
    subscription: (who: string): Things => ({
      own: ofOwn(subscriptions, who),
      ...others.subscriptions,
      never: never(),
    }),
    person: (who: string): Things => ({
      own: ofOwn(persons, who),
      self: self(who),
      ...greater(who),
      ...others.persons,
      never: never(),
    }),
    invitee: (who: string): Things => ({ own: ofOwn(invitees, who), ...others.invitees, never: never() }),
    systemAccount: (who: string): Things => ({
      own: ofOwn(accounts, who),
      ...others.accounts,
      never: never(),
    }),
    administration: (who: string): Things => ({
      own: administration(codeOf(who)),
      fellow: administration("KE"),
      stranger: administration("SE"),
      never: administration("ZW"),
    }),
    account: (): Things => ({
      own: account("WCO"),
      fellow: account("KE"),
      stranger: account("SE"),
      "no-contact-point": { ...account("KE"), id: String(people.get("KE officer")) },
      never: { ...account("KE"), id: v7() },
    }),
    contactPoints: (who: string): Things => ({
      own: contacts(codeOf(who)),
      fellow: contacts("KE"),
      stranger: contacts("SE"),
      never: contacts("ZW"),
    }),
    group: (who: string): Things => ({
      own: group(`exercise-${codeOf(who).toLowerCase()}`),
      fellow: group("exercise-ke"),
      former: group("exercise-past"),
      "other-group": group("operation-stop"),
      never: group("operation-never"),
    }),
    application: (): Things => ({ own: applied, another: { ...another, secret: "guessed" }, never: never() }),
    confirmed: (): Things => ({ own: { ...confirmed, etag: decided.etag }, never: never() }),
  };

  const begun = store.items();
  /** Makes everything as it was in the beginning. */
  const restore = (): Promise<void> =>
    store.writeMany([
      ...store.items().map(({ pk, sk }) => ({ delete: { pk, sk } })),
      ...begun.map((put: Item) => ({ put })),
    ]);
  /** What was asked of the store meanwhile. */
  const callsOf = async <T>(work: () => Promise<T>) => {
    calls.length = 0;
    const answer = await work();
    return { answer, calls: [...calls] };
  };
  return { ...of, kinds, restore, callsOf };
};

export type MatrixWorld = Awaited<ReturnType<typeof matrixWorld>>;
export type Kind = keyof MatrixWorld["kinds"];
