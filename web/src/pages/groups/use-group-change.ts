import { useQueryClient } from "@tanstack/react-query";
import { groups } from "../../../../shared/contract/groups.ts";
import { users } from "../../../../shared/contract/users.ts";
import { keyOf } from "../../api/queries.ts";

/** Has everything asked for again that a change of a group or of its members may show elsewhere. */
export const useGroupRenewal = () => {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [groups.list, groups.get, groups.member, users.me].map((endpoint) =>
        client.invalidateQueries({ queryKey: keyOf(endpoint) }),
      ),
    );
};
