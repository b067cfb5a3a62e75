import { expect } from "vitest";
import * as z from "zod/mini";
import { ProblemDocument } from "../../../shared/contract/common.ts";
import type { Endpoint, Noun } from "../../../shared/contract/endpoint.ts";
import { nouns } from "../../../shared/contract/nouns.ts";
import description from "../../../shared/contract/openapi.json" with { type: "json" };

const Paths = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      responses: z.record(z.string(), z.object({ headers: z.optional(z.record(z.string(), z.unknown())) })),
    }),
  ),
);
const operations = Paths.parse(description.paths);

const endpoints: readonly Endpoint[] = Object.values(nouns as Readonly<Record<string, Noun>>).flatMap(
  (noun) => Object.values(noun),
);

const endpointOf = (method: string, path: string): Endpoint | undefined =>
  endpoints.find(
    (endpoint) =>
      endpoint.method === method &&
      new RegExp(`^${endpoint.path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly json: unknown;
}

/** Whatever is asked in any test, the answer is one that the description tells of: status, headers, every field. */
export const expectDescribed = (method: string, path: string, { status, headers, json }: Answer): void => {
  const problem = status >= 400;
  expect(headers["content-type"]).toBe(problem ? "application/problem+json" : "application/json");
  if (problem) {
    expect(ProblemDocument.parse(json)).toEqual(json);
    expect(json).toMatchObject({ status, instance: "request" });
  }
  const endpoint = endpointOf(method, path);
  if (endpoint === undefined) {
    // Above a limit, not even that there is no such endpoint is said.
    expect([404, 429]).toContain(status);
    return;
  }
  const responses = operations[endpoint.path]?.[method.toLowerCase()]?.responses ?? {};
  expect(Object.keys(responses)).toContain(status >= 500 ? "5XX" : String(status));
  if (problem || status === 304) return;
  const described = Object.keys(responses[status]?.headers ?? {}).map((name) => name.toLowerCase());
  for (const name of ["etag", "location", "link"]) if (name in headers) expect(described).toContain(name);
  if (described.includes("location")) expect(headers).toHaveProperty("location");
  // Parsing drops what the contract does not know: nothing may be dropped.
  if (endpoint.response !== undefined) expect(endpoint.response.parse(json)).toEqual(json);
};
