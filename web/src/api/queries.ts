import { QueryClient, queryOptions, useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import type { Endpoint } from "../../../shared/contract/endpoint.ts";
import { call } from "./api.ts";
import type { Answer } from "./client.ts";
import { idempotencyKeys } from "./idempotency.ts";
import { isPassing } from "./problem.ts";
import type { AnyInput, Input, Output } from "./request.ts";

/** Asked again by itself only where that may help; a refusal is shown at once. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && isPassing(error),
    },
    mutations: { networkMode: "always" },
  },
});

/** Begins every key of what an endpoint's path answers, so that a change can make it asked for again. */
export const keyOf = (endpoint: Endpoint, input: AnyInput = {}): readonly unknown[] => [
  endpoint.path,
  ...(input.params === undefined && input.query === undefined ? [] : [input.params ?? {}, input.query ?? {}]),
];

/** A GET as useQuery takes it: `useQuery(queryOf(users.me, {}))`. */
export const queryOf = <E extends Endpoint & { readonly method: "GET" }>(endpoint: E, input: Input<E>) =>
  queryOptions<Answer<Output<E>>>({
    queryKey: keyOf(endpoint, input as AnyInput),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
  });

/** The keys under which this form's POSTs are performed once each; see api/idempotency.ts. */
export const useIdempotencyKeys = (): ((body: unknown) => string) => {
  const keys = useRef<((body: unknown) => string) | undefined>(undefined);
  keys.current ??= idempotencyKeys(() => crypto.randomUUID());
  return keys.current;
};

/** A change: `useChange(alerts.submit)`, then `mutate({ params, ifMatch, idempotencyKey })`. */
export const useChange = <E extends Endpoint>(endpoint: E) =>
  useMutation<Answer<Output<E>>, Error, Input<E>>({ mutationFn: (input) => call(endpoint, input) });
