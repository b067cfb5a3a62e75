import { ProblemDocument } from "../../shared/contract/common.ts";
import type { Endpoint, Noun } from "../../shared/contract/endpoint.ts";
import { type NounName, nouns } from "../../shared/contract/nouns.ts";
import { securitySchemes } from "./access.ts";
import { conventions } from "./conventions.ts";
import { operationOf } from "./operation.ts";
import { refusalComponents } from "./refusals.ts";
import { type Json, schemasOf } from "./schemas.ts";

/** What each noun is about. */
export const subjects = {
  service: "What the exchange says about itself; for anybody.",
  registrations:
    "Applications of administrations to join, from the first letter to the secretariat's decision.",
  administrations:
    "The administrations that take part, their sign-in, and what the secretariat may do about them.",
  contactPoints: "Whom to reach in the administrations of a common group, and who is on duty there.",
  users: "The people of the own administration, their roles, and who is signed in.",
  systemAccounts: "The accounts as which the own administration's systems call this API, and their secrets.",
  groups: "Closed user groups, as their members see them.",
  subscriptions: "Duty mailboxes and phones, and which alerts they are told of.",
  audit: "What was done and shown, entry by entry, and the proof that nothing of it was altered.",
  alerts: "Alerts from draft to release, who may read them, and who has acknowledged them.",
} as const satisfies Record<NounName, string>;

const header = (name: string, required: boolean, description: string, schema: Json = { type: "string" }) => ({
  name,
  in: "header",
  required,
  description,
  schema,
});

const key = (minLength: number) => ({
  type: "string",
  minLength,
  maxLength: 200,
  pattern: "^[\\x21-\\x7e]+$",
});

const parameters = {
  IfMatch: header("If-Match", true, "The `ETag` of what was read: the version this change was made against."),
  IfMatchOnceMade: header(
    "If-Match",
    false,
    "The `ETag` of what was read; required once there is one to change.",
  ),
  IfNoneMatch: header(
    "If-None-Match",
    false,
    "The `ETag` at hand: answered with 304 if it is still the same.",
  ),
  IdempotencyKey: header(
    "Idempotency-Key",
    false,
    "Makes the request repeatable for 7 days: the same key and body have the same outcome, once.",
    key(1),
  ),
  AnonymousIdempotencyKey: header(
    "Idempotency-Key",
    false,
    "Makes the request repeatable for 7 days. Without a sign-in it is a secret of at least 128 bits, such as a random UUID.",
    key(22),
  ),
};

const headers = {
  ETag: { description: "The version shown, for `If-Match` and `If-None-Match`", schema: { type: "string" } },
  Location: {
    description: "Where what was made is found",
    schema: { type: "string", format: "uri-reference" },
  },
  Link: {
    description: 'The next page, as `rel="next"` (RFC 8288); absent at the end',
    schema: { type: "string" },
  },
  CacheControl: { description: "How long a shared cache may keep the answer", schema: { type: "string" } },
};

/** The OpenAPI 3.1 document of the whole contract. */
export const openApiDocument = (): Json => {
  const lines = Object.entries(nouns as Readonly<Record<string, Noun>>).flatMap(([noun, endpoints]) =>
    Object.entries(endpoints).map(([name, endpoint]) => ({ noun, name, endpoint })),
  );
  const parts = (names: readonly ("params" | "query" | "body" | "response")[]) =>
    lines.flatMap(({ endpoint }: { endpoint: Endpoint }) =>
      names.flatMap((name) => (endpoint[name] === undefined ? [] : [endpoint[name]])),
    );
  const schemas = schemasOf(parts(["params", "query", "body"]), [...parts(["response"]), ProblemDocument]);

  const paths: Record<string, Record<string, Json>> = {};
  for (const { noun, name, endpoint } of lines) {
    paths[endpoint.path] ??= {};
    Object.assign(paths[endpoint.path] ?? {}, {
      [endpoint.method.toLowerCase()]: operationOf(noun, name, endpoint, schemas),
    });
  }
  const responses = refusalComponents(schemas.answered(ProblemDocument));
  return {
    openapi: "3.1.1",
    info: {
      title: "IPR CENcomm",
      version: "1",
      summary: "Exchange of alerts on counterfeit medical goods among customs administrations",
      description: conventions,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "..", description: "Where this document was read from" }],
    tags: Object.entries(subjects).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: schemas.components(),
      responses,
      parameters,
      headers,
      securitySchemes,
    },
  };
};
