import { commit } from "../../../shared/adapters/records/change.ts";
import { listUsers, userItem } from "../../../shared/adapters/records/users.ts";
import type { users } from "../../../shared/contract/users.ts";
import type { Role } from "../../../shared/domain/permissions.ts";
import type { PersonChange } from "../../../shared/domain/person-change.ts";
import { invalid, Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { assignableRoles, type Caller, type User } from "../../../shared/domain/user.ts";
import { disabled, letIn } from "../../../shared/domain/user-access.ts";
import { pageAnswer, positionOf } from "../../runtime/cursor.ts";
import type { Command, Read } from "../../runtime/request.ts";
import { assertMayGive, loadPerson, personAnswer, stillInOffice } from "./access.ts";
import { invitation, invited } from "./invitation.ts";
import { reachingAsSeen } from "./reaching.ts";
import { view } from "./view.ts";

type Contract = typeof users;

const withState = (user: User, state: "active" | "disabled" | undefined, at: string): User => {
  if (state === "disabled" && user.state !== "disabled") return disabled(user, at);
  return state === "active" && user.state === "disabled" ? letIn(user, at) : user;
};

/** What a contact point does with the people of the own administration. */
export const managing = ({ store }: { readonly store: RecordStore }) => {
  const toChange = reachingAsSeen(store);

  const checkRoles = (caller: Caller, roles: readonly Role[]): void => {
    const existing = assignableRoles(caller.administrationKind);
    const wrong = roles.find((role) => !existing.includes(role));
    if (wrong !== undefined) throw invalid("/roles", `The role ${wrong} exists in the secretariat alone.`);
    assertMayGive(caller, roles);
  };

  const list: Read<Contract["list"]> = async ({ query, caller }) => {
    const binding = [caller.id, "users"];
    const after = positionOf(query.cursor, binding);
    const page = await listUsers(store, caller.administration, query.limit, after && `USR#${after}`);
    const items = page.items.filter(({ deletedAt }) => deletedAt === undefined).map(view);
    return pageAnswer(items, page.more ? page.items.at(-1)?.id : undefined, binding);
  };

  const get: Read<Contract["get"]> = async ({ params, caller }) =>
    personAnswer(await loadPerson(store, caller, params.id));

  const invite: Command<Contract["invite"]> = {
    perform: async ({ body, caller, circumstances }) => {
      checkRoles(caller, body.roles);
      const user = invited({ ...body, administration: caller.administration }, circumstances);
      await commit(store, circumstances, await invitation(store, user, circumstances.now));
      return { subject: user.id };
    },
    render: async (id, { caller }) => ({
      ...personAnswer(await loadPerson(store, caller, id)),
      location: `/v1/users/${id}`,
    }),
  };

  const update: Read<Contract["update"]> = async (request) => {
    const { body, caller, circumstances } = request;
    const access: readonly PersonChange[] = [
      ...(body.roles === undefined ? [] : (["change-roles"] as const)),
      ...(body.state === undefined
        ? []
        : [body.state === "active" ? ("let-in" as const) : ("disable" as const)]),
    ];
    const current = await toChange(request, "rename", ...access);
    if (body.roles !== undefined) checkRoles(caller, body.roles);
    if (current.state === "invited" && body.state === "active")
      throw new Problem("conflict", "An invited person becomes active by signing in.");
    const at = circumstances.now.toISOString();
    const next: User = {
      ...withState(current, body.state, at),
      name: body.name ?? current.name,
      roles: body.roles ?? current.roles,
      revision: current.revision + 1,
      changedAt: at,
    };
    await commit(store, circumstances, {
      action: "users.update",
      subject: next.id,
      detail: { state: next.state, roles: next.roles.join(" ") },
      steps: [
        { put: userItem(next), when: { equals: { revision: current.revision } } },
        ...(access.length > 0 ? [stillInOffice(caller)] : []),
      ],
      outbox:
        next.state === current.state
          ? []
          : [{ kind: "user-state-changed", administration: next.administration, user: next.id }],
    });
    return personAnswer(next);
  };

  return { list, get, invite, update };
};
