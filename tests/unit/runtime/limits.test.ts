import type { APIGatewayProxyEvent } from "aws-lambda";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limiting } from "../../../functions/runtime/limits.ts";
import { memoryRecordStore } from "../../../shared/adapters/memory/record-store.ts";
import { TooManyRequests } from "../../../shared/domain/problem.ts";
import {
  networkOf,
  oneSpelling,
  rateLimits,
  WINDOW_SECONDS,
  windowAt,
} from "../../../shared/domain/rate-limit.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

const event = (authorizer: object): APIGatewayProxyEvent =>
  ({ path: "/v1/me", headers: {}, requestContext: { authorizer } }) as unknown as APIGatewayProxyEvent;

const callers = [
  { most: rateLimits.person, event: event({ administration: "FR", subject: "officer" }) },
  { most: rateLimits.person, event: event({ administration: "FR", subject: "reader" }) },
  { most: rateLimits.systemAccount, event: event({ administration: "FR", client: "system" }) },
  { most: rateLimits.person, event: event({ administration: "KE", subject: "officer" }) },
] as const;

/** Some milliseconds between asking and being answered, so that requests overtake one another. */
const late = (store: RecordStore, delays: () => number): RecordStore => ({
  ...store,
  tally: async (...asked) => {
    for (let turn = delays(); turn > 0; turn--) await Promise.resolve();
    const told = await store.tally(...asked);
    for (let turn = delays(); turn > 0; turn--) await Promise.resolve();
    return told;
  },
});

const bursts = fc.array(
  fc.record({
    caller: fc.nat({ max: callers.length - 1 }),
    instance: fc.nat({ max: 2 }),
    requests: fc.integer({ min: 1, max: 700 }),
    secondsLater: fc.integer({ min: 0, max: 40 }),
  }),
  { minLength: 1, maxLength: 12 },
);

test("in no minute is a caller served above the limit, or refused below it, whatever comes at once and where", async () => {
  await fc.assert(
    fc.asyncProperty(bursts, fc.infiniteStream(fc.nat({ max: 3 })), async (given, delays) => {
      let now = Date.parse("2026-11-25T10:00:00Z");
      const store = late(memoryRecordStore(), () => delays.next().value ?? 0);
      const instances = Array.from({ length: 3 }, () => limiting({ store, clock: () => new Date(now) }));
      const seen = new Map<string, { asked: number; served: number; most: number }>();
      for (const { caller, instance, requests, secondsLater } of given) {
        now += secondsLater * 1000;
        const { event: request, most } = callers[caller] ?? callers[0];
        const verdicts = await Promise.all(
          Array.from({ length: requests }, () => instances[instance]?.(request)),
        );
        const key = `${caller} ${windowAt(new Date(now)).number}`;
        const count = seen.get(key) ?? { asked: 0, served: 0, most };
        for (const verdict of verdicts) {
          count.asked += 1;
          try {
            verdict?.("member");
            count.served += 1;
          } catch (error) {
            expect(error).toBeInstanceOf(TooManyRequests);
          }
        }
        seen.set(key, count);
      }
      for (const { asked, served, most } of seen.values()) expect(served).toBe(Math.min(asked, most));
    }),
    { numRuns: 40 },
  );
});

test("a token of an account that was reset uses up nothing of the one that took its place", async () => {
  const now = new Date("2026-11-25T10:00:00Z");
  const count = limiting({ store: memoryRecordStore(), clock: () => now });
  const officer = (subject: string) => event({ administration: "FR", username: "officer", subject });
  for (let n = 0; n < rateLimits.person; n++) (await count(officer("reset")))("member");
  const [refused, served] = [await count(officer("reset")), await count(officer("made anew"))];
  expect(() => refused("member")).toThrow(TooManyRequests);
  expect(() => served("member")).not.toThrow();
});

test("how long to wait is to the end of the minute, and never more than one", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }), (now) => {
      const { number, secondsLeft } = windowAt(now);
      expect(secondsLeft).toBeGreaterThan(0);
      expect(secondsLeft).toBeLessThanOrEqual(WINDOW_SECONDS);
      const whole = Math.floor(now.getTime() / 1000) * 1000;
      expect(windowAt(new Date(whole + secondsLeft * 1000)).number).toBe(number + 1);
      expect(windowAt(new Date(whole + secondsLeft * 1000 - 1)).number).toBe(number);
    }),
  );
});

describe("one spelling", () => {
  test.each([
    ["FR", "fr"],
    ["%46R", "fr"],
    ["%66%72", "fr"],
    ["\uFF26\uFF32", "fr"],
    ["%EF%BC%A6R", "fr"],
    ["%", "%"],
  ])("of %s is %s", (given, spelling) => {
    expect(oneSpelling(given)).toBe(spelling);
  });
});

describe("a network", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    [" 203.0.113.7 ", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0DB8:0001:0002::", "2001:db8:1:2"],
    ["2001:db8::7", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["", ""],
    ["no address", "no address"],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
