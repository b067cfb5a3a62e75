import type { Instant } from "./identifiers.ts";
import type { DisablingReason, User } from "./user.ts";

/** Each answers with the person as they are to be stored next. */
const changed = (user: User, at: Instant): User => ({ ...user, revision: user.revision + 1, changedAt: at });

export const disabled = (user: User, at: Instant, because?: DisablingReason): User => {
  const { disabledBecause: _, ...rest } = user;
  return {
    ...changed(rest, at),
    state: "disabled",
    ...(user.state === "disabled" ? {} : { disabledAs: user.state }),
    ...(because === undefined ? {} : { disabledBecause: because }),
  };
};

/** The pool's account is theirs no more: nobody signs in with it, and whoever is invited again has another one. */
const withoutAccount = (user: User): User => {
  const { subject, ...rest } = user;
  return subject === undefined ? rest : { ...rest, retiredSubject: subject };
};

/**
 * The account may be known to others. What it was is given up, so that letting the person in later means a new password and a new
 * authenticator. Said a second time, it moves the time.
 */
export const compromised = (user: User, since: Instant, at: Instant): User => ({
  ...withoutAccount(disabled(user, at, "compromised")),
  disabledAs: "invited",
  compromisedSince: since,
});

/** Whoever lets somebody in again says with it that they are entitled, and that their time begins anew. */
export const letIn = (user: User, at: Instant): User => {
  const { disabledAs = "active", disabledBecause: _, warnedAt: __, ...rest } = user;
  return {
    ...changed(rest, at),
    // Whoever has no account of the pool yet is invited still.
    state: user.subject === undefined ? "invited" : disabledAs,
    renewedAt: at,
    confirmedAt: at,
  };
};

/** Another authenticator can only be set up with another account of the pool. */
export const invitedAnew = (user: User, at: Instant): User => ({
  ...changed(withoutAccount(user), at),
  state: "invited",
  renewedAt: at,
});

export const confirmed = (user: User, at: Instant): User => ({ ...changed(user, at), confirmedAt: at });
