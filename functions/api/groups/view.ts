import { createHash } from "node:crypto";
import type { GroupRow, GroupView, MemberView } from "../../../shared/contract/groups.ts";
import { type Group, groupState, isMember, type Membership } from "../../../shared/domain/group.ts";
import type { Instant } from "../../../shared/domain/identifiers.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import { memberByCode } from "../../../shared/reference/members.ts";
import type { Answer } from "../../runtime/request.ts";
import { type Known, manages } from "./access.ts";

const standingOf = (own: Membership | undefined, now: Instant): GroupRow["standing"] => {
  if (own === undefined) return "outside";
  return isMember(own, now) ? "member" : "former";
};

/** When somebody came, or came last; and when they left, unless they are inside. */
const stay = ({ intervals }: Membership, now: Instant) => {
  const { from = "", until } = intervals.at(-1) ?? {};
  return { since: from, ...(until === undefined || until > now ? {} : { left: until }) };
};

const told = ({ name, description, owner, from, until, history, review, ...rest }: Group, now: Instant) => ({
  name,
  ...(description === undefined ? {} : { description }),
  owner,
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
  history,
  review,
  state: groupState({ ...rest, from, until }, now),
});

/** A group in a list. */
export const rowOf = (found: Known, caller: Caller, now: Instant): GroupRow => {
  const { group, own } = found;
  const standing = standingOf(own, now);
  return {
    id: group.id,
    kind: group.kind,
    ...(standing === "member" || manages(caller, found) ? told(group, now) : {}),
    standing,
    ...(own === undefined ? {} : stay(own, now)),
  };
};

/** `whole`: with every admission and removal. */
const memberOf = (membership: Membership, whole: boolean, now: Instant): MemberView => ({
  code: membership.administration,
  name: memberByCode(membership.administration)?.name ?? membership.administration,
  ...stay(membership, now),
  ...(whole ? { intervals: membership.intervals } : {}),
});

/** `memberships`: everybody's who is or was in it. To a former member, it is empty. */
export const viewOf = (
  found: Known,
  memberships: readonly Membership[],
  caller: Caller,
  now: Instant,
): GroupView => {
  const row = rowOf(found, caller, now);
  const isManager = manages(caller, found);
  return {
    ...row,
    members:
      row.standing === "member" || isManager
        ? memberships
            .filter((each) => isMember(each, now))
            .map((each) => {
              const { code, name, since } = memberOf(each, false, now);
              return { code, name, since };
            })
        : [],
    ...(isManager ? { past: memberships.map((each) => memberOf(each, true, now)) } : {}),
  };
};

const shownVersion = (body: GroupView | MemberView): string =>
  createHash("sha256").update(JSON.stringify(body)).digest("base64url").slice(0, 16);

/**
 * What is shown changes with its members, too; a change is made against the part before the full stop. To a former member, who is told
 * nothing of today's group, it does not tell how often that was changed.
 */
export const groupAnswer = ({ revision }: Group, body: GroupView): Answer => ({
  body,
  etag: body.name === undefined ? shownVersion(body) : `${revision}.${shownVersion(body)}`,
});

export const memberVersion = ({ revision = 0 }: Membership): string => String(revision);

/** A membership's version counts its admissions and removals, which are told with its past alone. */
export const memberAnswer = (membership: Membership, whole: boolean, now: Instant): Answer => {
  const body = memberOf(membership, whole, now);
  return { body, etag: whole ? memberVersion(membership) : shownVersion(body) };
};
