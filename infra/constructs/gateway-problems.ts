import { ResponseType, type RestApi } from "aws-cdk-lib/aws-apigateway";
import { PROBLEM_NAMESPACE } from "../../shared/names.ts";

interface GatewayProblem {
  readonly on: ResponseType;
  readonly kind: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const fault = {
  kind: "internal",
  title: "The exchange failed",
  detail: "Nothing you sent was at fault. Try again; if it stays, quote the instance.",
} as const;

const refusedToken = {
  kind: "unauthenticated",
  status: 401,
  title: "Not signed in",
  detail:
    "Send Authorization: Bearer and an access token of your administration. Sign in again if it was refused.",
  headers: { "WWW-Authenticate": "Bearer" },
} as const;

const nothingHere = {
  kind: "unknown",
  status: 404,
  title: "Not found",
  detail: "There is nothing here that you may see.",
} as const;

/** What the gateway answers itself, without asking a function, in the words the functions use. */
const gatewayProblems: readonly GatewayProblem[] = [
  { on: ResponseType.UNAUTHORIZED, ...refusedToken },
  { on: ResponseType.ACCESS_DENIED, ...refusedToken },
  // A path or method that does not exist; by itself the gateway says 403 and "Missing Authentication Token".
  { on: ResponseType.MISSING_AUTHENTICATION_TOKEN, ...nothingHere },
  { on: ResponseType.RESOURCE_NOT_FOUND, ...nothingHere },
  {
    on: ResponseType.REQUEST_TOO_LARGE,
    kind: "too-large",
    status: 413,
    title: "Too large",
    detail: "A body has at most 256 KiB. Attach files instead of pasting them.",
  },
  {
    on: ResponseType.UNSUPPORTED_MEDIA_TYPE,
    kind: "unsupported-media-type",
    status: 415,
    title: "Not JSON",
    detail: "Send the body as JSON, with Content-Type: application/json.",
  },
  {
    on: ResponseType.THROTTLED,
    kind: "too-many-requests",
    status: 429,
    title: "Too many requests",
    detail: "The exchange is busy. Wait as long as Retry-After says, then try again.",
    headers: { "Retry-After": "5" },
  },
  { on: ResponseType.INTEGRATION_TIMEOUT, status: 504, ...fault },
  {
    on: ResponseType.DEFAULT_4XX,
    kind: "malformed",
    status: 400,
    title: "The request cannot be read",
    detail: "Check its method, path, headers and that its body is JSON.",
  },
  { on: ResponseType.DEFAULT_5XX, status: 500, ...fault },
];

export const addGatewayProblems = (api: RestApi): void => {
  for (const { on, kind, status, title, detail, headers } of gatewayProblems)
    api.addGatewayResponse(on.responseType, {
      type: on,
      statusCode: String(status),
      responseHeaders: Object.fromEntries(
        Object.entries({
          "Content-Type": "application/problem+json",
          "Cache-Control": "no-store",
          "X-Content-Type-Options": "nosniff",
          "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
          ...headers,
        }).map(([name, value]) => [name, `'${value}'`]),
      ),
      // Chosen by the key when a client asks for JSON or anything; the header above says what it is.
      templates: {
        "application/json": JSON.stringify({
          type: `${PROBLEM_NAMESPACE}${kind}`,
          title,
          status,
          detail,
          instance: "$context.requestId",
        }),
      },
    });
};
