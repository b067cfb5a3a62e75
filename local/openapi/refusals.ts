import type { Endpoint } from "../../shared/contract/endpoint.ts";
import { problems } from "../../shared/contract/problems.ts";
import type { ProblemKind } from "../../shared/domain/problem.ts";
import { PROBLEM_NAMESPACE } from "../../shared/names.ts";
import type { Json } from "./schemas.ts";

/** When each kind of refusal is met, and what to do about it. */
const meanings: Record<ProblemKind, string> = {
  malformed: "The query, a header or the body's JSON cannot be read, or a cursor was changed.",
  unauthenticated:
    "There is no token, it is not valid, or the person, the system account or their administration is not active. Sign in again.",
  forbidden:
    "The caller's roles or scopes do not allow this, or it is refused on something the caller can see.",
  unknown:
    "There is nothing here that the caller may see: what does not exist and what is withheld look the same.",
  conflict: "It is not possible in the present state; the detail says why.",
  stale: "It was changed meanwhile. Read it again and repeat the change on what it is now.",
  "too-large": "A body has at most 256 KiB, an alert 200 KiB.",
  "unsupported-media-type": "The body is JSON, with `Content-Type: application/json`.",
  invalid: "Fields are not valid: `errors` names each. Or the `Idempotency-Key` was used for another body.",
  "precondition-required": "`If-Match` is missing: send the `ETag` of what was read.",
  "too-many-requests": "Wait as long as `Retry-After` says.",
};

const kinds = Object.keys(problems) as ProblemKind[];

/** The refusals an endpoint can answer with, by what it takes and who may call it. */
const refusalsOf = (endpoint: Endpoint): readonly ProblemKind[] => {
  const { method, access, params, body, conditional, refusals = [] } = endpoint;
  const changes = method !== "GET";
  const when: Record<ProblemKind, boolean> = {
    malformed: true,
    unauthenticated: access !== "public",
    forbidden: access !== "public" && (access !== "signed-in" || changes),
    unknown: params !== undefined,
    conflict: method === "POST" && params !== undefined,
    stale: changes && params !== undefined,
    "too-large": body !== undefined,
    "unsupported-media-type": body !== undefined,
    invalid: body !== undefined || method === "POST",
    "precondition-required": conditional !== undefined,
    "too-many-requests": true,
  };
  return kinds.filter((kind) => when[kind] || refusals.includes(kind));
};

const nameOf = (kind: ProblemKind): string =>
  kind.replaceAll(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

const problemOf = (type: string, status: number, title: string, description: string, schema: Json): Json => ({
  description,
  ...(status === 429
    ? {
        headers: {
          "Retry-After": { description: "Seconds to wait", required: true, schema: { type: "integer" } },
        },
      }
    : {}),
  content: {
    "application/problem+json": {
      schema,
      example: {
        type: `${PROBLEM_NAMESPACE}${type}`,
        title,
        status,
        detail: description,
        instance: "0fa2d4c6-7a51-4c25-9a4e-5b8e6f3c1d20",
      },
    },
  },
});

/** Each refusal once; every operation refers to those it can answer with. */
export const refusalComponents = (schema: Json): Json => ({
  ...Object.fromEntries(
    kinds.map((kind) => {
      const { status, title } = problems[kind];
      return [nameOf(kind), problemOf(kind, status, title, meanings[kind], schema)];
    }),
  ),
  Fault: problemOf(
    "internal",
    500,
    "The exchange failed",
    "Nothing that was sent was at fault. Try again; if it stays, quote the instance.",
    schema,
  ),
});

export const refusalResponses = (endpoint: Endpoint): Json => ({
  ...Object.fromEntries(
    refusalsOf(endpoint).map((kind) => [
      String(problems[kind].status),
      { $ref: `#/components/responses/${nameOf(kind)}` },
    ]),
  ),
  "5XX": { $ref: "#/components/responses/Fault" },
});
