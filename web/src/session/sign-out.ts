import { forgetAnswers } from "../api/api.ts";
import { queryClient } from "../api/queries.ts";
import { sessionStore } from "./session-store.ts";

/** Ends the session here at once, and at Cognito as far as the line allows. */
export async function leave(): Promise<void> {
  const session = sessionStore.get();
  const ended =
    session && import("./sign-in.ts").then(({ endSession }) => endSession(session)).catch(() => undefined);
  forget();
  await ended;
}

/** What one person was shown and wrote is not there for the next at the same device. */
export function forget(): void {
  sessionStore.set(undefined);
  queryClient.clear();
  forgetAnswers();
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith("cencomm.form.")) sessionStorage.removeItem(key);
}
