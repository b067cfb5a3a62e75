import { useQueryClient } from "@tanstack/react-query";
import { administrations } from "../../../../shared/contract/administrations.ts";
import { type RegistrationView, registrations } from "../../../../shared/contract/registrations.ts";
import type { Answer } from "../../api/client.ts";
import { keyOf, queryOf } from "../../api/queries.ts";

export interface DecisionProps {
  readonly application: RegistrationView;
  readonly etag: string;
  readonly onReload: () => void;
}

/** After a decision: shown at once, and asked for again wherever it is listed. */
export const useDecided = () => {
  const client = useQueryClient();
  return (answer: Answer<RegistrationView>) => {
    const { id } = answer.data;
    client.setQueryData(queryOf(registrations.get, { params: { id } }).queryKey, answer);
    for (const endpoint of [registrations.list, administrations.list])
      void client.invalidateQueries({ queryKey: keyOf(endpoint) });
    scrollTo({ top: 0 });
  };
};
