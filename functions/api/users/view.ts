import type { UserView } from "../../../shared/contract/user-view.ts";
import { confirmBy } from "../../../shared/domain/recertification.ts";
import type { User } from "../../../shared/domain/user.ts";

/** A person as the own administration sees them. */
export const view = (user: User): UserView => {
  const { id, name, email, roles, state, revision, createdAt, changedAt } = user;
  const { lastSeenAt, confirmedAt, disabledBecause, compromisedSince, deletedAt } = user;
  const due = confirmBy(user);
  return {
    id,
    name,
    email,
    roles,
    state,
    revision,
    createdAt,
    changedAt,
    ...(lastSeenAt === undefined ? {} : { lastSeenAt }),
    ...(confirmedAt === undefined ? {} : { confirmedAt }),
    ...(due === undefined ? {} : { confirmBy: due }),
    ...(disabledBecause === undefined ? {} : { disabledBecause }),
    ...(compromisedSince === undefined ? {} : { compromisedSince }),
    ...(deletedAt === undefined ? {} : { deletedAt }),
  };
};
