import { membersOf } from "../../../shared/adapters/records/groups.ts";
import { type GroupId, isMember } from "../../../shared/domain/group.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import type { Answer } from "../../runtime/request.ts";
import { known, manages } from "./access.ts";
import { groupAnswer, viewOf } from "./view.ts";

/** A group as the caller may see it now. */
export const rendering =
  (store: RecordStore) =>
  async (id: GroupId, caller: Caller, now: Date): Promise<Answer> => {
    const found = await known(store, caller, id);
    const at = now.toISOString();
    const isInside = found.own !== undefined && isMember(found.own, at);
    const memberships = isInside || manages(caller, found) ? await membersOf(store, id) : [];
    return groupAnswer(found.group, viewOf(found, memberships, caller, at));
  };
