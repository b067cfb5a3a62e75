import type { Change, Circumstances } from "../../../shared/adapters/records/change.ts";
import { countedStep } from "../../../shared/adapters/records/rate.ts";
import { userAddressItem, userItem } from "../../../shared/adapters/records/users.ts";
import { invalid } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { User } from "../../../shared/domain/user.ts";

/** Somebody new, who has not come in yet. */
export const invited = (
  who: Pick<User, "administration" | "name" | "email" | "roles" | "importedBy">,
  { now, newId }: Pick<Circumstances, "now" | "newId">,
): User => {
  const at = now.toISOString();
  return { ...who, id: newId(), state: "invited", revision: 1, createdAt: at, changedAt: at };
};

/** Invitations that an administration has mailed to one address, so that deleting and inviting again fills nobody's mailbox. */
const TO_ONE_ADDRESS = {
  limit: 5,
  refusal: "This address was invited five times in this hour. Wait for the next.",
};

/** Keeps the person, the address as theirs alone, and the invitation to be mailed. Throws a Problem over the limit. */
export const invitation = async (store: RecordStore, user: User, now: Date): Promise<Change> => ({
  action: "users.invite",
  subject: user.id,
  detail: { roles: user.roles.join(" ") },
  steps: [
    { put: userItem(user), when: { absent: true } },
    {
      put: userAddressItem(user),
      when: { absent: true },
      otherwise: () => invalid("/email", "Somebody of your administration has this address already."),
    },
    await countedStep(
      store,
      `invitation to ${user.email.toLowerCase()} by ${user.administration}`,
      now,
      TO_ONE_ADDRESS,
    ),
  ],
  outbox: [{ kind: "invite-user", administration: user.administration, user: user.id }],
});
