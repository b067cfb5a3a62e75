import type { UserView } from "../../../shared/contract/users.ts";
import type { User } from "../../../shared/domain/user.ts";

/** A person as the own administration sees them. */
export const view = ({ id, name, email, roles, state, createdAt, changedAt, ...rest }: User): UserView => ({
  id,
  name,
  email,
  roles,
  state,
  createdAt,
  changedAt,
  ...(rest.lastSeenAt === undefined ? {} : { lastSeenAt: rest.lastSeenAt }),
  ...(rest.deletedAt === undefined ? {} : { deletedAt: rest.deletedAt }),
});
