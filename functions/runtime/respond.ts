import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import type { Endpoint } from "../../shared/contract/endpoint.ts";
import { queryOf, tags } from "./event.ts";
import type { Answer } from "./request.ts";

const securityHeaders = {
  "content-type": "application/json",
  "x-content-type-options": "nosniff",
  "strict-transport-security": "max-age=63072000; includeSubDomains; preload",
  "referrer-policy": "no-referrer",
};

/**
 * Where a list's next page is (RFC 8288), as a query of the address that was asked: what stands before `/v1`, a stage or a
 * proxy's, is not ours to know.
 */
const linkToNext = (event: APIGatewayProxyEvent, { body }: Answer): string | undefined => {
  if (typeof body !== "object" || body === null || !("nextCursor" in body)) return undefined;
  if (typeof body.nextCursor !== "string") return undefined;
  const asked = Object.entries(queryOf(event)).flatMap(([name, value]): [string, string][] =>
    value === undefined || name === "cursor" ? [] : [[name, value]],
  );
  return `<?${new URLSearchParams([...asked, ["cursor", body.nextCursor]])}>; rel="next"`;
};

/** An answer as HTTP says it; 304 to somebody who has this version already. */
export const respond = (
  endpoint: Endpoint,
  event: APIGatewayProxyEvent,
  answer: Answer,
): APIGatewayProxyResult => {
  const link = linkToNext(event, answer);
  const headers = {
    ...securityHeaders,
    "cache-control": endpoint.cacheable === undefined ? "no-store" : `public, max-age=${endpoint.cacheable}`,
    ...(answer.etag === undefined ? {} : { etag: `"${answer.etag}"` }),
    ...(answer.location === undefined ? {} : { location: answer.location }),
    ...(link === undefined ? {} : { link }),
  };
  const { etag } = answer;
  if (endpoint.method === "GET" && etag !== undefined && tags(event, "if-none-match").includes(etag))
    return { statusCode: 304, headers, body: "" };
  return {
    statusCode: endpoint.status,
    headers,
    body: endpoint.status === 204 ? "" : JSON.stringify(answer.body),
  };
};
