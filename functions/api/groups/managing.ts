import { administrationKey, getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { commit, type Step } from "../../../shared/adapters/records/change.ts";
import {
  getMembership,
  groupItem,
  membershipChange,
  stillMember,
  unchangedGroup,
} from "../../../shared/adapters/records/groups.ts";
import type { GroupInput, GroupPatch, groups } from "../../../shared/contract/groups.ts";
import { admitted, Group, IPR_GROUP, idPrefix, isMember } from "../../../shared/domain/group.ts";
import type { AdministrationCode, Instant } from "../../../shared/domain/identifiers.ts";
import { mergePatch } from "../../../shared/domain/merge-patch.ts";
import { invalid, Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import { assertCurrent, type Command, type Read } from "../../runtime/request.ts";
import { absence } from "./absence.ts";
import { assertNotEnded, isOperator, managed, toldTo } from "./access.ts";
import { rendering } from "./rendering.ts";

type Contract = typeof groups;

const assertDates = (from: Instant, until: Instant, now: Instant): void => {
  if (until <= from) throw invalid("/until", "An operation ends after it begins.");
  if (until <= now)
    throw invalid("/until", "The end of an operation lies ahead. To end it now, send ended: true.");
};

/**
 * Which short names may be chosen. Nobody learns from a taken one that there is a group which they may not know of: an operator
 * knows them all, and what begins with an office's code, and has no hyphen after it, was always that office's.
 */
const assertMayBeNamed = (
  id: string,
  owner: { readonly code: string; readonly kind: string },
  by: Caller,
) => {
  if (isOperator(by) && !id.startsWith("rilo-")) return;
  const prefix = idPrefix(owner.code);
  if (owner.kind !== "regional-office")
    throw invalid("/id", "A short name that begins with rilo- is for the groups of that regional office.");
  if (!id.startsWith(prefix) || !/^[a-z0-9]+$/.test(id.slice(prefix.length)))
    throw invalid(
      "/id",
      `The groups of ${owner.code} are named ${prefix} and then letters and digits, such as ${prefix}exercise.`,
    );
};

/** Makes groups, changes and ends them. */
export const managing = ({ store }: { readonly store: RecordStore }) => {
  const render = rendering(store);

  const ownerOf = async (code: AdministrationCode) => {
    const owner = await getAdministration(store, code);
    const refusal = absence(code, owner);
    if (owner === undefined || refusal !== undefined) throw invalid("/owner", refusal ?? "");
    if (owner.kind === "partner")
      throw invalid(
        "/owner",
        "A group is owned by an administration or a regional office, not by a partner.",
      );
    return owner;
  };
  const stillActive = (code: AdministrationCode): Step => ({
    check: administrationKey(code),
    when: { equals: { state: "active" } },
    otherwise: () => new Problem("conflict", `${code} was suspended or left at this moment.`),
  });

  const groupFrom = ({ kind, ...body }: GroupInput, owner: AdministrationCode, at: Instant): Group => ({
    ...body,
    kind,
    owner,
    revision: 1,
    createdAt: at,
    changedAt: at,
  });

  const create: Command<Contract["create"]> = {
    perform: async ({ body, caller, circumstances }) => {
      const code = body.owner ?? caller.administration;
      if (!isOperator(caller) && code !== caller.administration)
        throw invalid("/owner", "A regional office owns the groups that it creates. Leave the owner out.");
      const owner = await ownerOf(code);
      assertMayBeNamed(body.id, owner, caller);
      const at = circumstances.now.toISOString();
      if (body.kind === "operation") assertDates(body.from, body.until, at);
      const group = groupFrom(body, code, at);
      const { id, history } = group;
      const membership = admitted(
        { group: id, administration: code, history, intervals: [] },
        at,
        owner.region,
      );
      await commit(store, circumstances, {
        action: "groups.create",
        subject: id,
        detail: { kind: group.kind, owner: code },
        steps: [
          {
            put: groupItem(group),
            when: { absent: true },
            otherwise: () => invalid("/id", `There is a group ${id} already. Choose another short name.`),
          },
          ...membershipChange(undefined, membership),
          stillActive(code),
          ...toldTo(code, circumstances, { action: "groups.admitted", subject: id }),
        ],
      });
      return { subject: id };
    },
    render: async (id, { caller, circumstances }) => ({
      ...(await render(id, caller, circumstances.now)),
      location: `/v1/groups/${id}`,
    }),
  };

  /** What a patch makes of a group. Throws a Problem for what cannot be made of this one. */
  const changed = (group: Group, { ended, ...patch }: GroupPatch, at: Instant): Group => {
    if (group.id === IPR_GROUP && (ended || patch.owner !== undefined))
      throw new Problem("conflict", "The group ipr is the secretariat's, and lasts as long as the exchange.");
    if (group.kind === "standing" && (patch.from ?? patch.until) !== undefined)
      throw invalid(
        patch.from === undefined ? "/until" : "/from",
        "Only an operation has dates. A standing group is ended by ended: true.",
      );
    if (ended && patch.until !== undefined)
      throw invalid("/until", "Give the end of an operation, or end it now: one of the two.");
    const next = Group.parse(mergePatch(group, patch));
    if (ended) return { ...next, until: at };
    if (next.from !== undefined && next.until !== undefined) assertDates(next.from, next.until, at);
    return next;
  };

  /** A group is handed to one of its members, who is there to take it. */
  const handedTo = async (group: Group, owner: AdministrationCode, caller: Caller, at: Instant) => {
    if (!isOperator(caller))
      throw new Problem("forbidden", "The secretariat alone hands a group to another owner.");
    await ownerOf(owner);
    const membership = await getMembership(store, group.id, owner);
    if (membership === undefined || !isMember(membership, at))
      throw invalid("/owner", `${owner} is not in the group. Admit it first.`);
    const otherwise = () => new Problem("conflict", `${owner} left the group at this moment.`);
    return [{ ...stillMember(membership), otherwise }, stillActive(owner)];
  };

  const update: Read<Contract["update"]> = async ({ params, body, ifMatch, caller, circumstances }) => {
    const { group } = await managed(store, caller, params.id);
    assertCurrent({ ifMatch: ifMatch?.split(".")[0] }, String(group.revision));
    assertNotEnded(group, circumstances.now);
    const at = circumstances.now.toISOString();
    const next = changed(group, body, at);
    const { owner } = next;
    await commit(store, circumstances, {
      action: body.ended ? "groups.end" : "groups.update",
      subject: group.id,
      detail: { fields: Object.keys(body).sort().join(" ") },
      steps: [
        {
          put: groupItem({ ...next, revision: group.revision + 1, changedAt: at }),
          when: unchangedGroup(group),
        },
        ...(owner === group.owner ? [] : await handedTo(group, owner, caller, at)),
      ],
    });
    return render(group.id, caller, circumstances.now);
  };

  return { create, update };
};
