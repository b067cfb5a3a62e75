import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { unnamed } from "../../../shared/adapters/records/rate.ts";
import { rateLimits, WINDOW_SECONDS, windowAt } from "../../../shared/domain/rate-limit.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { CODE, type Exchange, exchange } from "./exchange.ts";
import { connect } from "./systems.ts";

/** Ten seconds into a minute. */
const BEGAN = Date.parse("2026-11-25T10:00:10Z");

let of: Exchange;
let counters: ReturnType<typeof memoryRecordStore>;
let tallied: number;

const limited = (store: RecordStore): RecordStore => {
  counters = memoryRecordStore();
  return {
    ...store,
    tally: (...asked) => {
      tallied += 1;
      return counters.tally(...asked);
    },
  };
};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: BEGAN });
  tallied = 0;
  of = await exchange(limited);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

type Request = Parameters<Exchange["call"]>;
const times = async (count: number, ...request: Request) => {
  const statuses: number[] = [];
  for (let n = 0; n < count; n++) statuses.push((await of.call(...request)).status);
  return statuses;
};
const me = (who: string): Request => [who, "GET", "/v1/me"];
const status = async (...request: Request) => (await of.call(...request)).status;

/** So many requests were made in this minute already, of a whole administration or by way of one proxy. */
const alreadyMade = (whose: string, all: number, each: Readonly<Record<string, number>> = {}) =>
  counters.writeMany([
    { put: { pk: `RATE#${whose}`, sk: String(windowAt(new Date()).number), all, ...each } },
  ]);

describe("a person", () => {
  test("is served up to the limit, then told how long to wait, and served again after it", async () => {
    const statuses = await times(rateLimits.person, ...me("FR officer"));
    expect(new Set(statuses)).toEqual(new Set([200]));
    const { status: refusal, headers, json } = await of.call(...me("FR officer"));
    expect(refusal).toBe(429);
    expect(headers["retry-after"]).toBe("50");
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(json).toMatchObject({
      title: "Too many requests",
      detail: "You made too many requests in a minute. Go on in 50 s.",
    });
    vi.setSystemTime(BEGAN + 49_999);
    expect(await status(...me("FR officer"))).toBe(429);
    vi.setSystemTime(BEGAN + 50_000);
    expect(await status(...me("FR officer"))).toBe(200);
  });

  test("who floods leaves everybody else as they were, in the own administration and in others", async () => {
    await times(rateLimits.person + 5, ...me("FR officer"));
    expect(await status(...me("FR officer"))).toBe(429);
    for (const who of ["FR reader", "KE officer", "WCO operator"]) expect(await status(...me(who))).toBe(200);
  });

  test("is counted whatever is asked, and however it ends", async () => {
    const asked: Request[] = [
      me("FR officer"),
      ["FR officer", "GET", "/v1/users"],
      ["FR officer", "POST", "/v1/alerts", "no json"],
      ["FR officer", "GET", "/v1/alerts/01920000-0000-7000-8000-000000000000"],
      ["FR officer", "DELETE", "/v1/me"],
      ["FR officer", "GET", "/v1/nothing-here".replace("nothing-here", "alerts/a/b/c")],
    ];
    for (let n = 0; n < rateLimits.person / asked.length; n++)
      for (const each of asked) await of.call(...each);
    for (const each of asked) expect(await status(...each)).toBe(429);
  });

  test("cannot be locked out by somebody without a token of theirs", async () => {
    await times(rateLimits.address + 10, "nobody", "GET", "/v1/me");
    await times(rateLimits.address + 10, "nobody", "GET", "/v1/sign-in/FR");
    expect(await status(...me("FR officer"))).toBe(200);
  });
});

test("a system has limits of its own, and leaves its administration's people theirs", async () => {
  const system = await connect(of.store, "FR", ["alerts/read"]);
  of.systems.set("FR system", system);
  const asked: Request = ["FR system", "GET", "/v1/alerts"];
  await alreadyMade("FR", rateLimits.systemAccount, { [system.client]: rateLimits.systemAccount - 1 });
  expect(await status(...asked)).toBe(200);
  const { status: refusal, json } = await of.call(...asked);
  expect(refusal).toBe(429);
  expect(json.detail).toMatch(/^This system made too many requests in a minute\. /);
  expect(await status(...me("FR officer"))).toBe(200);
});

test("a secret that ended uses up nothing of the one that took its place", async () => {
  const good = await connect(of.store, "FR", ["alerts/read"]);
  of.systems.set("FR system", good);
  of.systems.set("FR thief", { ...good, client: "endedclient" });
  const statuses = await times(rateLimits.systemAccount + 1, "FR thief", "GET", "/v1/alerts");
  expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
  expect(await status("FR system", "GET", "/v1/alerts")).toBe(200);
});

test("requests at the same moment do not go beyond the limit together", async () => {
  const all = await Promise.all(
    Array.from({ length: rateLimits.person + 100 }, () => status(...me("FR officer"))),
  );
  expect(all.filter((each) => each === 200).length).toBe(rateLimits.person);
  expect(all.filter((each) => each === 429).length).toBe(100);
});

