import { v7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { handingOver } from "../../../functions/queues/hand-over/handing-over.ts";
import { disseminate } from "../../../functions/streams/dispatch/disseminate.ts";
import { functions } from "../../../infra/functions.ts";
import { attachmentItem, placeItem } from "../../../shared/adapters/records/attachments.ts";
import { groupItem, membershipItems } from "../../../shared/adapters/records/groups.ts";
import { endpointItem, subscriptionItem } from "../../../shared/adapters/records/subscriptions.ts";
import type { Endpoint, Noun } from "../../../shared/contract/endpoint.ts";
import { nouns } from "../../../shared/contract/nouns.ts";
import { iprGroup } from "../../../shared/domain/group.ts";
import type { Item } from "../../../shared/domain/record-store.ts";
import { Criteria } from "../../../shared/domain/subscription.ts";
import { sealerOf } from "../audit/trails.ts";
import { clean } from "./attached.ts";
import { content, type Exchange, exchange } from "./exchange.ts";
import { type Reach, reaches } from "./matrix-reach.ts";
import { admitAll, settle } from "./people.ts";
import { connect } from "./systems.ts";
import { type Shown, type Way, waysBeside, waysOut } from "./ways-out-table.ts";

/** In every text that the alert, and what is said of it, has. */
const CANARY = "CANARY";
/** In every text about whom it names, which is no part of the alert. */
const PERSON = "PERSONA";
const NEVER = "01970000-0000-7000-8000-000000000000";
const from = "2026-11-01T00:00:00.000Z";
const roles = ["contact-point", "releaser", "officer", "reader", "duty", "auditor"];

/** A member that is not addressed, one of another group alone, one that was taken out, the secretariat, one suspended. */
const outsiders = [
  ...["DE", "SE", "BE", "AT"].flatMap((code) => roles.map((role) => `${code} ${role}`)),
  ...["operator", "contact-point", "auditor"].map((role) => `WCO ${role}`),
  "DE alerts/read",
  "DE alerts/write",
];
const isSuspended = (who: string): boolean => who.startsWith("AT ");

const written = {
  ...content,
  handling: { code: "H3", conditions: `${CANARY} conditions` },
  title: `${CANARY} title`,
  summary: `${CANARY} summary`,
  goods: [{ category: "gloves", description: `${CANARY} goods`, origin: "CN" }],
  route: { departure: { country: "KE", place: `${CANARY} port` }, destination: { country: "DE" } },
  publishedBy: { authority: `${CANARY} authority` },
};

interface Place {
  readonly id: string;
  readonly reference: string;
  readonly followUp: string;
  readonly request: string;
  readonly partyRequest: string;
  readonly attachment: string;
}

/** What the alert is in the world where it never was. */
const nowhere: Place = {
  id: NEVER,
  reference: "IPR-2026-R0AB1CD",
  followUp: NEVER,
  request: NEVER,
  partyRequest: NEVER,
  attachment: NEVER,
};

const world = async () => {
  const of = await exchange();
  const { store, people, systems } = of;
  for (const code of ["SE", "BE", "AT"]) {
    await settle(store, code, code === "AT" ? { state: "suspended" } : {});
    for (const [who, id] of await admitAll(store, code)) people.set(who, id);
  }
  for (const scope of ["alerts/read", "alerts/write"] as const)
    systems.set(`DE ${scope}`, await connect(store, "DE", [scope]));
  const membership = (group: string, administration: string, until?: string) =>
    membershipItems({
      group,
      administration,
      history: "all",
      intervals: [{ from, ...(until === undefined ? {} : { until }) }],
    });
  await store.writeMany([
    ...membershipItems({ group: "ipr", administration: "SE", history: "all", intervals: [] }).map(
      ({ pk, sk }) => ({ delete: { pk, sk } }),
    ),
    ...[
      ...membership("ipr", "BE", "2026-11-02T00:00:00.000Z"),
      groupItem({ ...iprGroup(from), id: "operation-stop", name: "Stop", owner: "KE" }),
      ...["FR", "KE", "SE"].flatMap((code) => membership("operation-stop", code)),
    ].map((put) => ({ put })),
  ]);
  return of;
};

/** France's alert to Kenya, and all that can be said of it. */
const speakOf = async ({ call, store }: Exchange): Promise<Place> => {
  const done = async (...request: Parameters<typeof call>) => {
    const answer = await call(...request);
    expect([200, 201], `${request.join(" ")}: ${JSON.stringify(answer.json)}`).toContain(answer.status);
    return answer;
  };
  const drafted = await done("FR officer", "POST", "/v1/alerts", written);
  const path = `/v1/alerts/${drafted.json.id}`;
  const released = await done("FR releaser", "POST", `${path}/release`, undefined, {
    "If-Match": drafted.etag,
  });
  await disseminate(store, { alert: drafted.json.id, version: 1 });
  await done("KE reader", "GET", path);
  await done("KE duty", "PUT", `${path}/acknowledgement`, { result: "trace-found", note: `${CANARY} note` });
  const asked = { to: `${CANARY} to`, why: `${CANARY} why`, parts: ["goods"] };
  const request = await done("KE officer", "POST", `${path}/disclosure-requests`, asked);
  const question = { content: { type: "question", text: `${CANARY} question` } };
  const followUp = await done("KE officer", "POST", `${path}/follow-ups`, question);
  const named = { parties: [{ role: "carrier", name: `${PERSON} Shipping` }], readers: ["KE"] };
  await done("FR releaser", "PUT", `${path}/parties`, named);
  const erasure = { alert: drafted.json.id, kind: "erasure", about: `${PERSON} is another one` };
  const partyRequest = await done("KE officer", "POST", "/v1/requests", erasure);
  const held = { until: "2030-01-01T00:00:00.000Z", reason: "A court asks." };
  await done("WCO operator", "POST", "/v1/holds", { ...held, reference: released.json.reference });
  const photograph = {
    ...clean(drafted.json.id, "FR"),
    fileName: `${CANARY}.png`,
    caption: `${CANARY} caption`,
  };
  await store.writeMany([{ put: attachmentItem(photograph) }, { put: placeItem(photograph) }]);
  const seal = sealerOf(store);
  for (const code of ["FR", "KE"]) await seal(code);
  return {
    id: drafted.json.id,
    reference: released.json.reference,
    followUp: followUp.json.id,
    request: request.json.id,
    partyRequest: partyRequest.json.id,
    attachment: photograph.id,
  };
};

const routes = Object.entries(nouns as Readonly<Record<string, Noun>>).flatMap(([noun, endpoints]) =>
  Object.entries(endpoints).map(([name, endpoint]) => ({ id: `${noun}.${name}`, endpoint })),
);
const ways: Readonly<Record<string, Way>> = waysOut;
const reachOf: Readonly<Record<string, Reach>> = reaches;

let loud: Exchange;
let silent: Exchange;
let alert: Place;
const begun = new Map<Exchange, readonly Item[]>();

beforeAll(async () => {
  [loud, silent] = [await world(), await world()];
  alert = await speakOf(loud);
  for (const each of [loud, silent]) begun.set(each, each.store.items());
});

const restore = ({ store }: Exchange, items: readonly Item[]): Promise<void> =>
  store.writeMany([
    ...store.items().map(({ pk, sk }) => ({ delete: { pk, sk } })),
    ...items.map((put) => ({ put })),
  ]);

/** Every request that a route makes of this alert, or as near to it as the route comes. */
const requestsOf = (id: string, endpoint: Endpoint, { people }: Exchange, place: Place) => {
  const reach = reachOf[id];
  const way = ways[id];
  if (reach === undefined || way === undefined)
    throw new Error(`Nobody says how an alert comes out of ${id}`);
  const named: Readonly<Record<string, string>> = {
    alert: place.id,
    attachment: place.attachment,
    group: "ipr",
    administration: "FR",
    contactPoints: "FR",
    person: String(people.get("FR officer")),
  };
  const etag = ("decides" in way && way.etag) || "version-1";
  const thing = {
    id: named[reach.kind] ?? NEVER,
    etag: `"${etag}"`,
    secret: "secret",
    reference: place.reference,
  };
  const isPartyRequest = endpoint.path.startsWith("/v1/requests/");
  const part = (name: string): string =>
    ({ followUp: place.followUp, request: place.request })[name] ??
    (isPartyRequest ? place.partyRequest : (reach.part ?? NEVER));
  const [first, ...rest] = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const isOfThing = reach.kind !== "nothing";
  const path = rest.reduce(
    (built, name) => built.replace(`{${name}}`, part(name)),
    first === undefined
      ? endpoint.path
      : endpoint.path.replace(`{${first}}`, isOfThing ? thing.id : part(first)),
  );
  const searches = "decides" in way && way.searches ? way.searches(place) : [reach.search?.(thing) ?? ""];
  const isConditional = endpoint.conditional === true || ("decides" in way && way.etag !== undefined);
  const headers: Record<string, string> = isConditional ? { "If-Match": thing.etag } : {};
  return searches.map(
    (search) =>
      [endpoint.method, search === "" ? path : `${path}?${search}`, reach.body?.(thing), headers] as const,
  );
};

/** An answer without what differs between two worlds that are alike: ids, times, hashes. */
const likened = (value: unknown, place: Place): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null)
      .replaceAll(place.reference, "REFERENCE")
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "ID")
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME")
      .replaceAll(/(?<=")[\w+/=-]{32,}(?=")/g, "HASH"),
  );

