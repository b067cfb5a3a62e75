import { commit } from "../../../shared/adapters/records/change.ts";
import { userItem } from "../../../shared/adapters/records/users.ts";
import type { users } from "../../../shared/contract/users.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { confirmed } from "../../../shared/domain/user-access.ts";
import type { Command } from "../../runtime/request.ts";
import { loadPerson, personAnswer } from "./access.ts";
import { reachingAsSeen } from "./reaching.ts";

/** Once a year a contact point says of each person that they are still entitled. */
export const confirming = ({ store }: { readonly store: RecordStore }) => {
  const toChange = reachingAsSeen(store);

  const confirm: Command<(typeof users)["confirm"]> = {
    perform: async (request) => {
      const { circumstances } = request;
      const person = await toChange(request, "confirm");
      await commit(store, circumstances, {
        action: "users.confirm",
        subject: person.id,
        detail: { roles: person.roles.join(" ") },
        steps: [
          {
            put: userItem(confirmed(person, circumstances.now.toISOString())),
            when: { equals: { revision: person.revision } },
          },
        ],
      });
      return { subject: person.id };
    },
    render: async (id, { caller }) => personAnswer(await loadPerson(store, caller, id)),
  };

  return { confirm };
};
