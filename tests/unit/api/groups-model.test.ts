import fc from "fast-check";
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { handingOver } from "../../../functions/queues/hand-over/handing-over.ts";
import { disseminate } from "../../../functions/streams/dispatch/disseminate.ts";
import { endpointItem, subscriptionItem } from "../../../shared/adapters/records/subscriptions.ts";
import { newCode } from "../../../shared/domain/one-time-code.ts";
import type { HandOver } from "../../../shared/domain/outbox.ts";
import { content, type Exchange, exchange } from "./exchange.ts";
import { admitAll, settle } from "./people.ts";

const START = Date.parse("2026-11-20T08:00:00.000Z");
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

/** France owns the group; the others come and go. */
const others = ["DE", "KE", "SE"] as const;
const all = ["FR", ...others] as const;
type Code = (typeof all)[number];

/** What is done to the group, a second apart. */
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("admit" as const), code: fc.constantFrom(...others) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("remove" as const), code: fc.constantFrom(...others) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("release" as const),
      code: fc.constantFrom(...all),
      /** Nobody named: the whole group. */
      to: fc.oneof(
        fc.constant<Code[]>([]),
        fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 2 }),
      ),
      /** Carried out at once, or after everything else has happened. */
      late: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("acknowledge" as const),
      code: fc.constantFrom(...others),
      which: fc.nat(9),
    }),
  },
);

interface Released {
  readonly id: string;
  readonly at: number;
  readonly author: Code;
  readonly to: readonly Code[];
}

/** Who was in when, written down as it happens, without anything of what is tested. */
const model = (history: "all" | "from-admission") => {
  const stays = new Map<Code, { from: number; until: number }[]>([
    ["FR", [{ from: START, until: Infinity }]],
  ]);
  const inside = (code: Code, at: number) =>
    (stays.get(code) ?? []).some(({ from, until }) => from <= at && at < until);
  const released: Released[] = [];
  const acknowledged = new Set<string>();
  const addressed = (code: Code, { to }: Released) => to.length === 0 || to.includes(code);
  return {
    inside,
    released,
    acknowledged,
    wasEver: (code: Code) => stays.has(code),
    admit: (code: Code, at: number) => {
      if (!inside(code, at)) stays.set(code, [...(stays.get(code) ?? []), { from: at, until: Infinity }]);
    },
    remove: (code: Code, at: number) => {
      const last = stays.get(code)?.at(-1);
      if (last) last.until = Math.min(last.until, at);
    },
    told: (alert: Released): readonly Code[] =>
      all.filter((code) => code === alert.author || (inside(code, alert.at) && addressed(code, alert))),
    maySee: (code: Code, alert: Released, now: number): boolean =>
      code === alert.author ||
      acknowledged.has(`${code} ${alert.id}`) ||
      (addressed(code, alert) && (inside(code, alert.at) || (history === "all" && inside(code, now)))),
  };
};

const make = async (history: "all" | "from-admission") => {
  const of = await exchange();
  await settle(of.store, "SE");
  for (const [who, id] of await admitAll(of.store, "SE")) of.people.set(who, id);
  const born = { revision: 1, createdAt: "2026-11-01T00:00:00.000Z", changedAt: "2026-11-01T00:00:00.000Z" };
  // Everybody has an address that hears of everything in the group, for as long as it hears of anything.
  await of.store.writeMany(
    all.flatMap((code) => [
      {
        put: endpointItem({
          ...born,
          id: "desk",
          administration: code,
          channel: "email",
          address: `desk@${code.toLowerCase()}.example`,
          state: "active",
          topic: `topic of ${code}`,
          code: newCode(v7(), new Date(START)),
        }),
      },
      {
        put: subscriptionItem({
          ...born,
          id: v7(),
          administration: code,
          kind: "duty",
          endpoint: "desk",
          language: "en",
          criteria: {
            group: "exercise",
            minimumSeverity: "low",
            types: [],
            categories: [],
            hsPrefixes: [],
            countries: [],
          },
          createdBy: v7(),
        }),
      },
    ]),
  );
  const made = await of.call("WCO operator", "POST", "/v1/groups", {
    kind: "operation",
    id: "exercise",
    name: "Operation (exercise)",
    from: "2026-11-20T00:00:00.000Z",
    until: "2026-12-20T00:00:00.000Z",
    history,
    owner: "FR",
  });
  expect(made.status).toBe(201);
  return of;
};

