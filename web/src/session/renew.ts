import { Unreachable } from "../api/problem.ts";
import { configure, tokens } from "./amplify.ts";
import { ageOf } from "./lifetime.ts";
import type { Session } from "./session-store.ts";

/** The session with a new access token; undefined where its time is over, or Cognito gives none any more. */
export const renew = async (session: Session): Promise<Session | undefined> => {
  if (ageOf(session, Date.now()).is === "over") return undefined;
  configure(session.pool);
  try {
    const renewed = await tokens({ forceRefresh: true });
    return renewed && { ...session, ...renewed };
  } catch (error) {
    // A line that is down signs nobody out.
    if (error instanceof Error && error.name === "NetworkError") throw new Unreachable(error);
    return undefined;
  }
};
