import * as z from "zod/mini";
import { sessionEnd } from "./session-end.ts";

/** Who is signed in, in this tab: closing it forgets it. */
const Session = z.object({
  administration: z.string(),
  accessToken: z.string(),
  /** Milliseconds since the epoch. */
  expiresAt: z.number(),
  /** When the person signed in; a renewed token does not move it. */
  begunAt: z.number(),
  /** Where the token is renewed. */
  pool: z.object({
    userPoolId: z.string(),
    clientId: z.string(),
    cognitoEndpoint: z.optional(z.string()),
  }),
});
export type Session = z.infer<typeof Session>;

const KEY = "cencomm.session";

const listeners = new Set<() => void>();
let current: Session | undefined = load();

function load(): Session | undefined {
  try {
    return Session.parse(JSON.parse(sessionStorage.getItem(KEY) ?? ""));
  } catch {
    return undefined;
  }
}

const change = (next: Session | undefined): void => {
  current = next;
  if (next === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify(next));
  for (const listener of listeners) listener();
};

export const sessionStore = {
  get: (): Session | undefined => current,
  set(next: Session | undefined): void {
    sessionEnd.set(false);
    change(next);
  },
  /** The exchange or Cognito takes the session for over; the person did not sign out. */
  end(): void {
    if (current !== undefined) sessionEnd.set(true);
    change(undefined);
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
