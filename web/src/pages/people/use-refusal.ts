import type { UserView } from "../../../../shared/contract/user-view.ts";
import { type PersonChange, refusalOf } from "../../../../shared/domain/person-change.ts";
import { useSentence } from "../../i18n/use-sentence.ts";
import { useMe } from "../../session/me.ts";

/** Why the reader may not do something to a person, as the API would say it; undefined where they may. */
export const useRefusal = (): ((person: UserView, change: PersonChange) => string | undefined) => {
  const { user, administration } = useMe();
  const sentence = useSentence();
  const caller = { id: user.id, roles: user.roles, scopes: [], administrationKind: administration.kind };
  return (person, change) => {
    const refusal = refusalOf(caller, person, change);
    return refusal && sentence(refusal.detail);
  };
};
