import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { administrations } from "../../../../shared/contract/administrations.ts";
import { type Actor, audit } from "../../../../shared/contract/audit.ts";
import { call } from "../../api/api.ts";
import { keyOf } from "../../api/queries.ts";
import type { AuditFilter } from "../../path-builder.ts";
import { auditQuery } from "./filter.ts";
import { pause, walk } from "./walk.ts";

/** What a trail holds for a filter, page after page. Nothing is asked for again by itself: each page read is an entry, too. */
export const useTrail = (filter: AuditFilter) => {
  const query = { ...auditQuery(filter), limit: 50 };
  return useInfiniteQuery({
    queryKey: keyOf(audit.list, { query }),
    queryFn: ({ pageParam, signal }) =>
      call(audit.list, { query: { ...query, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ data }) => data.nextCursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
};

/** The own administration's people and systems, those deleted too; none for another's trail. */
export const useActors = (enabled: boolean): readonly Actor[] => {
  const { data } = useQuery({
    queryKey: keyOf(audit.actors),
    queryFn: async ({ signal }) => {
      const all: Actor[] = [];
      await walk({
        ask: async (cursor) => (await call(audit.actors, { query: { limit: 100, cursor } }, { signal })).data,
        take: ({ items }) => all.push(...items),
        signal,
        pause,
      });
      return all;
    },
    enabled,
    staleTime: 300_000,
    refetchOnWindowFocus: false,
  });
  return data ?? [];
};

/** The codes of all administrations, for whoever oversees their trails. */
export const useAdministrationCodes = (enabled: boolean): readonly string[] => {
  const { data } = useQuery({
    queryKey: [...keyOf(administrations.list), "codes"],
    queryFn: async ({ signal }) => {
      const codes: string[] = [];
      await walk({
        ask: async (cursor) =>
          (await call(administrations.list, { query: { limit: 100, cursor } }, { signal })).data,
        take: ({ items }) => codes.push(...items.map(({ code }) => code)),
        signal,
        pause,
      });
      return codes;
    },
    enabled,
    staleTime: 300_000,
  });
  return data ?? [];
};
