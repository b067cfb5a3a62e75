import { createHash } from "node:crypto";
import middy from "@middy/core";
import httpRouter from "@middy/http-router";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import { AlreadyDone, type Circumstances } from "../../shared/adapters/records/change.ts";
import type { Access, Endpoint, Noun } from "../../shared/contract/endpoint.ts";
import { may, permissions } from "../../shared/domain/permissions.ts";
import { Problem } from "../../shared/domain/problem.ts";
import { ConditionFailed, type RecordStore } from "../../shared/domain/record-store.ts";
import type { Caller } from "../../shared/domain/user.ts";
import { loadCaller } from "./caller.ts";
import { parse, readJson } from "./parse.ts";
import { problemResponse } from "./problem-response.ts";
import type { Answer, Command, Operation, Outcome, Read, Request } from "./request.ts";

/** What every noun's function stands on, beside what its own operations ask for. */
export interface Ground {
  readonly store: RecordStore;
  readonly clock: () => Date;
  readonly newId: () => string;
}

type Operations<N extends Noun> = { readonly [Name in keyof N]: Operation<N[Name]> };

/** Anonymous callers' keys are secrets that name their request: 128 bits, as 22 characters of base64url. */
const ANONYMOUS_KEY = 22;

const securityHeaders = {
  "content-type": "application/json",
  "x-content-type-options": "nosniff",
  "strict-transport-security": "max-age=63072000; includeSubDomains; preload",
  "referrer-policy": "no-referrer",
};

const header = (event: APIGatewayProxyEvent, name: string): string | undefined =>
  Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];

const authorise = (caller: Caller | undefined, access: Access): void => {
  if (access === "public" || access === "signed-in" || caller === undefined) return;
  if (!may(caller.user.roles, access))
    throw new Problem("forbidden", `This needs one of the roles: ${permissions[access].join(", ")}.`);
};

const idempotencyKey = (event: APIGatewayProxyEvent, caller: Caller | undefined): string | undefined => {
  const key = header(event, "idempotency-key");
  if (key === undefined) return undefined;
  const least = caller === undefined ? ANONYMOUS_KEY : 1;
  if (!/^[\x21-\x7e]+$/.test(key) || key.length < least || key.length > 200)
    throw new Problem(
      "malformed",
      `An Idempotency-Key has ${least} to 200 visible ASCII characters, such as a UUID.`,
    );
  return key;
};

const respond = (endpoint: Endpoint, event: APIGatewayProxyEvent, answer: Answer): APIGatewayProxyResult => {
  const etag = answer.etag === undefined ? undefined : `"${answer.etag}"`;
  const headers = {
    ...securityHeaders,
    "cache-control": endpoint.cacheable === undefined ? "no-store" : `public, max-age=${endpoint.cacheable}`,
    ...(etag === undefined ? {} : { etag }),
    ...(answer.location === undefined ? {} : { location: answer.location }),
  };
  if (endpoint.method === "GET" && etag !== undefined && header(event, "if-none-match") === etag)
    return { statusCode: 304, headers, body: "" };
  return {
    statusCode: endpoint.status,
    headers,
    body: endpoint.status === 204 ? "" : JSON.stringify(answer.body),
  };
};

/** Performs a command once per Idempotency-Key; a repeated one is rendered again from what it made. */
const performOnce = async (
  command: Command,
  request: Request,
  ground: Ground,
  bodyHash: string,
): Promise<Answer> => {
  const { idempotency } = request.circumstances;
  const done = async (): Promise<Outcome | undefined> => {
    if (idempotency === undefined) return undefined;
    const earlier = await ground.store.get(idempotency);
    if (earlier === undefined) return undefined;
    const expiresAt = Number(earlier["expiresAt"]);
    if (expiresAt * 1000 <= request.circumstances.now.getTime()) {
      // The table cleans up in its own time, days late; the key is free for a new request from here on.
      await ground.store
        .transact([{ delete: idempotency, when: { equals: { expiresAt } } }])
        .catch((error: unknown) => {
          if (!(error instanceof ConditionFailed)) throw error;
        });
      return undefined;
    }
    if (earlier["bodyHash"] !== bodyHash)
      throw new Problem("invalid", "This Idempotency-Key was used for another request. Choose a new one.");
    return { subject: String(earlier["subject"]) };
  };
  const perform = async (): Promise<Outcome> => {
    try {
      return await command.perform(request);
    } catch (error) {
      const outcome = error instanceof AlreadyDone ? await done() : undefined;
      if (outcome === undefined) throw error;
      return outcome;
    }
  };
  const outcome = (await done()) ?? (await perform());
  const answer = await command.render(outcome.subject, request);
  return outcome.once === undefined
    ? answer
    : { ...answer, body: { ...(answer.body as object), ...outcome.once } };
};

