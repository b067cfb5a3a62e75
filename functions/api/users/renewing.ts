import { commit } from "../../../shared/adapters/records/change.ts";
import { countedStep } from "../../../shared/adapters/records/rate.ts";
import { userItem } from "../../../shared/adapters/records/users.ts";
import type { users } from "../../../shared/contract/users.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import type { Command } from "../../runtime/request.ts";
import { assertAnother, assertCurrentPerson, loadPerson, personAnswer, stillInOffice } from "./access.ts";
import { reaching } from "./reaching.ts";

type Contract = typeof users;

/** Mail that one person can be sent by others, so that nobody's mailbox is filled. */
const INVITATIONS = {
  limit: 5,
  refusal: "This person was invited five times in this hour. Wait for the next.",
};

/** What brings a person in who could not come in: the invitation again, or a new authenticator. */
export const renewing = ({ store }: { readonly store: RecordStore }) => {
  const toChange = reaching(store);
  const render = async (id: string, { caller }: { readonly caller: Caller }) =>
    personAnswer(await loadPerson(store, caller, id));

  const resendInvitation: Command<Contract["resendInvitation"]> = {
    perform: async ({ params, caller, circumstances }) => {
      const person = await toChange(caller, params.id);
      if (person.state !== "invited")
        throw new Problem(
          "conflict",
          person.state === "active"
            ? `${person.name} has signed in already. Reset the authenticator if it is lost.`
            : `${person.name} is disabled. Let the person in again first.`,
        );
      const { id, administration } = person;
      await commit(store, circumstances, {
        action: "users.resend-invitation",
        subject: id,
        steps: [await countedStep(store, `invitation of ${id}`, circumstances.now, INVITATIONS)],
        outbox: [{ kind: "invite-user-again", administration, user: id }],
      });
      return { subject: id };
    },
    render,
  };

  const resetMfa: Command<Contract["resetMfa"]> = {
    perform: async (request) => {
      const { params, caller, circumstances } = request;
      const person = await toChange(caller, params.id);
      assertCurrentPerson(request, person);
      assertAnother(caller, person, "Nobody resets their own authenticator. Ask another contact point.");
      if (person.state === "disabled")
        throw new Problem("conflict", `${person.name} is disabled. Let the person in again first.`);
      const { subject: retiredSubject, ...rest } = person;
      if (retiredSubject === undefined)
        throw new Problem("conflict", `The invitation to ${person.name} is on its way already.`);
      const { id, administration, revision } = person;
      await commit(store, circumstances, {
        action: "users.reset-mfa",
        subject: id,
        steps: [
          {
            put: userItem({
              ...rest,
              retiredSubject,
              state: "invited",
              revision: revision + 1,
              changedAt: circumstances.now.toISOString(),
            }),
            when: { equals: { revision } },
          },
          stillInOffice(caller),
        ],
        outbox: [{ kind: "invite-user", administration, user: id }],
      });
      return { subject: id };
    },
    render,
  };

  return { resendInvitation, resetMfa };
};
