import { commit } from "../../../shared/adapters/records/change.ts";
import { userItem } from "../../../shared/adapters/records/users.ts";
import type { users } from "../../../shared/contract/users.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { confirmed } from "../../../shared/domain/user-access.ts";
import type { Command } from "../../runtime/request.ts";
import { assertAnother, assertCurrentPerson, loadPerson, personAnswer } from "./access.ts";
import { reaching } from "./reaching.ts";

/** Once a year a contact point says of each person that they are still entitled. */
export const confirming = ({ store }: { readonly store: RecordStore }) => {
  const toChange = reaching(store);

  const confirm: Command<(typeof users)["confirm"]> = {
    perform: async (request) => {
      const { params, caller, circumstances } = request;
      const person = await toChange(caller, params.id);
      assertCurrentPerson(request, person);
      assertAnother(
        caller,
        person,
        "Nobody confirms themselves. Ask another contact point, or the secretariat where there is none.",
      );
      if (person.state === "disabled")
        throw new Problem(
          "conflict",
          `${person.name} is disabled. Whoever lets the person in again confirms with it.`,
        );
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
