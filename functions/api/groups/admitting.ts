import { administrationKey, getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import {
  getMembership,
  groupKey,
  membershipChange,
  unchangedGroup,
} from "../../../shared/adapters/records/groups.ts";
import type { groups } from "../../../shared/contract/groups.ts";
import { admitted, IPR_GROUP, isOpen, type Membership, removed } from "../../../shared/domain/group.ts";
import { may } from "../../../shared/domain/permissions.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { assertCurrent, type Read } from "../../runtime/request.ts";
import { absence } from "./absence.ts";
import { assertNotEnded, known, managed, manages, toldTo } from "./access.ts";
import { memberAnswer, memberVersion } from "./view.ts";

type Contract = typeof groups;

/** Who is in a group, from when until when. */
export const admitting = ({ store }: { readonly store: RecordStore }) => {
  const admit: Read<Contract["admit"]> = async ({ params, ifMatch, caller, circumstances }) => {
    const { id, code } = params;
    const at = circumstances.now.toISOString();
    const answer = (membership: Membership) => memberAnswer(membership, true, at);
    const { group } = await managed(store, caller, id);
    if (id === IPR_GROUP)
      throw new Problem(
        "conflict",
        "Members and regional offices are in ipr from their approval on; nobody is admitted by hand.",
      );
    assertNotEnded(group, circumstances.now);
    const [administration, before] = await Promise.all([
      getAdministration(store, code),
      getMembership(store, id, code),
    ]);
    if (before !== undefined && isOpen(before)) return answer(before);
    const refusal = absence(code, administration);
    if (refusal !== undefined) throw new Problem("conflict", refusal);
    if (before !== undefined) {
      if (ifMatch === undefined)
        throw new Problem(
          "precondition-required",
          `${code} was in the group before. To admit it again, send If-Match with the ETag of its membership.`,
        );
      assertCurrent({ ifMatch }, memberVersion(before));
    }
    const next = admitted(
      before ?? { group: id, administration: code, history: group.history, intervals: [] },
      at,
      administration?.region,
    );
    await commit(store, circumstances, {
      action: "groups.admit",
      subject: id,
      detail: { administration: code },
      steps: [
        ...membershipChange(before, next),
        { check: groupKey(id), when: unchangedGroup(group) },
        { check: administrationKey(code), when: { equals: { state: "active" } } },
        ...toldTo(code, circumstances, { action: "groups.admitted", subject: id }),
      ],
    });
    return answer(next);
  };

  const remove: Read<Contract["remove"]> = async ({ params, ifMatch, caller, circumstances }) => {
    const { id, code } = params;
    const found = await known(store, caller, id);
    const { group } = found;
    const isOwn = code === caller.administration;
    const mayRemove = manages(caller, found) || (isOwn && may(caller, "groups.leave"));
    if (!mayRemove)
      throw new Problem(
        "forbidden",
        isOwn
          ? "A contact point takes the own administration out of a group."
          : "The secretariat removes members, and the contact points and releasers of the group's owner.",
      );
    if (id === IPR_GROUP)
      throw new Problem(
        "conflict",
        "Whoever leaves ipr leaves the exchange: its administration does so as a whole, or is suspended.",
      );
    if (code === group.owner)
      throw new Problem(
        "conflict",
        `${code} owns the group and stays in it. The secretariat hands it to another owner first.`,
      );
    const before = await getMembership(store, id, code);
    if (before === undefined || !isOpen(before))
      throw new Problem("conflict", `${code} is not in the group now.`);
    assertCurrent({ ifMatch }, memberVersion(before));
    const next = removed(before, circumstances.now.toISOString());
    await commit(store, circumstances, {
      action: isOwn ? "groups.leave" : "groups.remove",
      subject: id,
      ...(isOwn ? {} : { detail: { administration: code } }),
      steps: [
        ...membershipChange(before, next),
        // Nobody is made its owner at this moment.
        { check: groupKey(id), when: unchangedGroup(group) },
        ...toldTo(code, circumstances, { action: "groups.removed", subject: id }),
      ],
    });
    return {};
  };

  return { admit, remove };
};
