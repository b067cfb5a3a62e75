import { useQueryClient } from "@tanstack/react-query";
import { type UserView, users } from "../../../../shared/contract/users.ts";
import { keyOf, queryOf, useChange } from "../../api/queries.ts";
import type { Input } from "../../api/request.ts";

/** Changes a person, and shows at once what the exchange answered. */
export const usePersonChange = ({ id }: UserView, etag: string) => {
  const client = useQueryClient();
  const change = useChange(users.update);
  const send = (body: Input<typeof users.update>["body"]) =>
    change.mutate(
      { params: { id }, ifMatch: etag, body },
      {
        onSuccess: (answer) => {
          client.setQueryData(queryOf(users.get, { params: { id } }).queryKey, answer);
          void client.invalidateQueries({ queryKey: keyOf(users.list) });
        },
      },
    );
  return { change, send };
};