test("every route, and every function beside them, says how an alert could come out of it", () => {
  expect(Object.keys(waysOut).sort()).toEqual(routes.map(({ id }) => id).sort());
  const beside = functions.map(({ file }) => file).filter((file) => !file.startsWith("api/"));
  expect(Object.keys(waysBeside).sort()).toEqual(beside.sort());
  for (const [id, way] of Object.entries({ ...waysOut, ...waysBeside }))
    if ("nothing" in way) expect(way.nothing, id).toMatch(/^It .+\.$/);
});

describe.each(routes)("$id", ({ id, endpoint }) => {
  test("answers outsiders as if there were no such alert, and shows nothing of it", async () => {
    const way = ways[id];
    for (const who of outsiders) {
      const answers: unknown[] = [];
      for (const [of, place] of [
        [loud, alert],
        [silent, nowhere],
      ] as const)
        for (const [n, request] of requestsOf(id, endpoint, of, place).entries()) {
          const { status, json } = await of.call(who, ...request);
          await restore(of, begun.get(of) ?? []);
          const told = JSON.stringify(json);
          for (const canary of [CANARY, PERSON]) expect(told, `${who} ${request[1]}`).not.toContain(canary);
          if (isSuspended(who) && endpoint.access !== "public") expect(status).toBe(401);
          if (way !== undefined && "decides" in way && way.knownTo?.includes(who)) continue;
          expect(told, `${who} ${request[1]}`).not.toContain(`"${alert.reference}"`);
          if (!request[1].includes(alert.id)) expect(told).not.toContain(alert.id);
          if (way !== undefined && "decides" in way && way.countedBy?.includes(who)) continue;
          // What is about something else may come out of chance: a secret, a phrase, an order.
          const isCompared = way !== undefined && "decides" in way;
          const answer = isCompared ? { status, json: likened(json, place) } : { status };
          if (of === loud) answers[n] = answer;
          else expect(answers[n], `${who} ${request[1]}`).toEqual(answer);
        }
    }
  });
});