/** Every page of a list, three rows each. */
const listed = async ({ call }: Exchange, code: Code, search: string): Promise<readonly string[]> => {
  const ids: string[] = [];
  let cursor = "";
  for (let pages = 0; pages < 30; pages++) {
    const { json, status } = await call(`${code} reader`, "GET", `/v1/alerts?limit=3${search}${cursor}`);
    if (status === 404) return ["unknown"];
    expect(status).toBe(200);
    ids.push(...json.items.map(({ id }: { id: string }) => id));
    if (json.nextCursor === null) return ids;
    cursor = `&cursor=${json.nextCursor}`;
  }
  throw new Error("The list has no end");
};

test.each(["all", "from-admission"] as const)(
  "with history %s, nobody is ever told or shown what a naive model of comings and goings does not grant",
  async (history) => {
    let refused = 0;
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
        let now = START;
        const tick = () => {
          now += 1000;
          vi.setSystemTime(now);
        };
        vi.setSystemTime(now);
        const of = await make(history);
        const expected = model(history);
        const member = (code: Code) => `/v1/groups/exercise/members/${code}`;
        const heard: string[] = [];
        const handOver = handingOver({
          store: of.store,
          topics: { ...of.topics, publish: async (topic) => void heard.push(topic.replace("topic of ", "")) },
          consoleUrl: "https://console.example",
          clock: () => new Date(),
          newId: () => v7(),
        });
        const late: (() => Promise<void>)[] = [];

        for (const each of steps) {
          tick();
          if (each.kind === "admit" || each.kind === "remove") {
            const { etag, status } = await of.call("FR releaser", "GET", member(each.code));
            const method = each.kind === "admit" ? "PUT" : "DELETE";
            if (method === "DELETE" && status === 404) continue;
            const headers: Record<string, string> = status === 404 ? {} : { "If-Match": etag };
            await of.call("FR releaser", method, member(each.code), undefined, headers);
            if (each.kind === "admit") expected.admit(each.code, now);
            else expected.remove(each.code, now);
          } else if (each.kind === "release") {
            const audience =
              each.to.length === 0
                ? { kind: "group" }
                : { kind: "administrations", administrations: each.to };
            const mayAddress = each.to.every((code) => expected.inside(code, now));
            const draft = await of.call(`${each.code} officer`, "POST", "/v1/alerts", {
              ...content,
              group: "exercise",
              audience,
            });
            if (!expected.inside(each.code, now) || !mayAddress) {
              expect(draft.status).toBe(422);
              refused += 1;
              continue;
            }
            const { status } = await of.call(
              `${each.code} releaser`,
              "POST",
              `/v1/alerts/${draft.json.id}/release`,
              undefined,
              { "If-Match": draft.etag },
            );
            expect(status).toBe(200);
            const alert: Released = { id: draft.json.id, at: now, author: each.code, to: each.to };
            expected.released.push(alert);
            const carryOut = async () => {
              const handOvers: readonly HandOver[] = await disseminate(of.store, {
                alert: alert.id,
                version: 1,
              });
              const told = handOvers.map(({ administration }) => administration).sort();
              expect(told).toEqual([...expected.told(alert)].sort());
              heard.length = 0;
              for (const message of handOvers) await handOver(message);
              expect(heard.sort()).toEqual(told);
            };
            if (each.late) late.push(carryOut);
            else await carryOut();
          } else {
            const alert = expected.released[each.which % Math.max(1, expected.released.length)];
            if (alert === undefined || alert.author === each.code) continue;
            const { status } = await of.call(
              `${each.code} duty`,
              "PUT",
              `/v1/alerts/${alert.id}/acknowledgement`,
              { result: "no-trace" },
            );
            const may = expected.maySee(each.code, alert, now);
            const before = expected.acknowledged.has(`${each.code} ${alert.id}`);
            expect(status).toBe(may ? (before ? 428 : 200) : 404);
            if (may) expected.acknowledged.add(`${each.code} ${alert.id}`);
          }
        }
        tick();
        for (const carryOut of late) await carryOut();

        for (const code of all) {
          const may = expected.released.filter((alert) => expected.maySee(code, alert, now));
          const ids = may.map(({ id }) => id).reverse();
          expect(await listed(of, code, "&group=exercise")).toEqual(
            expected.wasEver(code) ? ids : ["unknown"],
          );
          expect(await listed(of, code, "")).toEqual(ids);
          for (const alert of expected.released) {
            const { status } = await of.call(`${code} reader`, "GET", `/v1/alerts/${alert.id}`);
            expect(status).toBe(may.includes(alert) ? 200 : 404);
          }
          shown += ids.length;
        }
      }),
      { numRuns: 25 },
    );
    expect(refused).toBeGreaterThan(5);
    expect(shown).toBeGreaterThan(100);
  },
  60_000,
);
