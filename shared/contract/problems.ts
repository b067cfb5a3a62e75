import type { ProblemKind } from "../domain/problem.ts";

/** Each kind of refusal as HTTP says it (RFC 9110, RFC 6585) and in a few words. */
export const problems = {
  malformed: { status: 400, title: "The request cannot be read" },
  unauthenticated: { status: 401, title: "Not signed in" },
  forbidden: { status: 403, title: "Not allowed" },
  unknown: { status: 404, title: "Not found" },
  conflict: { status: 409, title: "Not possible in this state" },
  stale: { status: 412, title: "Changed meanwhile" },
  "too-large": { status: 413, title: "Too large" },
  "unsupported-media-type": { status: 415, title: "Not JSON" },
  invalid: { status: 422, title: "Not valid" },
  "precondition-required": { status: 428, title: "Version missing" },
  "too-many-requests": { status: 429, title: "Too many requests" },
} as const satisfies Record<ProblemKind, { status: number; title: string }>;
