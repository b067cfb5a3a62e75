import { createHash } from "node:crypto";
import middy from "@middy/core";
import httpRouter from "@middy/http-router";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import * as z from "zod/mini";
import type { Circumstances } from "../../shared/adapters/records/change.ts";
import type { Access, Endpoint, Noun } from "../../shared/contract/endpoint.ts";
import { may, rolesFor, scopeFor } from "../../shared/domain/permissions.ts";
import { Problem } from "../../shared/domain/problem.ts";
import type { RecordStore } from "../../shared/domain/record-store.ts";
import type { Caller } from "../../shared/domain/user.ts";
import { loadCaller } from "./caller.ts";
import { header, queryOf, tags } from "./event.ts";
import { checkedKey, performOnce } from "./idempotency.ts";
import { limiting, type Verdict } from "./limits.ts";
import { parse, readJson } from "./parse.ts";
import { problemResponse } from "./problem-response.ts";
import type { Command, Operation, Read, Request } from "./request.ts";
import { respond } from "./respond.ts";

interface Surroundings {
  readonly clock: () => Date;
  readonly newId: () => string;
}

interface Stored {
  /** Who calls is read from it, and what a repeated request made. */
  readonly store: RecordStore;
}

/**
 * What a noun's function stands on, beside what its own operations ask for. One that anybody may read and nobody can
 * change needs no store.
 */
export type Ground<N extends Noun> = Surroundings &
  (N[keyof N] extends { readonly access: "public"; readonly method: "GET" } ? unknown : Stored);

type Operations<N extends Noun> = { readonly [Name in keyof N]: Operation<N[Name]> };

/** The body and query of an endpoint that asks for none: sent all the same, they may be empty. */
const nothing = z.strictObject({});

const authorise = (caller: Caller | undefined, access: Access): void => {
  if (access === "public" || access === "signed-in" || caller === undefined) return;
  if (may(caller, access)) return;
  const scope = scopeFor(access);
  throw new Problem(
    "forbidden",
    caller.user !== undefined
      ? `This needs one of the roles: ${rolesFor(access, caller.administrationKind).join(", ")}.`
      : scope === undefined
        ? "This is for people alone; no system account may do it."
        : `This needs the scope ${scope}.`,
  );
};

const bodyOf = (endpoint: Endpoint, event: APIGatewayProxyEvent) => {
  const expected = endpoint.body ?? (endpoint.method === "GET" || !event.body ? undefined : nothing);
  const json = expected && readJson(event.body, header(event, "content-type"), event.isBase64Encoded);
  const hash = createHash("sha256")
    .update(JSON.stringify(json ?? null))
    .digest("base64url");
  return { hash, body: expected && parse(expected, json, "body") };
};

const handle =
  (
    name: string,
    endpoint: Endpoint,
    operation: Read | Command,
    { clock, newId, store }: Surroundings & Stored,
    verdictOn: (event: APIGatewayProxyEvent) => Promise<Verdict>,
  ) =>
  async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const now = clock();
    const caller =
      endpoint.access === "public"
        ? undefined
        : await loadCaller(store, event.requestContext.authorizer, now);
    const refuseAboveLimits = await verdictOn(event);
    refuseAboveLimits(caller?.administrationKind);
    authorise(caller, endpoint.access);

    const params = endpoint.params && parse(endpoint.params, event.pathParameters ?? {}, "path");
    const query = parse(endpoint.query ?? nothing, queryOf(event), "query");
    const { body, hash } = bodyOf(endpoint, event);
    const [ifMatch] = tags(event, "if-match");
    if (endpoint.conditional === true && ifMatch === undefined)
      throw new Problem("precondition-required", "Send If-Match with the ETag of what you read.");

    const key = endpoint.method === "POST" ? header(event, "idempotency-key") : undefined;
    const circumstances: Circumstances = {
      now,
      newId,
      administration: caller?.administration ?? "WCO",
      actor: caller?.id ?? "applicant",
      ...(key === undefined
        ? {}
        : {
            idempotency: {
              pk: `IDM#${caller?.id ?? "anonymous"}#${checkedKey(key, caller === undefined)}`,
              sk: `${name}#${event.path}`,
              bodyHash: hash,
            },
          }),
    };
    // The parts were parsed by this endpoint's own schemas; the operation's type is inferred from the same ones.
    const ifNoneMatch = endpoint.method === "GET" ? tags(event, "if-none-match") : [];
    const request = {
      params,
      query,
      body,
      ifMatch,
      ifNoneMatch,
      circumstances,
      caller,
    } as unknown as Request;
    const answer =
      typeof operation === "function"
        ? await operation(request)
        : await performOnce(operation, request, store, hash);
    return respond(endpoint, event, answer);
  };

/** A noun's function: routes from the contract, one operation each, every refusal as problem+json. */
export const serve = <N extends Noun>(noun: N, operations: Operations<N>, ground: Ground<N>) => {
  // Begun before a request is read, whatever it is, and under way while the caller is looked up.
  const verdicts = new WeakMap<APIGatewayProxyEvent, Promise<Verdict>>();
  const verdictOn = async (event: APIGatewayProxyEvent): Promise<Verdict> =>
    (await verdicts.get(event)) ?? (() => undefined);
  const { store, clock } = ground as Surroundings & Partial<Stored>;
  const count = store && limiting({ store, clock });
  const router = httpRouter<APIGatewayProxyEvent, APIGatewayProxyResult>({
    routes: Object.entries(noun).map(([name, endpoint]) => ({
      method: endpoint.method,
      path: endpoint.path,
      // Where the ground has no store, no endpoint asks for the caller or can be repeated.
      handler: handle(
        name,
        endpoint,
        operations[name] as unknown as Read | Command,
        ground as Surroundings & Stored,
        verdictOn,
      ),
    })),
    notFoundResponse: () => {
      throw new Problem("unknown", "There is nothing here that you may see.");
    },
  });
  return middy(router)
    .before((request) => {
      // The gateway's own variable (`{proxy+}`) is no parameter of the contract; the router fills in those that are.
      request.event.pathParameters = null;
      if (count) verdicts.set(request.event, count(request.event));
    })
    .onError(async (request) => {
      const error = await refusalOf(request.error, verdictOn(request.event));
      if (!(error instanceof Problem)) console.error(error);
      request.response = problemResponse(error, request.event.requestContext.requestId);
    });
};

/** Above a limit, that is the answer to whatever else is wrong with the request: guessing is no faster by being malformed. */
const refusalOf = async (error: unknown, verdict: Promise<Verdict>): Promise<unknown> => {
  try {
    const refuseAboveLimits = await verdict;
    refuseAboveLimits();
    return error;
  } catch (above) {
    return above;
  }
};
