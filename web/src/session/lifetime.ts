import type { Session } from "./session-store.ts";

/** A session ends so long after its sign-in, whatever is done in it; the exchange and Cognito hold to the same. */
export const LIFETIME_MS = 12 * 3_600_000;
/** And says so before: time enough to finish a sentence and sign in again at leisure. */
const NOTICE_MS = 15 * 60_000;

type Begun = Pick<Session, "begunAt">;

export const endOf = ({ begunAt }: Begun): number => begunAt + LIFETIME_MS;

/** What is true of a session at a time, and when that changes. */
export const ageOf = (
  session: Begun,
  now: number,
): { readonly is: "young" | "ending" | "over"; readonly until: number } => {
  const end = endOf(session);
  if (now >= end) return { is: "over", until: Number.POSITIVE_INFINITY };
  return now >= end - NOTICE_MS ? { is: "ending", until: end } : { is: "young", until: end - NOTICE_MS };
};
