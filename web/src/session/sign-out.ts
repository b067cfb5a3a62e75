import { forgetAnswers } from "../api/api.ts";
import { queryClient } from "../api/queries.ts";
import { type Session, sessionStore } from "./session-store.ts";

/** Whose forms this tab keeps. */
const PERSON = "cencomm.person";

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
  const person = `${session.administration} ${email}`;
  if (sessionStorage.getItem(PERSON) !== person) forget();
  queryClient.clear();
  sessionStorage.setItem(PERSON, person);
  sessionStore.set(session);
}

/** What one person was shown and wrote is not there for the next at the same device. */
function forget(): void {
  queryClient.clear();
  forgetAnswers();
  remove(PERSON);
  remove("cencomm.form.");
}

const remove = (prefix: string): void => {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
};
