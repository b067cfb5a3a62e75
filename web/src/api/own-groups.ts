import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { groups } from "../../../shared/contract/groups.ts";
import { queryOf } from "./queries.ts";

/** As many as one administration writes to or reads of; what it left long ago is found by its page. */
const asked = { ...queryOf(groups.list, { query: { limit: 100 } }), staleTime: 300_000 };

/** The groups into which the own administration may release now; undefined until they are known. */
export const useWritableGroups = () => {
  const { data } = useQuery(asked);
  return data?.data.items
    .filter(({ standing, state }) => standing === "member" && state !== "ended")
    .map(({ id, name = id, state }) => ({ id, name, state }));
};

/** The groups whose alerts the own administration reads, or read while it was inside. */
export const useReadableGroups = () => {
  const { data } = useQuery(asked);
  return data?.data.items
    .filter(({ standing }) => standing !== "outside")
    .map(({ id, name = id }) => ({ id, name }));
};

/** A group's name, or its short one where no other is told. */
export const useGroupName = (): ((id: string) => string) => {
  const { data } = useQuery(asked);
  const items = data?.data.items;
  return useCallback((id) => items?.find((group) => group.id === id)?.name ?? id, [items]);
};
