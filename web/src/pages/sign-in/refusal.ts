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
};

/** Cognito's errors are told apart by their names, and some by their words alone. */
export const refusalOf = (error: unknown): Refusal => {
  if (!(error instanceof Error)) return "other";
  if (error.name === "NotAuthorizedException") {
    if (/temporary password has expired/i.test(error.message)) return "expired-password";
    if (/attempts exceeded/i.test(error.message)) return "too-many";
    if (/session/i.test(error.message)) return "ended";
    return "wrong-credentials";
  }
  return byName[error.name] ?? "other";
};
