import { beforeAll, expect, test } from "vitest";
import type { Endpoint, Noun } from "../../../shared/contract/endpoint.ts";
import { nouns } from "../../../shared/contract/nouns.ts";
import type { Exchange } from "./exchange.ts";
import { reaches } from "./matrix-reach.ts";
import { CANARY, recallExchange, recalledByFrance } from "./recalled.ts";
import { connect } from "./systems.ts";

/** Every endpoint about one alert, as the contract has it: a new one is tried without being named here. */
const ways = Object.entries(nouns as Readonly<Record<string, Noun>>).flatMap(([noun, endpoints]) =>
  Object.entries(endpoints as Readonly<Record<string, Endpoint>>)
    .filter(([, { path }]) => path.startsWith("/v1/alerts/{id}"))
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

beforeAll(async () => {
  of = await recallExchange();
  of.systems.set("KE system", await connect(of.store, "KE", ["alerts/read", "alerts/write"]));
  recalled = await recalledByFrance(of);
});

/** What an entry of a trail adds is no change of the alert. */
const ofAlert = () => of.store.items().filter(({ pk }) => pk === `ALT#${recalled.id}`);

const ask = (who: string, way: (typeof ways)[number]) => {
  const { body, part } = reaches[way.name];
  const address = way.path.replace("{id}", recalled.id).replaceAll(/\{\w+\}/g, part ?? recalled.id);
  const thing = { id: recalled.id };
  return of.call(who, way.method, address, body?.(thing), { "If-Match": '"version-1"' });
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
  const elsewhere = of.store.items().filter(({ pk }) => pk.startsWith("FEED#") || pk.startsWith("GRP#"));
  expect(JSON.stringify(elsewhere)).not.toContain(CANARY);
});
