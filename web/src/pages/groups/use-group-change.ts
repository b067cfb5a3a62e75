import { useQueryClient } from "@tanstack/react-query";
import { groups } from "../../../../shared/contract/groups.ts";
import { oneself } from "../../../../shared/contract/oneself.ts";
import { keyOf } from "../../api/queries.ts";

/** Has everything asked for again that a change of a group or of its members may show elsewhere. */
export const useGroupRenewal = () => {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [groups.list, groups.get, groups.member, oneself.me].map((endpoint) =>
        client.invalidateQueries({ queryKey: keyOf(endpoint) }),
      ),
    );
};