const shown = routes.flatMap(({ id, endpoint }) => {
  const way = ways[id];
  return way !== undefined && "decides" in way && !("nothing" in way.shows)
    ? [{ id, endpoint, who: way.shows[0], what: way.shows[1] }]
    : [];
});

/** What of the alert is in these answers: the most that any of them says. */
const strongest = (answers: readonly string[]): Shown | undefined => {
  const holds = (trace: string): boolean => answers.some((told) => told.includes(trace));
  if (holds(PERSON)) return "parties";
  if (holds(CANARY)) return "words";
  return holds(alert.reference) || holds(alert.id) ? "name" : undefined;
};

const answersTo = async (who: string, id: string, endpoint: Endpoint) => {
  const statuses: number[] = [];
  const bodies: string[] = [];
  for (const request of requestsOf(id, endpoint, loud, alert)) {
    const { status, json } = await loud.call(who, ...request);
    await restore(loud, begun.get(loud) ?? []);
    statuses.push(status);
    bodies.push(JSON.stringify(json));
  }
  return { statuses, bodies };
};

test.each(shown)("$id shows $who $what, so that there is something to keep from others", async (route) => {
  const { id, endpoint, who, what } = route;
  const inside = await answersTo(who, id, endpoint);
  expect(strongest(inside.bodies) ?? "existence").toBe(what);
  const outside = await answersTo(`DE ${who.split(" ")[1]}`, id, endpoint);
  expect(strongest(outside.bodies)).toBeUndefined();
  if (what === "existence") expect(inside.statuses).not.toEqual(outside.statuses);
});

