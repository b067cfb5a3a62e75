import type { Change, Circumstances } from "../../../shared/adapters/records/change.ts";
import { userAddressItem, userItem } from "../../../shared/adapters/records/users.ts";
import { invalid } from "../../../shared/domain/problem.ts";
import type { User } from "../../../shared/domain/user.ts";

/** Somebody new, who has not come in yet. */
export const invited = (
  who: Pick<User, "administration" | "name" | "email" | "roles" | "importedBy">,
  { now, newId }: Pick<Circumstances, "now" | "newId">,
): User => {
  const at = now.toISOString();
  return { ...who, id: newId(), state: "invited", revision: 1, createdAt: at, changedAt: at };
};

/** Keeps the person, the address as theirs alone, and the invitation to be mailed. */
export const invitation = (user: User): Change => ({
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
  ],
  outbox: [{ kind: "invite-user", administration: user.administration, user: user.id }],
});
