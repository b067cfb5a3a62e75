import * as z from "zod/mini";
import { Problem } from "../../shared/domain/problem.ts";

/** When the token ends, in seconds of the epoch: the gateway keeps the authorizer's answer beyond it. A context holds texts. */
const expires = z.string().check(z.regex(/^\d+$/));

/** A person of an administration, by name and id in its pool. */
export const PersonIdentity = z.object({
  administration: z.string(),
  username: z.string(),
  subject: z.string(),
  expires,
});
export type PersonIdentity = z.infer<typeof PersonIdentity>;

/** A system account, by the client whose secret the token was got for. */
export const SystemIdentity = z.object({
  administration: z.string(),
  systemAccount: z.string(),
  client: z.string(),
  /** What the token was asked for, divided by spaces: it may be less than the account has, and counts for nothing beyond it. */
  scope: z.string(),
  expires,
});
export type SystemIdentity = z.infer<typeof SystemIdentity>;

/** What the authorizer found in a verified token: who it says it is, and nothing about rights. */
export const Identity = z.union([PersonIdentity, SystemIdentity]);
export type Identity = z.infer<typeof Identity>;

/** One answer to everybody who is nobody here: why, is not said. */
export const refused = (): Problem => new Problem("unauthenticated", "Sign in again.");

/** How exactly the last request is known: written down no more often than this, so that reading stays cheap. */
const SEEN_EVERY_MS = 3_600_000;

/** Whether the last request is long enough ago to be written down anew. */
export const isSeenAnew = (last: string | undefined, now: Date): boolean =>
  now.getTime() - (last === undefined ? 0 : Date.parse(last)) >= SEEN_EVERY_MS;
