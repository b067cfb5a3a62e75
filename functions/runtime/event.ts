import type { APIGatewayProxyEvent } from "aws-lambda";
import { Problem } from "../../shared/domain/problem.ts";

/** A header's value, however its name is written. */
export const header = (event: APIGatewayProxyEvent, name: string): string | undefined =>
  Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];

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
