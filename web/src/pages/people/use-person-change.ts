import { useQueryClient } from "@tanstack/react-query";
import type { UserView } from "../../../../shared/contract/user-view.ts";
import { users } from "../../../../shared/contract/users.ts";
import type { Answer } from "../../api/client.ts";
import { keyOf, queryOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import type { Input } from "../../api/request.ts";

/** Shows a person as the exchange answered, and asks for the list anew. */
const useShowPerson = (id: string): ((answer: Answer<UserView>) => void) => {
  const client = useQueryClient();
  return (answer) => {
    client.setQueryData(queryOf(users.get, { params: { id } }).queryKey, answer);
    void client.invalidateQueries({ queryKey: keyOf(users.list) });
  };
};

/** Changes a person, and shows at once what the exchange answered. */
export const usePersonChange = ({ id }: UserView, etag: string) => {
  const show = useShowPerson(id);
  const change = useChange(users.update);
  const send = (body: Input<typeof users.update>["body"]) =>
    change.mutate({ params: { id }, ifMatch: etag, body }, { onSuccess: show });
  return { change, send };
};

/** What is done to a person as they were seen, and needs no more to be said. */
export const usePersonStep = (
  { id }: UserView,
  etag: string,
  endpoint: typeof users.resetMfa | typeof users.confirm,
  onDone: () => void = () => {},
) => {
  const show = useShowPerson(id);
  const step = useChange(endpoint);
  const keyFor = useIdempotencyKeys();
  const send = () =>
    step.mutate(
      { params: { id }, ifMatch: etag, idempotencyKey: keyFor(etag) },
      {
        onSuccess: (answer) => {
          show(answer);
          onDone();
        },
      },
    );
  return { step, send };
};
