import { ProblemDocument } from "../../../shared/contract/common.ts";
import type { FieldError } from "../../../shared/domain/problem.ts";

/** A refusal of the hosted API (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Which request it was: what to quote when asking for help. */
  readonly requestId: string | undefined;
  readonly errors: readonly FieldError[];

  constructor(problem: Omit<ProblemDocument, "type" | "instance"> & { readonly instance?: string }) {
    super(problem.detail);
    this.name = "ApiProblem";
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.requestId = problem.instance;
    this.errors = problem.errors ?? [];
  }
}

/** No answer came: the line is down, or the exchange is. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("The exchange cannot be reached.", { cause });
    this.name = "Unreachable";
  }
}

/** The refusal in an answer; what is no problem document, a proxy's page say, keeps its status alone. */
export const problemOf = (status: number, body: unknown): ApiProblem => {
  const document = ProblemDocument.safeParse(body);
  return new ApiProblem(document.success ? document.data : { status, title: "", detail: "" });
};

/** Whether asking again may help by itself. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof ApiProblem && error.status >= 500);
