/** The kinds of refusal. Each becomes one HTTP status and one problem type, in functions/runtime/problem-response.ts. */
export type ProblemKind =
  | "malformed"
  | "unauthenticated"
  | "forbidden"
  | "unknown"
  | "conflict"
  | "stale"
  | "too-large"
  | "unsupported-media-type"
  | "invalid"
  | "precondition-required"
  | "too-many-requests";

/** One field at fault: a JSON Pointer into the body (RFC 6901) or a parameter's name, and a reason a person can act on. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** A refusal the caller may read. Everything else that is thrown is a fault of ours and is shown as such. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly errors: readonly FieldError[];

  constructor(kind: ProblemKind, detail: string, errors: readonly FieldError[] = []) {
    super(detail);
    this.name = "Problem";
    this.kind = kind;
    this.errors = errors;
  }
}

/** Over a limit, which ends after so many seconds. */
export class TooManyRequests extends Problem {
  readonly retryAfter: number;

  constructor(detail: string, retryAfter: number) {
    super("too-many-requests", detail);
    this.name = "TooManyRequests";
    this.retryAfter = retryAfter;
  }
}

/** What the caller may not know of and what does not exist: one answer for both, so that nothing can be learnt from it. */
export const unknown = (): Problem => new Problem("unknown", "There is nothing here that you may see.");

/** One field refused by a rule that needs more than the field's own schema. */
export const invalid = (pointer: string, detail: string): Problem =>
  new Problem("invalid", detail, [{ pointer, detail }]);
