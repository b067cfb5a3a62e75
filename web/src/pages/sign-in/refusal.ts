/** Why a sign-in did not go on, in as much detail as Cognito gives without telling who exists. */
export type Refusal =
  | "wrong-credentials"
  | "expired-password"
  | "wrong-code"
  | "weak-password"
  | "ended"
  | "too-many"
  | "unreachable"
  | "not-taking-part"
  | "not-active"
  | "no-passkey"
  | "other";

const byName: Readonly<Record<string, Refusal>> = {
  UserNotFoundException: "wrong-credentials",
  PasswordResetRequiredException: "expired-password",
  CodeMismatchException: "wrong-code",
  EnableSoftwareTokenMFAException: "wrong-code",
  ExpiredCodeException: "wrong-code",
  InvalidPasswordException: "weak-password",
  InvalidParameterException: "weak-password",
  PasswordHistoryPolicyViolationException: "weak-password",
  TooManyRequestsException: "too-many",
  TooManyFailedAttemptsException: "too-many",
  LimitExceededException: "too-many",
  SignInException: "ended",
  NetworkError: "unreachable",
  Unreachable: "unreachable",
  NotTakingPart: "not-taking-part",
  NotActive: "not-active",
  NoPasskey: "no-passkey",
};

/**
 * Cognito's errors are told apart by their names, and some by their words alone. A disabled account is answered as wrong
 * credentials are: whoever has not shown a password and a code yet is told nothing of who exists.
 */
export const refusalOf = (error: unknown): Refusal => {
  if (!(error instanceof Error)) return "other";
  // The exchange's own refusal of too many requests; apart from its class, for the sign-in page to be small.
  if ("status" in error && error.status === 429) return "too-many";
  // Amplify's own, where the device or the person did not give one.
  if (error.name.startsWith("Passkey")) return "no-passkey";
  if (error.name === "NotAuthorizedException") {
    if (/temporary password has expired/i.test(error.message)) return "expired-password";
    if (/attempts exceeded/i.test(error.message)) return "too-many";
    if (/session/i.test(error.message)) return "ended";
    return "wrong-credentials";
  }
  return byName[error.name] ?? "other";
};
