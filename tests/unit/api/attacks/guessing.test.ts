import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { content } from "../exchange.ts";
import type { Thing } from "../matrix-world.ts";
import {
  type AttackedWorld,
  addressOf,
  attackedWorld,
  attackers,
  attackersOf,
  attemptOn,
  type Route,
  routes,
  thingsOf,
} from "./attacked-world.ts";

let world: AttackedWorld;
beforeAll(async () => {
  world = await attackedWorld();
});

afterEach(() => world.restore());

const SAMPLES = 60;
const WARMING = 15;

/** How often the first of two takes longer: a half where nobody can tell them apart. */
const oftenLonger = (ones: readonly number[], others: readonly number[]): number => {
  let longer = 0;
  for (const one of ones) for (const other of others) longer += one > other ? 1 : one === other ? 0.5 : 0;
  return longer / ones.length / others.length;
};

/** Things of others that the caller can know nothing of. */
const hidden = (things: Readonly<Record<string, Thing>>): readonly (readonly [string, Thing])[] =>
  Object.entries(things).filter(([place]) =>
    ["fellow-draft", "fellow-elsewhere", "other-group", "stranger"].includes(place),
  );

const ask = async (route: Route, who: string, thing: Thing) => {
  const attempt = attemptOn(route, thing);
  const began = performance.now();
  const { status } = await world.call(who, attempt.method, addressOf(attempt), attempt.body, attempt.headers);
  return { status, took: performance.now() - began };
};

describe("how long an answer takes", () => {
  const timed = routes.filter(
    (route) =>
      route.endpoint.access !== "public" && route.reach.kind !== "nothing" && attackersOf(route).length > 0,
  );

  // That both are looked for by the same reads, which is what takes time in the exchange, the matrix holds. What is left is
  // computing: to read a stored head takes some hundredths of a millisecond, to read a table some milliseconds.
  test("tells nobody whether something is there: of what is hidden and what never was, neither takes longer as a rule", async () => {
    let compared = 0;
    for (const route of timed) {
      const who = attackersOf(route)[0] ?? "nobody";
      const things: Readonly<Record<string, Thing>> = world.kinds[route.reach.kind](who);
      const never = things["never"] ?? { id: "" };
      for (const [place, thing] of hidden(things)) {
        if ((await ask(route, who, thing)).status !== 404) continue;
        const [there, nowhere]: [number[], number[]] = [[], []];
        // By turns, so that what else the machine does meets both.
        for (let n = 0; n < SAMPLES + WARMING; n++) {
          const pair = [
            [there, thing],
            [nowhere, never],
          ] as const;
          for (const [times, about] of n % 2 === 0 ? pair : pair.toReversed())
            times.push((await ask(route, who, about)).took);
        }
        const share = oftenLonger(there.slice(WARMING), nowhere.slice(WARMING));
        expect(share, `${route.id} on ${place}`).toBeGreaterThan(0.15);
        expect(share, `${route.id} on ${place}`).toBeLessThan(0.85);
        compared += 1;
      }
    }
    expect(world.changes()).toEqual([]);
    expect(compared).toBeGreaterThan(30);
  }, 180_000);

  test("would be told apart, were there more to do for one of both", () => {
    const quick = Array.from({ length: SAMPLES }, (_, n) => 1 + n / SAMPLES);
    expect(oftenLonger(quick, quick)).toBeCloseTo(0.5);
    expect(
      oftenLonger(
        quick.map((time) => time + 0.5),
        quick,
      ),
    ).toBeGreaterThan(0.85);
  });
});

/** Everything that France's people and systems can ask for to read, by who asks and where. */
const everythingToRead = (): readonly (readonly [string, string])[] =>
  routes
    .filter(({ endpoint }) => endpoint.method === "GET" && endpoint.access !== "public")
    .flatMap((route) =>
      attackersOf(route).flatMap((who) =>
        thingsOf(world, route, who).map((thing) => [who, addressOf(attemptOn(route, thing))] as const),
      ),
    );

const read = async (all: readonly (readonly [string, string])[]) => {
  const answers: { asked: string; status: number; json: unknown }[] = [];
  for (const [who, address] of all) {
    const { status, json } = await world.call(who, "GET", address);
    answers.push({ asked: `${who} ${address}`, status, json });
  }
  return answers;
};

/** Kenya and Sweden do, and have, more that is nothing to France. */
const goOnInSecret = async () => {
  const does = async (...request: Parameters<AttackedWorld["call"]>) => {
    const answer = await world.call(...request);
    expect(answer.status, JSON.stringify(answer.json)).toBeLessThan(300);
    return answer;
  };
  const alerts = [
    { audience: { kind: "administrations", administrations: ["DE"] } },
    { group: "operation-stop", audience: { kind: "group" } },
  ];
  for (const change of alerts) {
    const { json, etag } = await does("KE contact-point", "POST", "/v1/alerts", { ...content, ...change });
    await does("KE contact-point", "POST", `/v1/alerts/${json.id}/release`, undefined, { "If-Match": etag });
  }
  await does("KE contact-point", "POST", "/v1/alerts", content);
  for (const code of ["KE", "SE"]) {
    const person = { name: "Secret", email: `secret@${code.toLowerCase()}.example`, roles: ["officer"] };
    await does(`${code} contact-point`, "POST", "/v1/users", person);
    await does(`${code} contact-point`, "POST", "/v1/subscriptions", {
      destination: { channel: "sms", address: "+33140246599" },
      language: "fr",
      criteria: { group: "operation-stop" },
    });
  }
  await does("SE contact-point", "PUT", "/v1/groups/operation-stop/members/DE");
};

describe("what others do among themselves", () => {
  test("changes no list, count, error or version that anybody outside can read", async () => {
    const all = everythingToRead();
    expect(all.length).toBeGreaterThan(100);
    const before = await read(all);
    await goOnInSecret();
    const after = await read(all);
    for (const [n, answer] of before.entries()) expect(after[n], answer.asked).toEqual(answer);
  }, 120_000);

  test("leaves no gap in the references of what everybody may read", async () => {
    const referenceOfNext = async (): Promise<number> => {
      const all = { ...content, audience: { kind: "group" } };
      const { json, etag } = await world.call("FR contact-point", "POST", "/v1/alerts", all);
      const path = `/v1/alerts/${json.id}/release`;
      const released = await world.call("FR contact-point", "POST", path, undefined, { "If-Match": etag });
      return Number(/-(\d{6})$/.exec(released.json.reference)?.[1]);
    };
    const first = await referenceOfNext();
    await goOnInSecret();
    expect(await referenceOfNext()).toBe(first + 1);
  });

  test("makes a group's short name neither free nor taken to who is not in it", async () => {
    for (const who of attackers) {
      const ofOthers = await world.call(who, "GET", "/v1/alerts?group=operation-stop");
      const ofNobody = await world.call(who, "GET", "/v1/alerts?group=operation-never");
      expect([ofOthers.status, ofOthers.json], who).toEqual([ofNobody.status, ofNobody.json]);
    }
  });
});
