import { useInfiniteQuery } from "@tanstack/react-query";
import type { Endpoint } from "../../../shared/contract/endpoint.ts";
import { call } from "./api.ts";
import { keyOf } from "./queries.ts";
import type { AnyInput, Input, Output } from "./request.ts";

type Row<E extends Endpoint> = Output<E> extends { readonly items: readonly (infer Item)[] } ? Item : never;
interface List<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** A list that is read page after page: its rows so far, and how to go on. */
export const usePages = <E extends Endpoint & { readonly method: "GET" }>(endpoint: E, input: Input<E>) => {
  const asked = input as AnyInput;
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, asked), "pages"],
    queryFn: async ({ pageParam, signal }) => {
      const page = { ...asked, query: { ...asked.query, cursor: pageParam } } as Input<E>;
      return (await call(endpoint, page, { signal })).data as List<Row<E>>;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  return { pages, rows: { ...pages, data: rows } };
};
