import {
  getGroups,
  getMembership,
  listGroups,
  membershipsOf,
} from "../../../shared/adapters/records/groups.ts";
import type { groups } from "../../../shared/contract/groups.ts";
import { isMember } from "../../../shared/domain/group.ts";
import { unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { pageAnswer, positionOf } from "../../runtime/cursor.ts";
import type { Read } from "../../runtime/request.ts";
import { isOperator, known, manages } from "./access.ts";
import { rendering } from "./rendering.ts";
import { memberAnswer, rowOf } from "./view.ts";

type Contract = typeof groups;

/** Who is in a group is visible inside it, and to whoever admits to it. */
export const reading = ({ store }: { readonly store: RecordStore }) => {
  const render = rendering(store);

  /** By their short names: the own administration's, and in between, for an operator, all others. */
  const list: Read<Contract["list"]> = async ({ query, caller, circumstances }) => {
    const now = circumstances.now.toISOString();
    const binding = [caller.id, "groups"];
    const after = positionOf(query.cursor, binding);
    const [memberships, all] = await Promise.all([
      membershipsOf(store, caller.administration),
      isOperator(caller) ? listGroups(store, query.limit, after) : { items: [], more: false },
    ]);
    const own = new Map(memberships.map((membership) => [membership.group, membership]));
    const ids = [...new Set([...own.keys(), ...all.items.map(({ id }) => id)])]
      .filter((id) => after === undefined || id > after)
      .sort();
    const page = ids.slice(0, query.limit);
    const found = await getGroups(store, page);
    const items = page.flatMap((id) => {
      const group = found.get(id);
      return group === undefined ? [] : [rowOf({ group, own: own.get(id) }, caller, now)];
    });
    return pageAnswer(items, all.more || ids.length > page.length ? page.at(-1) : undefined, binding);
  };

  const get: Read<Contract["get"]> = ({ params, caller, circumstances }) =>
    render(params.id, caller, circumstances.now);

  const member: Read<Contract["member"]> = async ({ params, caller, circumstances }) => {
    const now = circumstances.now.toISOString();
    const found = await known(store, caller, params.id);
    const { own } = found;
    const isWhole = params.code === caller.administration || manages(caller, found);
    // A former member is told nothing of today's, so that nothing is asked for.
    if (!isWhole && (own === undefined || !isMember(own, now))) throw unknown();
    const membership = await getMembership(store, params.id, params.code);
    if (membership === undefined || !(isWhole || isMember(membership, now))) throw unknown();
    return memberAnswer(membership, isWhole, now);
  };

  return { list, get, member };
};
