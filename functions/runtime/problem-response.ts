import { Problem, type ProblemKind } from "../../shared/domain/problem.ts";
import { PROBLEM_NAMESPACE } from "../../shared/names.ts";

/** Each kind of refusal as HTTP says it (RFC 9110, RFC 6585) and in a few words. */
const kinds = {
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

/** A refusal as problem+json; anything else that was thrown, as a fault of ours without its details. */
export const problemResponse = (error: unknown, requestId: string) => {
  const known = error instanceof Problem ? error : undefined;
  const { status, title } = known ? kinds[known.kind] : { status: 500, title: "The exchange failed" };
  return {
    statusCode: status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(status === 429 ? { "retry-after": "60" } : {}),
    },
    body: JSON.stringify({
      type: `${PROBLEM_NAMESPACE}${known?.kind ?? "internal"}`,
      title,
      status,
      detail: known?.message ?? "Nothing you sent was at fault. Try again; if it stays, quote the instance.",
      instance: requestId,
      ...(known && known.errors.length > 0 ? { errors: known.errors } : {}),
    }),
  };
};
