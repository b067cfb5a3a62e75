import { sessionStore } from "../session/session-store.ts";
import { type Call, createClient } from "./client.ts";

/** A token this close to its end may have run out when it arrives. */
const MARGIN = 60_000;

let renewing: Promise<string | undefined> | undefined;

/** One renewal at a time, whatever number of requests wait for it. */
const renewed = (): Promise<string | undefined> => {
  renewing ??= (async () => {
    const session = sessionStore.get();
    if (session === undefined) return undefined;
    const { renew } = await import("../session/renew.ts");
    const next = await renew(session);
    if (next === undefined) sessionStore.end();
    else sessionStore.set(next);
    return next?.accessToken;
  })().finally(() => {
    renewing = undefined;
  });
  return renewing;
};

const client = createClient({
  fetch: (...request) => fetch(...request),
  token: async ({ renew }) => {
    const session = sessionStore.get();
    if (session === undefined) return undefined;
    return renew || session.expiresAt - MARGIN < Date.now() ? renewed() : session.accessToken;
  },
  onSignedOut: () => sessionStore.end(),
});

export const call: Call = client.call;

/** What one person was shown is not kept for the next. */
export const forgetAnswers = client.forget;
