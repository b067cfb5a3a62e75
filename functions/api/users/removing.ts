import { commit } from "../../../shared/adapters/records/change.ts";
import { userAddressItem, userItem } from "../../../shared/adapters/records/users.ts";
import type { users } from "../../../shared/contract/users.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { disabled } from "../../../shared/domain/user-access.ts";
import type { Read } from "../../runtime/request.ts";
import { stillInOffice } from "./access.ts";
import { reachingAsSeen } from "./reaching.ts";

/** Deletes a person: what is left is a name for the trail's entries, and nobody. */
export const removing = ({ store }: { readonly store: RecordStore }) => {
  const toChange = reachingAsSeen(store);

  const remove: Read<(typeof users)["remove"]> = async (request) => {
    const { caller, circumstances } = request;
    const person = await toChange(request, "delete");
    const at = circumstances.now.toISOString();
    const { id, administration, revision } = person;
    const { pk, sk } = userAddressItem(person);
    await commit(store, circumstances, {
      action: "users.remove",
      subject: id,
      steps: [
        {
          put: userItem({ ...disabled(person, at), deletedAt: at }),
          when: { equals: { revision } },
        },
        { delete: { pk, sk } },
        stillInOffice(caller),
      ],
      outbox: [{ kind: "user-state-changed", administration, user: id }],
    });
    return {};
  };

  return { remove };
};
