import * as z from "zod/mini";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { actions, Scope, scopeFor, scopes } from "./permissions.ts";
import { lines, text } from "./text.ts";

/** The id of an app client, as Cognito gives it: also where a token names one that is still to be looked up. */
export const ClientId = z.string().check(z.regex(/^[\w+-]{1,128}$/));

/** One secret of a system account: an app client of its own in the administration's pool, so that a token says which secret it is from. */
export const SystemClient = z.object({
  id: ClientId,
  createdAt: Instant,
  /** Refused from then on, whatever the pool says; absent while no other secret has taken its place. */
  endsAt: z.optional(Instant),
  /** Of the last request with it, to the hour. */
  lastUsedAt: z.optional(Instant),
});
export type SystemClient = z.infer<typeof SystemClient>;

/** Scopes that open something: one that opens nothing would promise what is not there. */
const offered = scopes.filter((scope) => actions.some((action) => scopeFor(action) === scope));
export const OfferedScope = z.enum(offered as [Scope, ...Scope[]]);

/** What is said of an account when it is made, and stays: other scopes are another account. */
export const SystemAccountPurpose = z.object({
  name: text({ max: 80 }),
  /** What calls, and what for: what another contact point has to know before ending it. */
  purpose: lines({ max: 500 }),
});

/** An administration's own system, as which it calls the API. Scopes are read from here at every request; a token can only narrow them. */
export const SystemAccount = z.object({
  id: Id,
  administration: AdministrationCode,
  ...SystemAccountPurpose.shape,
  scopes: z.array(Scope).check(z.minLength(1)),
  /** Where its secrets are exchanged for access tokens. */
  tokenEndpoint: z.url(),
  /** The newest last. Ended ones stay until the pool has forgotten them. */
  clients: z.array(SystemClient),
  createdBy: Id,
  /** Deleted accounts are kept so that the audit trail's entries still have a name. */
  deletedAt: z.optional(Instant),
  revision: z.int(),
  createdAt: Instant,
  changedAt: Instant,
});
export type SystemAccount = z.infer<typeof SystemAccount>;

/** Accounts that an administration has at a time. */
export const MOST_ACCOUNTS = 20;

/** Secrets of one account that are good at a time: the one in use, and those that take over from each other. */
export const MOST_SECRETS = 5;

/** Days that the secrets of before stay good after a rotation. */
export const overlapDays = { least: 0, default: 7, most: 30 } as const;

const DAY_MS = 86_400_000;

/** Whether a client is one of the account's and its secret is good now: what decides, in place of the pool. */
export const isGood = ({ endsAt }: SystemClient, now: Date): boolean =>
  endsAt === undefined || Date.parse(endsAt) > now.getTime();

/** The account with another secret; those of before end after the overlap, or when they would have ended anyway. */
export const rotated = (
  account: SystemAccount,
  client: string,
  { now, overlap }: { readonly now: Date; readonly overlap: number },
): SystemAccount => {
  const at = now.toISOString();
  const end = new Date(now.getTime() + overlap * DAY_MS).toISOString();
  return {
    ...account,
    clients: [
      ...account.clients.map((each) => ({
        ...each,
        endsAt: each.endsAt !== undefined && each.endsAt < end ? each.endsAt : end,
      })),
      { id: client, createdAt: at },
    ],
    revision: account.revision + 1,
    changedAt: at,
  };
};

/** The account deleted: a name, and nobody. */
export const ended = (account: SystemAccount, now: Date): SystemAccount => {
  const at = now.toISOString();
  return {
    ...account,
    clients: account.clients.map((each) => (isGood(each, now) ? { ...each, endsAt: at } : each)),
    deletedAt: at,
    revision: account.revision + 1,
    changedAt: at,
  };
};

/** An app client of a system account as the pool has it; `made` is the key it was made with, a UUIDv7. */
export interface PooledClient {
  readonly id: string;
  readonly made: Id;
}

/** When something with this id was made, in milliseconds of the epoch: a UUIDv7 begins with it. */
export const madeAt = (id: Id): number => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);

/** Port: what an administration's pool has for system accounts. Each call may be repeated. */
export interface SystemClients {
  /** Makes what the pool needs to give tokens to systems, unless it is there; answers with the token endpoint. */
  ensureTokenEndpoint(poolId: string): Promise<string>;
  /** Makes another client each time. Its secret is told here and never again. */
  create(poolId: string, made: Id, scopes: readonly Scope[]): Promise<{ id: string; secret: string }>;
  /** The clients of system accounts alone. */
  list(poolId: string): Promise<readonly PooledClient[]>;
  /** Whether it was there or not. */
  remove(poolId: string, id: string): Promise<void>;
}
