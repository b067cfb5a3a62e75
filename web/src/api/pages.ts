import { useInfiniteQuery } from "@tanstack/react-query";
import type { Endpoint } from "../../../shared/contract/endpoint.ts";
import { call } from "./api.ts";
import type { Answer } from "./client.ts";
import { keyOf } from "./queries.ts";
import type { AnyInput, Input, Output } from "./request.ts";

interface Listed {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}
type Lists<E extends Endpoint> = Output<E> extends Listed ? Answer<Output<E>> : never;
type Row<E extends Endpoint> = Output<E> extends { readonly items: readonly (infer Item)[] } ? Item : never;

const nextOf = (answer: Answer<unknown>): string | undefined =>
  (answer as Answer<Listed>).data.nextCursor ?? undefined;

/** A list that is read page after page: its rows so far, and how to go on. */
export const usePages = <E extends Endpoint & { readonly method: "GET" }>(
  endpoint: E & (Lists<E> extends never ? never : E),
  input: Input<E>,
) => {
  const asked = input as AnyInput;
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, asked), "pages"],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...asked.query, cursor: pageParam };
      return call<E>(endpoint, { ...asked, query } as unknown as Input<E>, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextOf,
  });
  const rows = pages.data?.pages.flatMap((answer) => (answer as Answer<Listed>).data.items as Row<E>[]);
  return { pages, rows };
};
