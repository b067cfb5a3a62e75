import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import type { Endpoint } from "../../shared/contract/endpoint.ts";
import { tags } from "./event.ts";
import type { Answer } from "./request.ts";

const securityHeaders = {
  "content-type": "application/json",
  "x-content-type-options": "nosniff",
  "strict-transport-security": "max-age=63072000; includeSubDomains; preload",
  "referrer-policy": "no-referrer",
};

/** An answer as HTTP says it; 304 to somebody who has this version already. */
export const respond = (
  endpoint: Endpoint,
  event: APIGatewayProxyEvent,
  answer: Answer,
): APIGatewayProxyResult => {
  const headers = {
    ...securityHeaders,
    "cache-control": endpoint.cacheable === undefined ? "no-store" : `public, max-age=${endpoint.cacheable}`,
    ...(answer.etag === undefined ? {} : { etag: `"${answer.etag}"` }),
    ...(answer.location === undefined ? {} : { location: answer.location }),
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
