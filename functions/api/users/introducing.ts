import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { membershipsOf } from "../../../shared/adapters/records/groups.ts";
import type { users } from "../../../shared/contract/users.ts";
import { isMember } from "../../../shared/domain/group.ts";
import { actions, may } from "../../../shared/domain/permissions.ts";
import { unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import type { Read } from "../../runtime/request.ts";
import { view } from "./view.ts";

const introduced = ({ user, systemAccount }: Caller) => {
  if (user !== undefined) return { user: view(user) };
  if (systemAccount === undefined) return undefined;
  const { id, name, scopes } = systemAccount;
  return { systemAccount: { id, name, scopes } };
};

/** Tells somebody signed in who they are here. */
export const introducing = ({ store }: { readonly store: RecordStore }) => {
  const me: Read<(typeof users)["me"]> = async ({ caller, circumstances }) => {
    const [administration, memberships] = await Promise.all([
      getAdministration(store, caller.administration),
      membershipsOf(store, caller.administration),
    ]);
    const who = introduced(caller);
    if (administration === undefined || who === undefined) throw unknown();
    const { code, name, kind } = administration;
    const now = circumstances.now.toISOString();
    return {
      body: {
        ...who,
        administration: { code, name, kind },
        groups: memberships.filter((membership) => isMember(membership, now)).map(({ group }) => group),
        may: actions.filter((action) => may(caller, action)),
      },
    };
  };

  return { me };
};
