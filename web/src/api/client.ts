import type { Endpoint } from "../../../shared/contract/endpoint.ts";
import { ApiProblem, problemOf, Unreachable } from "./problem.ts";
import { type AnyInput, addressOf, headersOf, type Input, type Output } from "./request.ts";

/** An answer with the version that a later change names. */
export interface Answer<T> {
  readonly data: T;
  readonly etag: string | undefined;
}

export interface ClientSettings {
  readonly fetch: typeof fetch;
  /** The caller's access token, renewed where it has run out; undefined when nobody is signed in. */
  readonly token: (options: { readonly renew: boolean }) => Promise<string | undefined>;
  /** The exchange does not know the caller any more. */
  readonly onSignedOut: () => void;
}

export type Call = <E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  options?: { readonly signal?: AbortSignal },
) => Promise<Answer<Output<E>>>;

/** Answers kept to be asked for again by their version only; the oldest make way. */
const KEPT = 200;

/** A client of the hosted API whose types and checks come from the contract. */
export const createClient = (settings: ClientSettings): { readonly call: Call; forget(): void } => {
  const kept = new Map<string, { readonly etag: string; readonly body: unknown }>();

  const send = async (
    endpoint: Endpoint,
    input: AnyInput,
    signal: AbortSignal | undefined,
    renew: boolean,
  ) => {
    const address = addressOf(endpoint, input);
    const token = endpoint.access === "public" ? undefined : await settings.token({ renew });
    const known = endpoint.method === "GET" ? kept.get(address) : undefined;
    const headers = {
      ...headersOf(input),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(known === undefined ? {} : { "if-none-match": known.etag }),
    };
    try {
      const response = await settings.fetch(address, {
        method: endpoint.method,
        headers,
        ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
        ...(signal === undefined ? {} : { signal }),
        // What a caller may read is asked for each time; a browser's cache knows nothing of rights.
        cache: "no-store",
      });
      const text = response.status === 204 || response.status === 304 ? "" : await response.text();
      return { response, address, body: response.status === 304 ? known?.body : parsed(text) };
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new Unreachable(error);
    }
  };

  const call: Call = async (endpoint, given, { signal } = {}) => {
    const input = given as AnyInput;
    let { response, address, body } = await send(endpoint, input, signal, false);
    if (response.status === 401 && endpoint.access !== "public") {
      ({ response, address, body } = await send(endpoint, input, signal, true));
      if (response.status === 401) settings.onSignedOut();
    }
    if (!response.ok && response.status !== 304) throw problemOf(response.status, body);
    const etag = response.headers.get("etag");
    if (endpoint.method === "GET" && etag !== null) keep(address, { etag, body });
    return {
      data: read(endpoint, body),
      etag: etag?.replace(/^"(.*)"$/, "$1"),
    };
  };

  const keep = (address: string, answer: { readonly etag: string; readonly body: unknown }): void => {
    kept.delete(address);
    kept.set(address, answer);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  };

  return { call, forget: () => kept.clear() };
};

const parsed = (text: string): unknown => {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

const read = <E extends Endpoint>(endpoint: E, body: unknown): Output<E> => {
  if (endpoint.response === undefined) return undefined as Output<E>;
  const result = endpoint.response.safeParse(body);
  if (result.success) return result.data as Output<E>;
  throw new ApiProblem({
    status: 502,
    title: "",
    detail: `The answer to ${endpoint.method} ${endpoint.path} is not as the contract says.`,
  });
};
