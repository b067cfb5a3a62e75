import { type Circumstances, inTrailOf, type Step } from "../../../shared/adapters/records/change.ts";
import { getGroupFor } from "../../../shared/adapters/records/groups.ts";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import {
  endedRefusal,
  type Group,
  type GroupId,
  isOpen,
  type Membership,
} from "../../../shared/domain/group.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";
import { may } from "../../../shared/domain/permissions.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";

/** The secretariat's operators manage every group, whoever owns it. */
export const isOperator = (caller: Caller): boolean =>
  caller.administrationKind === "secretariat" && may(caller, "groups.create");

/** A group that the caller may know of, and what the own administration is or was in it. */
export interface Known {
  readonly group: Group;
  readonly own: Membership | undefined;
}

/**
 * An owner stays in its group. One that left the exchange is out of it, and manages nothing: whoever comes back under its code are
 * others, and the secretariat says whether the group is theirs.
 */
export const manages = (caller: Caller, { group, own }: Known): boolean =>
  isOperator(caller) ||
  (group.owner === caller.administration &&
    (own === undefined || isOpen(own)) &&
    may(caller, "groups.manage"));

/** Who was never in a group, and does not manage it, may not know that there is one. */
export const known = async (store: RecordStore, caller: Caller, id: GroupId): Promise<Known> => {
  const { group, membership: own } = await getGroupFor(store, id, caller.administration);
  if (group === undefined || (own === undefined && !manages(caller, { group, own }))) throw unknown();
  return { group, own };
};

/** The same to whoever manages it. */
export const managed = async (store: RecordStore, caller: Caller, id: GroupId): Promise<Known> => {
  const found = await known(store, caller, id);
  if (!manages(caller, found))
    throw new Problem(
      "forbidden",
      "The secretariat changes a group, and the contact points and releasers of its owner.",
    );
  return found;
};

export const assertNotEnded = (group: Group, now: Date): void => {
  const refusal = endedRefusal(group, now.toISOString());
  if (refusal !== undefined) throw new Problem("conflict", refusal);
};

/** An admission or removal in the trail of whom it concerns: it names whose hand that was. */
export const toldTo = (
  administration: AdministrationCode,
  circumstances: Circumstances,
  about: Pick<AuditEntry, "action" | "subject">,
): readonly Step[] =>
  inTrailOf(administration, circumstances, {
    ...about,
    actor: "system",
    detail: { by: circumstances.administration },
  });
