import { createHash } from "node:crypto";
import { Problem, TooManyRequests } from "../../domain/problem.ts";
import { WINDOW_SECONDS } from "../../domain/rate-limit.ts";
import type { Key, RecordStore, Tallied, Tally } from "../../domain/record-store.ts";
import type { Step } from "./change.ts";

export interface Rate {
  readonly limit: number;
  /** What the caller is told who is over it. */
  readonly refusal: string;
}

const HOUR_SECONDS = 3600;

/**
 * Counts one event of this name in the hour that runs, as a step of the change that it is about. The name is stored as a hash: it may
 * be an address. Throws a Problem over the limit.
 */
export const countedStep = async (
  store: RecordStore,
  name: string,
  now: Date,
  { limit, refusal }: Rate,
): Promise<Step> => {
  const hour = Math.floor(now.getTime() / 1000 / HOUR_SECONDS);
  const key: Key = {
    pk: `RATE#${createHash("sha256").update(name).digest("base64url")}`,
    sk: String(hour),
  };
  const count = Number((await store.get(key))?.["count"] ?? 0);
  if (count >= limit)
    throw new TooManyRequests(refusal, (hour + 1) * HOUR_SECONDS - Math.floor(now.getTime() / 1000));
  return {
    put: { ...key, schema: 1, count: count + 1, expiresAt: (hour + 2) * HOUR_SECONDS },
    when: count === 0 ? { absent: true } : { equals: { count } },
    otherwise: () => new Problem("conflict", "Another request was made at this moment. Send it again."),
  };
};

/** A name that may be an address, in a form that does not show it. */
export const unnamed = (name: string): string =>
  createHash("sha256").update(name).digest("base64url").slice(0, 16);

/** Counts one request of a minute in whosever item it is; the item is gone soon after. */
export const tallyRequest = (
  store: RecordStore,
  whose: string,
  minute: number,
  tallies: readonly Tally[],
): Promise<Tallied> =>
  store.tally({ pk: `RATE#${whose}`, sk: String(minute) }, tallies, (minute + 2) * WINDOW_SECONDS);
