import type * as z from "zod/mini";
import type { Endpoint } from "../../../shared/contract/endpoint.ts";

type Given<Name extends string, Part> = [Part] extends [never]
  ? { readonly [K in Name]?: never }
  : { readonly [K in Name]: Part };
type Part<E, Name extends string> = E extends { readonly [K in Name]: infer S extends z.ZodMiniType }
  ? S
  : never;
type Query<S> = [S] extends [never]
  ? { readonly query?: never }
  : { readonly query?: { readonly [K in keyof z.input<S & z.ZodMiniType>]?: string | number | undefined } };

/** What a call of an endpoint takes, by its line in the contract. */
export type Input<E extends Endpoint> = Given<
  "params",
  [Part<E, "params">] extends [never] ? never : z.input<Part<E, "params">>
> &
  Given<"body", [Part<E, "body">] extends [never] ? never : z.input<Part<E, "body">>> &
  Query<Part<E, "query">> &
  (E extends { readonly conditional: true }
    ? { readonly ifMatch: string }
    : { readonly ifMatch?: string | undefined }) &
  (E extends { readonly method: "POST" } ? { readonly idempotencyKey: string } : unknown);

/** What it gives back. */
export type Output<E extends Endpoint> = [Part<E, "response">] extends [never]
  ? undefined
  : z.output<Part<E, "response">>;

/** The parts of an input, whatever its endpoint. */
export interface AnyInput {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, string | number | undefined>> | undefined;
  readonly body?: unknown;
  readonly ifMatch?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** The path and query of a call. */
export const addressOf = (endpoint: Endpoint, { params = {}, query = {} }: AnyInput): string => {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === "") throw new Error(`${endpoint.path} needs ${name}.`);
    return encodeURIComponent(String(value));
  });
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};

/** The headers of a call beside its authorization. */
export const headersOf = (input: AnyInput): Record<string, string> => ({
  accept: "application/json",
  ...(input.body === undefined ? {} : { "content-type": "application/json" }),
  ...(input.ifMatch === undefined ? {} : { "if-match": `"${input.ifMatch}"` }),
  ...(input.idempotencyKey === undefined ? {} : { "idempotency-key": input.idempotencyKey }),
});
