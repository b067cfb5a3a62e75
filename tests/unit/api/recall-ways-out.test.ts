import { beforeAll, expect, test } from "vitest";
import type { Endpoint, Noun } from "../../../shared/contract/endpoint.ts";
import { nouns } from "../../../shared/contract/nouns.ts";
import type { Exchange } from "./exchange.ts";
import { reaches } from "./matrix-reach.ts";
import { addedTo, CANARY, recallExchange, recalledByFrance } from "./recalled.ts";
import { connect } from "./systems.ts";

/** Every endpoint about one alert or its files, as the contract has it: a new one is tried without being named here. */
const ways = Object.entries(nouns as Readonly<Record<string, Noun>>).flatMap(([noun, endpoints]) =>
  Object.entries(endpoints as Readonly<Record<string, Endpoint>>)
    .filter(([, { path }]) => path.startsWith("/v1/alerts/{id}") || path.startsWith("/v1/attachments/{id}"))
    .map(([name, endpoint]) => ({ name: `${noun}.${name}` as keyof typeof reaches, ...endpoint })),
);
/** What is left of a recalled alert has no word of it. */
const ofTheRecall = ["alerts.recall", "alerts.recallState", "alerts.confirmRecall"];
const askers = [
  "FR releaser",
  "FR officer",
  "KE contact-point",
  "KE reader",
  "KE system",
  "WCO operator",
  "DE releaser",
];

let of: Exchange;
let recalled: Awaited<ReturnType<typeof recalledByFrance>>;
let added: Awaited<ReturnType<typeof addedTo>>;

beforeAll(async () => {
  of = await recallExchange();
  of.systems.set("KE system", await connect(of.store, "KE", ["alerts/read", "alerts/write"]));
  recalled = await recalledByFrance(of, {}, async (released) => {
    added = await addedTo(of, released);
  });
});

/** Where the alert and what was added to it are kept: nobody is led there any more. */
const isKept = (pk: string): boolean =>
  [`ALT#${recalled.id}`, `NOM#ALT#${recalled.id}`, `ATT#${added.attachment}`].includes(pk);
/** What an entry of a trail adds is no change of the alert, nor of what was added to it. */
const ofAlert = () => of.store.items().filter(({ pk }) => isKept(pk));

/** The ids of what was there, so that it is the recall that hides it. */
const partsOf = () => ({ request: added.request, followUp: added.followUp, version: "1" });

const ask = (who: string, way: (typeof ways)[number]) => {
  const { body, part } = reaches[way.name];
  const id = way.path.startsWith("/v1/attachments") ? added.attachment : recalled.id;
  const named = new Map<string, string>(Object.entries(partsOf()));
  const address = way.path
    .replace("{id}", id)
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => named.get(name) ?? part ?? recalled.id);
  const thing = { id: recalled.id };
  return of.call(who, way.method, address, body?.(thing), { "If-Match": '"version-2"' });
};

test.each(ways.filter(({ name }) => !ofTheRecall.includes(name)))(
  "$name says nothing of what was recalled, to anybody, and changes nothing of it",
  async (way) => {
    for (const who of askers) {
      const before = ofAlert();
      const answer = await ask(who, way);
      expect(answer.status, who).toBeGreaterThanOrEqual(400);
      expect(JSON.stringify(answer.json)).not.toContain(CANARY);
      expect(ofAlert()).toEqual(before);
      // Whoever could read it is told what became of it; to all others it stays unknown.
      if (way.method === "GET" && way.access === "alerts.read" && who.startsWith("KE"))
        expect(answer.status).toBe(410);
      if (who.startsWith("DE")) expect([403, 404]).toContain(answer.status);
    }
  },
);

test.each(ways.filter(({ name }) => ofTheRecall.includes(name)))(
  "$name says which alert it was and why it is gone, and nothing else",
  async (way) => {
    for (const who of askers) {
      const answer = await ask(who, way);
      expect(JSON.stringify(answer.json)).not.toContain(CANARY);
    }
  },
);

test("no list of what waits has anything of it, and its files are in none", async () => {
  for (const who of askers) {
    const tasks = await of.call(who, "GET", "/v1/alert-follow-ups");
    if (tasks.status === 200) expect(tasks.json.items, who).toEqual([]);
    const files = await of.call(who, "GET", `/v1/attachments?alert=${recalled.id}`);
    expect(files.status, who).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify([tasks.json, files.json])).not.toContain(CANARY);
  }
});

test("who is told of the recall is told no word of it", () => {
  expect(JSON.stringify(recalled.handOvers)).not.toContain(CANARY);
});

test.each(["", "?unacknowledged=true", "?group=ipr", "?group=ipr&unacknowledged=false"])(
  "no list has more of it than its reference: /v1/alerts%s",
  async (query) => {
    for (const who of ["FR releaser", "KE reader", "WCO operator", "DE reader"]) {
      const { json } = await of.call(who, "GET", `/v1/alerts${query}`);
      expect(JSON.stringify(json)).not.toContain(CANARY);
    }
    const rows = (await of.call("FR reader", "GET", "/v1/alerts")).json.items;
    expect(rows).toMatchObject([
      { reference: recalled.reference, state: "recalled", title: "", categories: [], countries: [] },
    ]);
  },
);

test("its reference finds what is left of it, and nothing for those who never could see it", async () => {
  const rows = async (who: string) =>
    (await of.call(who, "GET", `/v1/alerts?reference=${recalled.reference}`)).json.items;
  expect(await rows("KE reader")).toMatchObject([
    { state: "recalled", title: "", recalled: { reason: expect.any(String) } },
  ]);
  expect(await rows("DE reader")).toEqual([]);
});

test("what it said stays in the store as evidence, out of everybody's reach", () => {
  const versions = ofAlert().filter(({ sk }) => sk.startsWith("V#"));
  expect(JSON.stringify(versions)).toContain(CANARY);
  const elsewhere = of.store.items().filter(({ pk }) => !isKept(pk));
  expect(elsewhere.filter((item) => JSON.stringify(item).includes(CANARY)).map(({ pk }) => pk)).toEqual([]);
});
