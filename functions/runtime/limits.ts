import type { APIGatewayProxyEvent } from "aws-lambda";
import * as z from "zod/mini";
import { tallyRequest, unnamed } from "../../shared/adapters/records/rate.ts";
import type { AdministrationKind } from "../../shared/domain/administration.ts";
import { TooManyRequests } from "../../shared/domain/problem.ts";
import { networkOf, oneSpelling, rateLimits, windowAt } from "../../shared/domain/rate-limit.ts";
import type { RecordStore, Tally } from "../../shared/domain/record-store.ts";
import { header } from "./event.ts";

/** One line of what a request is counted as, and what the caller is told who is over it. */
interface Count extends Tally {
  /** In words, before "in a minute". */
  readonly over: string;
}

/** What a request is counted as: everything in one item, so that it costs one write. */
interface Counts {
  readonly whose: string;
  /** The first is everybody's whose item it is, together. */
  readonly counts: readonly [Count, ...Count[]];
}

/**
 * Whom a verified token is of: a person by their account of the pool, a system by its secret. Who has a token of an account that was given up, or
 * of a secret that ended, is refused, and uses up nothing of whoever has the one that took its place.
 */
const Proven = z.union([
  z.object({ administration: z.string(), subject: z.string() }),
  z.object({ administration: z.string(), client: z.string() }),
]);

const largest = Math.max(...Object.values(rateLimits.administration));

const ofProven = (proven: z.infer<typeof Proven>): Counts => ({
  whose: proven.administration,
  counts: [
    { name: "all", most: largest, over: "Your administration's people and systems made too many requests" },
    "subject" in proven
      ? { name: proven.subject, most: rateLimits.person, over: "You made too many requests" }
      : {
          name: proven.client,
          most: rateLimits.systemAccount,
          over: "This system made too many requests",
        },
  ],
});

/**
 * Who asks, for somebody who is not signed in: the last address but one is what the last proxy on the way, CloudFront,
 * saw; without a proxy the gateway's own peer is who asks. An address that a caller invents is within its peer's count.
 */
const ofAddress = (event: APIGatewayProxyEvent): Counts => {
  const peer = networkOf(event.requestContext.identity?.sourceIp ?? "");
  const forwarded = header(event, "x-forwarded-for")?.split(",") ?? [];
  const asker = networkOf(forwarded.at(-2) ?? peer);
  const thing = oneSpelling(event.path).split("/").filter(Boolean)[2];
  return {
    whose: unnamed(`address ${peer}`),
    counts: [
      { name: "all", most: rateLimits.proxy, over: "Too many requests came by way of your network" },
      { name: unnamed(asker), most: rateLimits.address, over: "Too many requests came from your network" },
      ...(thing === undefined
        ? []
        : [
            {
              name: unnamed(`${asker} ${thing}`),
              most: rateLimits.thing,
              over: "This was tried too often from your network",
            },
          ]),
    ],
  };
};

/** Throws TooManyRequests; of an administration's limit it can say so once the administration's kind is known. */
export type Verdict = (kind?: AdministrationKind) => void;

/**
 * Counts each request as whoever makes it: a caller and the caller's administration, or an address and what is tried from there.
 * Never rejects: where nothing can be counted, everybody is let through, since a fault of ours is to lock nobody out.
 * An instance that saw a limit reached asks the store no more until the minute is over, so that a flood costs little.
 */
export const limiting = ({ store, clock }: { readonly store: RecordStore; readonly clock: () => Date }) => {
  let current = 0;
  let reached = new Set<string>();

  return async (event: APIGatewayProxyEvent): Promise<Verdict> => {
    const { number, secondsLeft } = windowAt(clock());
    if (number !== current) [current, reached] = [number, new Set()];
    const proven = Proven.safeParse(event.requestContext.authorizer);
    const { whose, counts } = proven.success ? ofProven(proven.data) : ofAddress(event);
    const refuse = ({ name, over }: Count): never => {
      if (number === current) reached.add(`${whose} ${name}`);
      throw new TooManyRequests(`${over} in a minute. Go on in ${secondsLeft} s.`, secondsLeft);
    };
    const known = counts.find(({ name }) => reached.has(`${whose} ${name}`));
    if (known !== undefined) return () => refuse(known);
    try {
      const { added, counts: now } = await tallyRequest(store, whose, number, counts);
      const over = added ? undefined : counts.findLast(({ most }, n) => (now[n] ?? 0) >= most);
      return (kind) => {
        if (over !== undefined) refuse(over);
        const [all] = counts;
        if (kind !== undefined && (now[0] ?? 0) > rateLimits.administration[kind]) refuse(all);
      };
    } catch (error) {
      console.error(error);
      return () => undefined;
    }
  };
};
