import type * as z from "zod/mini";
import { ProblemDocument } from "../shared/contract/common.ts";
import type { Endpoint } from "../shared/contract/endpoint.ts";

type Part<E, Name extends string> =
  E extends Record<Name, infer S extends z.ZodMiniType> ? { readonly [N in Name]: z.input<S> } : object;

/** What a request is made of, as far as the endpoint takes it. */
export type RequestParts<E extends Endpoint> = Part<E, "params"> &
  Part<E, "body"> & { readonly query?: Readonly<Record<string, string>> } & {
    readonly token?: string;
    readonly ifMatch?: string | undefined;
    readonly idempotencyKey?: string;
  };

export interface Output<E extends Endpoint> {
  readonly body: E extends { response: infer S extends z.ZodMiniType } ? z.infer<S> : undefined;
  readonly etag: string | undefined;
}

/** The exchange refused; its own words are the message. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: ProblemDocument;

  constructor(endpoint: Endpoint, problem: ProblemDocument) {
    const fields = (problem.errors ?? []).map(({ pointer, detail }) => ` ${pointer}: ${detail}`).join("");
    super(`${endpoint.method} ${endpoint.path}: ${problem.status} ${problem.detail}${fields}`);
    this.name = "Refused";
    this.status = problem.status;
    this.problem = problem;
  }
}

/** A refusal in the API's own words; what else stands between the two may fail in its own. */
const failure = (endpoint: Endpoint, status: number, text: string): Error => {
  const problem = text.startsWith("{") ? ProblemDocument.safeParse(JSON.parse(text)) : undefined;
  return problem?.success
    ? new Refused(endpoint, problem.data)
    : new Error(`${endpoint.method} ${endpoint.path}: ${status} ${text}`);
};

/** Calls the hosted API by its contract, as a national system would: only through HTTP. */
export const openApi = (apiUrl: string) => {
  const urlOf = ({ path }: Endpoint, params: unknown, query: Readonly<Record<string, string>>): string => {
    const values = (params ?? {}) as Readonly<Record<string, string>>;
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
    const search = new URLSearchParams(query).toString();
    return `${apiUrl}${filled.slice("/v1".length)}${search === "" ? "" : `?${search}`}`;
  };

  return {
    call: async <E extends Endpoint>(endpoint: E, input: RequestParts<E>): Promise<Output<E>> => {
      const {
        params,
        body,
        query = {},
        token,
        ifMatch,
        idempotencyKey,
      } = input as {
        readonly params?: unknown;
        readonly body?: unknown;
      } & RequestParts<Endpoint>;
      const answer = await fetch(urlOf(endpoint, params, query), {
        method: endpoint.method,
        headers: {
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(ifMatch === undefined ? {} : { "if-match": ifMatch }),
          ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (answer.status !== endpoint.status) throw failure(endpoint, answer.status, text);
      // The schema that says what the endpoint answers is the one whose type is promised.
      const parsed = endpoint.response?.parse(JSON.parse(text)) as Output<E>["body"];
      return { body: parsed, etag: answer.headers.get("etag") ?? undefined };
    },
  };
};
