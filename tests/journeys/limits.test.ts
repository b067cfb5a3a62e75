import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { unnamed } from "../../shared/adapters/records/rate.ts";
import { rateLimits, WINDOW_SECONDS, windowAt } from "../../shared/domain/rate-limit.ts";
import { request, run, store, system, tokenOf } from "./system.ts";

const bearer = async (administration: string, role: string) => ({
  authorization: `Bearer ${await tokenOf(administration, role)}`,
});

const retryAfter = async (headers: Readonly<Record<string, string>>): Promise<number> => {
  const answer = await fetch(`${system.apiUrl}/me`, { headers });
  expect(answer.status).toBe(429);
  return Number(answer.headers.get("retry-after"));
};

/** Far enough from its end for what is asked in it. */
const freshMinute = async (): Promise<number> => {
  const { secondsLeft } = windowAt(new Date());
  if (secondsLeft < 30) await sleep(secondsLeft * 1000);
  return windowAt(new Date()).number;
};

/** A person counts by their account of the pool, which a token names. */
const subjectOf = async (administration: string, role: string): Promise<string> => {
  const [, payload = ""] = (await tokenOf(administration, role)).split(".");
  return String(JSON.parse(Buffer.from(payload, "base64url").toString()).sub);
};

/** The emulator would need a minute for so many requests: all but the last few are written into the minute's item. */
const alreadyMade = async (
  administration: string,
  minute: number,
  counts: Readonly<Record<string, number>>,
) => {
  const key = { pk: `RATE#${administration}`, sk: String(minute) };
  const there = (await store.get(key)) ?? key;
  await store.writeMany([{ put: { ...there, ...counts, expiresAt: (minute + 2) * WINDOW_SECONDS } }]);
};

test("a person who floods is told to wait, nobody else is, and after the wait the person is served again", async () => {
  const [flooding, colleague, other] = [
    await bearer("FR", "reader"),
    await bearer("FR", "officer"),
    await bearer("DE", "reader"),
  ];
  const id = await subjectOf("FR", "reader");
  await alreadyMade("FR", await freshMinute(), { all: rateLimits.person, [id]: rateLimits.person - 5 });

  const answers = [];
  for (let n = 0; n < 12; n++) answers.push(await request("GET", "/me", { headers: flooding }));
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 200).length).toBe(5);
  expect(refused.length).toBe(7);
  const [first] = refused;
  const wait = await retryAfter(flooding);
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(WINDOW_SECONDS);
  expect(first).toMatchObject({
    type: expect.stringMatching(/^application\/problem\+json/),
    json: {
      type: "https://ipr-cencomm.example/problems/too-many-requests",
      detail: expect.stringMatching(/^You made too many requests in a minute\. Go on in \d+ s\.$/),
    },
  });
  expect((await request("GET", "/me", { headers: colleague })).status).toBe(200);
  expect((await request("GET", "/me", { headers: other })).status).toBe(200);
  // Another function's instance has not seen the refusal, and finds it in the table.
  expect((await request("GET", "/alerts", { headers: flooding })).status).toBe(429);

  await sleep((wait + 1) * 1000);
  expect((await request("GET", "/me", { headers: flooding })).status).toBe(200);
});

test("somebody who is not signed in and floods is told to wait, and holds nobody else up", async () => {
  // Addresses for documentation (RFC 5737); the emulator takes the first for the gateway's own peer.
  const from = (address: string) => ({ headers: { "x-forwarded-for": `${address}, 198.51.100.1` } });
  const mine = `203.0.113.${Number.parseInt(run.slice(-2), 36) % 250}`;
  const tries = { [unnamed(`${mine} fr`)]: rateLimits.thing - 3 };
  await alreadyMade(unnamed(`address ${mine}`), await freshMinute(), { all: rateLimits.thing, ...tries });
  const statuses = [];
  for (const path of ["/sign-in/FR", "/sign-in/FR", "/sign-in/fr", "/sign-in/F%52", "/sign-in/FR"])
    statuses.push((await request("GET", path, from(mine))).status);
  expect(statuses.slice(-2)).toEqual([429, 429]);
  expect(statuses.slice(0, 2)).toEqual([200, 200]);
  expect((await request("GET", "/sign-in/FR", from("192.0.2.77"))).status).toBe(200);
});
