import { forgetAnswers } from "../api/api.ts";
import { queryClient } from "../api/queries.ts";
import { personOfTab } from "./person.ts";
import { type Session, sessionStore } from "./session-store.ts";

/** Ends the session here at once, and at Cognito as far as the line allows. */
export async function leave(): Promise<void> {
  const session = sessionStore.get();
  const ended =
    session && import("./sign-in.ts").then(({ endSession }) => endSession(session)).catch(() => undefined);
  sessionStore.set(undefined);
  forget();
  await ended;
  // Where Cognito could not be reached, its tokens would stay in the tab.
  if (sessionStore.get() === undefined) remove("CognitoIdentityServiceProvider.");
}

/** Begins a session. Somebody whose former one ran out finds what they were writing; nobody else does. */
export function enter(session: Session, email: string): void {
  const { administration } = session;
  const before = personOfTab.get();
  if (before?.administration !== administration || before.email !== email) forget();
  queryClient.clear();
  personOfTab.set({ administration, email });
  sessionStore.set(session);
}

/** What one person was shown and wrote is not there for the next at the same device. */
function forget(): void {
  queryClient.clear();
  forgetAnswers();
  personOfTab.forget();
  remove("cencomm.form.");
}

const remove = (prefix: string): void => {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
};
