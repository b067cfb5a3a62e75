import { getMembership, membershipsOf, membersOf } from "../../../shared/adapters/records/groups.ts";
import type { groups } from "../../../shared/contract/groups.ts";
import { isMember, type Membership } from "../../../shared/domain/group.ts";
import { unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { memberByCode } from "../../../shared/reference/members.ts";
import type { Read } from "../../runtime/request.ts";

type Contract = typeof groups;

const since = ({ intervals }: Membership): string => intervals.at(-1)?.from ?? "";

/** Who is in a group is visible inside it alone. */
export const reading = ({ store }: { readonly store: RecordStore }) => {
  const list: Read<Contract["list"]> = async ({ caller, circumstances }) => {
    const now = circumstances.now.toISOString();
    const own = (await membershipsOf(store, caller.administration)).filter((each) => isMember(each, now));
    return { body: { items: own.map((membership) => ({ id: membership.group, since: since(membership) })) } };
  };

  const get: Read<Contract["get"]> = async ({ params, caller, circumstances }) => {
    const now = circumstances.now.toISOString();
    // Asked first, so that a group full of others takes no longer than one that never was.
    const own = await getMembership(store, params.id, caller.administration);
    if (own === undefined || !isMember(own, now)) throw unknown();
    const members = (await membersOf(store, params.id)).filter((membership) => isMember(membership, now));
    return {
      body: {
        id: params.id,
        members: members.map((membership) => ({
          code: membership.administration,
          name: memberByCode(membership.administration)?.name ?? membership.administration,
          since: since(membership),
        })),
      },
    };
  };

  return { list, get };
};
