import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { APIGatewayProxyEvent } from "aws-lambda";
import fastify, { type HTTPMethods } from "fastify";
import { acknowledging } from "../../functions/api/alerts/acknowledging.ts";
import { drafting } from "../../functions/api/alerts/drafting.ts";
import { listing } from "../../functions/api/alerts/listing.ts";
import { reading } from "../../functions/api/alerts/reading.ts";
import { releasing } from "../../functions/api/alerts/releasing.ts";
import { loadCaller } from "../../functions/runtime/caller.ts";
import { limiting } from "../../functions/runtime/limits.ts";
import { parse } from "../../functions/runtime/parse.ts";
import type { Command, Read, Request } from "../../functions/runtime/request.ts";
import { clock, newId, randomBytes } from "../../functions/runtime/surroundings.ts";
import { dynamoRecordStore } from "../../shared/adapters/dynamodb/record-store.ts";
import { alerts } from "../../shared/contract/alerts.ts";
import type { Endpoint } from "../../shared/contract/endpoint.ts";

const store = dynamoRecordStore(new DynamoDBClient({}), process.env["BENCH_TABLE"] ?? "");

const operations = {
  ...drafting({ store }),
  ...releasing({ store, randomBytes }),
  ...listing({ store }),
  ...reading({ store }),
  ...acknowledging({ store }),
};

const app = fastify();
const count = limiting({ store, clock });

/** The same rules and the same store, behind the routing, parsing and answering of Fastify. */
for (const name of ["list", "get", "create", "release", "acknowledge"] as const) {
  const endpoint: Endpoint = alerts[name];
  const operation = operations[name] as unknown as Read | Command;
  app.route({
    method: endpoint.method as HTTPMethods,
    url: endpoint.path.replaceAll(/\{(\w+)\}/g, ":$1"),
    handler: async (received, reply) => {
      const event = JSON.parse(String(received.headers["x-event"])) as APIGatewayProxyEvent;
      const verdict = count(event);
      const caller = await loadCaller(store, event.requestContext.authorizer, clock());
      (await verdict)(caller.administrationKind);
      const request = {
        params: endpoint.params && parse(endpoint.params, received.params, "path"),
        query: endpoint.query && parse(endpoint.query, received.query, "query"),
        body: endpoint.body && parse(endpoint.body, received.body, "body"),
        ifMatch: received.headers["if-match"]?.replaceAll('"', ""),
        ifNoneMatch: [],
        circumstances: { now: clock(), newId, administration: caller.administration, actor: caller.id },
        caller,
      } as unknown as Request;
      const answer =
        typeof operation === "function"
          ? await operation(request)
          : await operation.render((await operation.perform(request)).subject, request);
      if (answer.etag !== undefined) reply.header("etag", `"${answer.etag}"`);
      return reply.code(endpoint.status).send(answer.body);
    },
  });
}

/** As an adapter for Lambda calls it: injected, without a socket. */
export const handler = async (event: APIGatewayProxyEvent) => {
  const { requestContext, path, headers } = event;
  const response = await app.inject({
    method: event.httpMethod as "GET",
    url: path,
    query: (event.queryStringParameters ?? {}) as Record<string, string>,
    headers: {
      ...(headers as Record<string, string>),
      "x-event": JSON.stringify({ requestContext, path, headers }),
    },
    ...(event.body === null ? {} : { payload: event.body }),
  });
  return { statusCode: response.statusCode, body: response.body };
};
