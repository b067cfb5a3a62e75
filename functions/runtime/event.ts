import type { APIGatewayProxyEvent } from "aws-lambda";
import { Problem } from "../../shared/domain/problem.ts";

/** A header's value, however its name is written. */
export const header = (event: APIGatewayProxyEvent, name: string): string | undefined =>
  Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];

/**
 * The versions named by an `If-Match` or `If-None-Match`, without quotes. A cache that compresses an answer on its way
 * weakens its tag (`W/"…"`); it names the same version all the same.
 */
export const tags = (event: APIGatewayProxyEvent, name: "if-match" | "if-none-match"): readonly string[] =>
  header(event, name)
    ?.split(",")
    .map((tag) => tag.trim().replace(/^(?:W\/)?"(.*)"$/, "$1")) ?? [];

/** The query's parameters. Throws a Problem for one that is given twice. */
export const queryOf = (event: APIGatewayProxyEvent) => {
  const repeated = Object.entries(event.multiValueQueryStringParameters ?? {}).find(
    ([, values]) => (values?.length ?? 0) > 1,
  );
  if (repeated !== undefined)
    throw new Problem("malformed", `Give ${repeated[0]} once.`, [
      { pointer: repeated[0], detail: "Give it once." },
    ]);
  return event.queryStringParameters ?? {};
};
