import { commit } from "../../../shared/adapters/records/change.ts";
import type { users } from "../../../shared/contract/users.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import type { Command } from "../../runtime/request.ts";
import { assertAnother, assertCurrentPerson, loadPerson, personAnswer, stillInOffice } from "./access.ts";
import { reaching } from "./reaching.ts";
import { authenticatorReset, invitationAgain } from "./renewal.ts";

type Contract = typeof users;

/** What brings a person in who could not come in: the invitation again, or a new authenticator. */
export const renewing = ({ store }: { readonly store: RecordStore }) => {
  const toChange = reaching(store);
  const render = async (id: string, { caller }: { readonly caller: Caller }) =>
    personAnswer(await loadPerson(store, caller, id));

  const resendInvitation: Command<Contract["resendInvitation"]> = {
    perform: async ({ params, caller, circumstances }) => {
      const person = await toChange(caller, params.id);
      await commit(store, circumstances, {
        action: "users.resend-invitation",
        subject: person.id,
        ...(await invitationAgain(store, person, circumstances.now)),
      });
      return { subject: person.id };
    },
    render,
  };

  const resetMfa: Command<Contract["resetMfa"]> = {
    perform: async (request) => {
      const { params, caller, circumstances } = request;
      const person = await toChange(caller, params.id);
      assertCurrentPerson(request, person);
      assertAnother(caller, person, "Nobody resets their own authenticator. Ask another contact point.");
      const { steps, outbox } = authenticatorReset(person, circumstances.now);
      await commit(store, circumstances, {
        action: "users.reset-mfa",
        subject: person.id,
        steps: [...steps, stillInOffice(caller)],
        outbox,
      });
      return { subject: person.id };
    },
    render,
  };

  return { resendInvitation, resetMfa };
};
