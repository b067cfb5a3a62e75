import { problems } from "../../shared/contract/problems.ts";
import { Problem, TooManyRequests } from "../../shared/domain/problem.ts";
import { PROBLEM_NAMESPACE } from "../../shared/names.ts";

/** A refusal as problem+json; anything else that was thrown, as a fault of ours without its details. */
export const problemResponse = (error: unknown, requestId: string) => {
  const known = error instanceof Problem ? error : undefined;
  const { status, title } = known ? problems[known.kind] : { status: 500, title: "The exchange failed" };
  return {
    statusCode: status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(error instanceof TooManyRequests ? { "retry-after": String(error.retryAfter) } : {}),
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
