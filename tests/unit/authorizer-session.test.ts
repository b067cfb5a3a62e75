import { expect, test } from "vitest";
import { loadCaller } from "../../functions/runtime/caller.ts";
import { authorizer, france, inAnHour, token } from "./authorizer-world.ts";

const HOURS = 3600;

/** Until when a token is good, of somebody who signed in so many seconds ago, in seconds from now. */
const goodFor = async (signedInAgo: number): Promise<number> => {
  const world = authorizer();
  await world.register("FR", france);
  const now = inAnHour() - HOURS;
  const { context } = await world.ask(`Bearer ${token(france, { auth_time: now - signedInAgo })}`);
  return Number(context?.["expires"]) - now;
};

test("a token is good for its hour, but for no more than twelve after the sign-in, however often it was refreshed", async () => {
  expect(await goodFor(0)).toBe(HOURS);
  expect(await goodFor(11 * HOURS)).toBe(HOURS);
  expect(await goodFor(11 * HOURS + 1800)).toBe(HOURS / 2);
  expect(await goodFor(12 * HOURS)).toBe(0);
  expect(await goodFor(13 * HOURS)).toBe(-HOURS);
});

test("whose session is over is nobody, although the token itself has not run out", async () => {
  const world = authorizer();
  await world.register("FR", france);
  const signedIn = inAnHour() - HOURS - 12 * HOURS;
  const { context } = await world.ask(`Bearer ${token(france, { auth_time: signedIn })}`);
  await expect(loadCaller(world.store, context, new Date())).rejects.toMatchObject({
    kind: "unauthenticated",
  });
});