const toNobodyElse = routes.filter(({ id }) => {
  const way = ways[id];
  return way !== undefined && !("decides" in way && "0" in way.shows && way.shows[1] === "parties");
});

test.each(toNobodyElse)(
  "$id names no person to the author or a reader, who may read them elsewhere",
  async (route) => {
    for (const who of ["FR contact-point", "FR releaser", "KE officer", "KE alerts/read"]) {
      const { bodies } = await answersTo(who, route.id, route.endpoint);
      expect(bodies.join(), who).not.toContain(PERSON);
    }
  },
);

test("a former reader who acknowledged it reads it on, and nobody else of the removed does", async () => {
  const { call, store } = loud;
  const removed = membershipItems({
    group: "ipr",
    administration: "KE",
    history: "all",
    intervals: [{ from: "2026-10-01T00:00:00.000Z", until: "2026-10-02T00:00:00.000Z" }],
  });
  await store.writeMany(removed.map((put) => ({ put })));
  expect((await call("KE reader", "GET", `/v1/alerts/${alert.id}`)).status).toBe(200);
  await store.writeMany([{ delete: { pk: `ALT#${alert.id}`, sk: "ACK#KE" } }]);
  expect((await call("KE reader", "GET", `/v1/alerts/${alert.id}`)).status).toBe(404);
  await restore(loud, begun.get(loud) ?? []);
});

// But for what the secretariat did to it itself, by its reference, which its own trail names.
test("no item that an outsider's pages are made of names it", () => {
  const codes = ["DE", "SE", "BE", "AT", "WCO"];
  const ofOutsider = ({ pk }: Item): boolean =>
    pk === "FEED#ipr" || codes.some((code) => pk.endsWith(`#${code}`) && pk !== "AUD#WCO");
  for (const item of (begun.get(loud) ?? []).filter(ofOutsider)) {
    const stored = JSON.stringify(item);
    for (const trace of [CANARY, alert.id, alert.reference])
      expect(stored, `${item.pk} ${item.sk}`).not.toContain(trace);
  }
});

test("it is posted in the feeds of its author and its reader alone, so that no outsider's filter comes past it", () => {
  const posted = (begun.get(loud) ?? []).filter(({ pk }) => pk.startsWith("IDX#"));
  const scopes = new Set(posted.map(({ pk }) => pk.split("#").slice(1, -1).join("#")));
  expect([...scopes].sort()).toEqual(["ipr#FR", "ipr#KE"]);
  for (const trace of [CANARY, PERSON, alert.id, alert.reference])
    expect(JSON.stringify(posted)).not.toContain(trace);
});

test("a hand-over that names an outsider tells nobody, and one that names a reader carries none of its texts", async () => {
  const { store } = loud;
  const published: { readonly topic: string; readonly notice: unknown }[] = [];
  const at = new Date().toISOString();
  await store.writeMany(
    ["KE", "DE", "SE", "BE", "AT", "WCO"].flatMap((administration) => [
      {
        put: endpointItem({
          id: `${administration} desk`,
          administration,
          channel: "email",
          address: `desk@${administration.toLowerCase()}.example`,
          state: "active",
          topic: `topic of ${administration}`,
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
          endpoint: `${administration} desk`,
          language: "en",
          criteria: Criteria.parse({ group: "ipr" }),
          revision: 1,
          createdBy: v7(),
          createdAt: at,
          changedAt: at,
        }),
      },
    ]),
  );
  const handOver = handingOver({
    store,
    topics: { ...loud.topics, publish: async (topic, _, notice) => void published.push({ topic, notice }) },
    consoleUrl: "https://console.example",
    clock: () => new Date(),
    newId: v7,
  });
  for (const administration of ["DE", "SE", "BE", "AT", "WCO"])
    await handOver({ alert: alert.id, version: 1, administration });
  expect(published).toEqual([]);
  await handOver({ alert: alert.id, version: 1, administration: "KE" });
  expect(published.map(({ topic }) => topic)).toEqual(["topic of KE"]);
  expect(JSON.stringify(published)).toContain(alert.reference);
  expect(JSON.stringify(published)).not.toContain(CANARY);
  await restore(loud, begun.get(loud) ?? []);
});
