import { commit } from "../../../shared/adapters/records/change.ts";
import type { users } from "../../../shared/contract/users.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import type { Command } from "../../runtime/request.ts";
import { loadPerson, personAnswer, stillInOffice } from "./access.ts";
import { reaching, reachingAsSeen } from "./reaching.ts";
import { authenticatorReset, invitationAgain } from "./renewal.ts";

type Contract = typeof users;

/** What brings a person in who could not come in: the invitation again, or a new authenticator. */
export const renewing = ({ store }: { readonly store: RecordStore }) => {
  const toChange = reaching(store);
  const toChangeAsSeen = reachingAsSeen(store);
  const render = async (id: string, { caller }: { readonly caller: Caller }) =>
    personAnswer(await loadPerson(store, caller, id));

  const resendInvitation: Command<Contract["resendInvitation"]> = {
    perform: async (request) => {
      const { circumstances } = request;
      const person = await toChange(request, "resend-invitation");
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
      const { caller, circumstances } = request;
      const person = await toChangeAsSeen(request, "reset-authenticator");
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