test("an administration that is over its limit by many people's requests is refused, and no other", async () => {
  await alreadyMade("FR", rateLimits.administration.member - 1);
  expect(await status(...me("FR officer"))).toBe(200);
  const { status: refusal, json } = await of.call(...me("FR reader"));
  expect(refusal).toBe(429);
  expect(json.detail).toBe(
    "Your administration's people and systems made too many requests in a minute. Go on in 50 s.",
  );
  for (const who of ["KE officer", "WCO operator"]) expect(await status(...me(who))).toBe(200);
});

test("an administration's limit is by its kind", async () => {
  for (const code of ["FR", "WCO"]) await alreadyMade(code, rateLimits.administration.member);
  expect(await status(...me("FR officer"))).toBe(429);
  expect(await status(...me("WCO operator"))).toBe(200);
});

describe("somebody who is not signed in", () => {
  const from = (address: string) => ({ "X-Forwarded-For": `${address}, 198.51.100.1` });
  const signIn = (administration: string, address: string): Request => [
    "nobody",
    "GET",
    `/v1/sign-in/${administration}`,
    undefined,
    from(address),
  ];

  test("is counted by address, as the last proxy saw it, and nobody else with them", async () => {
    for (let n = 0; n < rateLimits.address; n++) await of.call(...signIn(`A${n}`, "203.0.113.7"));
    expect(await status(...signIn("FR", "203.0.113.7"))).toBe(429);
    expect(await status(...signIn("FR", "192.0.2.1, 203.0.113.7"))).toBe(429);
    expect(await status(...signIn("FR", "203.0.113.8"))).toBe(200);
    expect(await status(...me("FR officer"))).toBe(200);
  });

  test("gains little by inventing addresses: all are within what one proxy may hand on", async () => {
    await alreadyMade(unnamed("address "), rateLimits.proxy - 1);
    expect(await status(...signIn("FR", "2001:db8::1"))).toBe(200);
    expect(await status(...signIn("FR", "203.0.113.9"))).toBe(429);
  });

  test("is one by all addresses of an IPv6 network", async () => {
    for (let n = 0; n < rateLimits.thing; n++)
      await of.call(...signIn("FR", `2001:db8:1:2::${n.toString(16)}`));
    expect(await status(...signIn("FR", "2001:DB8:0001:2:a:b:c:d"))).toBe(429);
    expect(await status(...signIn("FR", "2001:db8:1:3::1"))).toBe(200);
  });

  test("guesses at one thing no faster by other cases, encodings, methods or bodies", async () => {
    const { json } = await of.call("nobody", "POST", "/v1/registrations", {
      administration: "AU",
      termsVersion: "2026-11",
      contactPoints: [1, 2].map((n) => ({
        name: `Person ${n}`,
        function: "Head",
        email: `p${n}@customs.example`,
        phone: "+33140246510",
        language: "en",
      })),
    });
    const id = String(json.id);
    const variants: Request[] = [
      ["nobody", "GET", `/v1/registrations/${id}/status?secret=wrong`],
      ["nobody", "GET", `/v1/registrations/${id.toUpperCase()}/status?secret=wrong`],
      [
        "nobody",
        "GET",
        `/v1/registrations/%${id.charCodeAt(0).toString(16)}${id.slice(1)}/status?secret=wrong`,
      ],
      ["nobody", "GET", `/v1/registrations/${id.replace("0", "\uFF10")}/status?secret=wrong`],
      ["nobody", "POST", `/v1/registrations/${id}/confirm`, { code: "no code" }],
      ["nobody", "PUT", `/v1/registrations/${id}/confirm`, "{"],
      ["nobody", "HEAD", `/v1/registrations//${id}/status`],
    ];
    for (let n = 0; n < rateLimits.thing; n++) await of.call(...(variants[n % variants.length] as Request));
    for (const each of variants) expect(await status(...each), each[2]).toBe(429);
    // The applicant, at another address, is not held up by the guesser.
    expect(
      await status("nobody", "POST", `/v1/registrations/${id}/confirm`, { code: CODE }, from("203.0.113.8")),
    ).toBe(200);
  });
});

test("an instance that knows that a limit is reached asks the store no more within the minute", async () => {
  await times(rateLimits.person + 1, ...me("FR officer"));
  const asked = tallied;
  await times(100, ...me("FR officer"));
  expect(tallied).toBe(asked);
  vi.setSystemTime(BEGAN + WINDOW_SECONDS * 1000);
  expect(await status(...me("FR officer"))).toBe(200);
  expect(tallied).toBe(asked + 1);
});

test("where nothing can be counted, everybody is let through, and the operators are told", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const fault = new Error("throttled");
  of = await exchange((store) => ({ ...store, tally: () => Promise.reject(fault) }));
  const statuses = await times(rateLimits.person + 5, ...me("FR officer"));
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(log).toHaveBeenCalledWith(fault);
});

test("counting is under way while the caller is looked up", async () => {
  const order: string[] = [];
  of = await exchange((store) => ({
    ...store,
    tally: async (_, tallies) => {
      order.push("count begins");
      await Promise.resolve();
      order.push("count ends");
      return { added: true, counts: tallies.map(() => 1) };
    },
    getMany: (keys) => {
      order.push("caller begins");
      return store.getMany(keys);
    },
  }));
  await of.call(...me("FR officer"));
  expect(order.slice(0, 2)).toEqual(["count begins", "caller begins"]);
});
