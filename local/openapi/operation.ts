import * as z from "zod/mini";
import type { Endpoint, Noun } from "../../shared/contract/endpoint.ts";
import { nouns } from "../../shared/contract/nouns.ts";
import { securityOf, whoMay } from "./access.ts";
import { refusalResponses } from "./refusals.ts";
import type { Json } from "./schemas.ts";

interface Schemas {
  readonly sent: (schema: z.core.$ZodType) => Json;
  readonly answered: (schema: z.core.$ZodType) => Json;
}

const endpoints: readonly Endpoint[] = Object.values(nouns as Record<string, Noun>).flatMap((noun) =>
  Object.values(noun),
);

/** Views of what is changed by `If-Match`: their version is their `ETag`. */
const versioned: ReadonlySet<z.core.$ZodType | undefined> = new Set(
  endpoints.filter(({ conditional }) => conditional !== undefined).map(({ response }) => response),
);

const hasVersion = ({ response, versioned: said }: Endpoint): boolean =>
  said === true || (response !== undefined && versioned.has(response));

const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` });

const parametersOf = (endpoint: Endpoint, { sent }: Schemas) => {
  const { method, params, query, conditional } = endpoint;
  const fields = (part: z.ZodMiniObject | undefined, where: "path" | "query") => {
    if (part === undefined) return [];
    const { properties = {}, required = [] } = sent(part) as {
      properties?: Record<string, { description?: string }>;
      required?: readonly string[];
    };
    return Object.entries(properties).map(([name, { description, ...schema }]) => ({
      name,
      in: where,
      required: required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema,
    }));
  };
  return [
    ...fields(params, "path"),
    ...fields(query, "query"),
    ...(conditional === undefined ? [] : [parameter(conditional === true ? "IfMatch" : "IfMatchOnceMade")]),
    ...(method === "GET" && hasVersion(endpoint) ? [parameter("IfNoneMatch")] : []),
    ...(method === "POST"
      ? [parameter(endpoint.access === "public" ? "AnonymousIdempotencyKey" : "IdempotencyKey")]
      : []),
  ];
};

const isList = ({ response }: Endpoint): boolean =>
  response instanceof z.ZodMiniObject && "nextCursor" in response.shape;

const headersOf = (endpoint: Endpoint) => ({
  ...(isList(endpoint) ? { Link: { $ref: "#/components/headers/Link" } } : {}),
  ...(hasVersion(endpoint) ? { ETag: { $ref: "#/components/headers/ETag" } } : {}),
  ...(endpoint.status === 201 ? { Location: { $ref: "#/components/headers/Location" } } : {}),
  ...(endpoint.cacheable === undefined
    ? {}
    : { "Cache-Control": { $ref: "#/components/headers/CacheControl" } }),
});

const success = {
  200: "Done, and what it is now",
  201: "Made",
  202: "Accepted: the rest follows within seconds",
  204: "Done",
} as const satisfies Record<Endpoint["status"], string>;

/** One line of the contract as an operation. */
export const operationOf = (noun: string, name: string, endpoint: Endpoint, schemas: Schemas): Json => {
  const { method, access, body, status, response, summary } = endpoint;
  const headers = headersOf(endpoint);
  const withHeaders = Object.keys(headers).length === 0 ? {} : { headers };
  const sentBody = body && { schema: schemas.sent(body) };
  return {
    operationId: `${noun}.${name}`,
    tags: [noun],
    summary,
    description: `May be called by: ${whoMay(access)}.`,
    security: securityOf(access),
    parameters: parametersOf(endpoint, schemas),
    ...(sentBody === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              "application/json": sentBody,
              ...(method === "PATCH" ? { "application/merge-patch+json": sentBody } : {}),
            },
          },
        }),
    responses: {
      [status]: {
        description: method === "GET" ? "What was asked for" : success[status],
        ...withHeaders,
        ...(response === undefined
          ? {}
          : { content: { "application/json": { schema: schemas.answered(response) } } }),
      },
      ...(method === "GET" && hasVersion(endpoint)
        ? { 304: { description: "Unchanged since the version in `If-None-Match`", ...withHeaders } }
        : {}),
      ...refusalResponses(endpoint),
    },
  };
};