const handle =
  (name: string, endpoint: Endpoint, operation: Read | Command, ground: Ground) =>
  async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const now = ground.clock();
    const caller =
      endpoint.access === "public"
        ? undefined
        : await loadCaller(ground.store, event.requestContext.authorizer, now);
    authorise(caller, endpoint.access);

    const params = endpoint.params && parse(endpoint.params, event.pathParameters ?? {}, "path");
    const query = parseQuery(endpoint, event);
    const json = endpoint.body && readJson(event.body, header(event, "content-type"), event.isBase64Encoded);
    const body = endpoint.body && parse(endpoint.body, json, "body");
    const ifMatch = header(event, "if-match")?.replace(/^"(.*)"$/, "$1");
    if (endpoint.conditional && ifMatch === undefined)
      throw new Problem("precondition-required", "Send If-Match with the ETag of what you read.");

    const key = endpoint.method === "POST" ? idempotencyKey(event, caller) : undefined;
    const bodyHash = createHash("sha256")
      .update(JSON.stringify(json ?? null))
      .digest("base64url");
    const circumstances: Circumstances = {
      now,
      newId: ground.newId,
      administration: caller?.administration ?? "WCO",
      actor: caller?.user.id ?? "applicant",
      ...(key === undefined
        ? {}
        : {
            idempotency: {
              pk: `IDM#${caller?.user.id ?? "anonymous"}#${key}`,
              sk: `${name}#${event.path}`,
              bodyHash,
            },
          }),
    };
    // The parts were parsed by this endpoint's own schemas; the operation's type is inferred from the same ones.
    const request = { params, query, body, ifMatch, circumstances, caller } as unknown as Request;
    const answer =
      typeof operation === "function"
        ? await operation(request)
        : await performOnce(operation, request, ground, bodyHash);
    return respond(endpoint, event, answer);
  };

const parseQuery = (endpoint: Endpoint, event: APIGatewayProxyEvent): unknown => {
  const given = event.queryStringParameters ?? {};
  const repeated = Object.entries(event.multiValueQueryStringParameters ?? {}).find(
    ([, values]) => (values?.length ?? 0) > 1,
  );
  if (repeated !== undefined)
    throw new Problem("malformed", `Give ${repeated[0]} once.`, [
      { pointer: repeated[0], detail: "Give it once." },
    ]);
  if (endpoint.query !== undefined) return parse(endpoint.query, given, "query");
  const [unexpected] = Object.keys(given);
  if (unexpected !== undefined)
    throw new Problem("malformed", `${unexpected} is no parameter of this request.`, [
      { pointer: unexpected, detail: "Leave it out." },
    ]);
  return undefined;
};

/** A noun's function: routes from the contract, one operation each, every refusal as problem+json. */
export const serve = <N extends Noun>(noun: N, operations: Operations<N>, ground: Ground) => {
  const router = httpRouter<APIGatewayProxyEvent, APIGatewayProxyResult>({
    routes: Object.entries(noun).map(([name, endpoint]) => ({
      method: endpoint.method,
      path: endpoint.path,
      handler: handle(name, endpoint, operations[name] as unknown as Read | Command, ground),
    })),
    notFoundResponse: () => {
      throw new Problem("unknown", "There is nothing here that you may see.");
    },
  });
  return middy(router)
    .before((request) => {
      // The gateway's own variable (`{proxy+}`) is no parameter of the contract; the router fills in those that are.
      request.event.pathParameters = null;
    })
    .onError((request) => {
      if (!(request.error instanceof Problem)) console.error(request.error);
      request.response = problemResponse(request.error, request.event.requestContext.requestId);
    });
};
