import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { getUser, listUsers, userAddressItem, userItem } from "../../../shared/adapters/records/users.ts";
import type { users } from "../../../shared/contract/users.ts";
import type { Role } from "../../../shared/domain/permissions.ts";
import { invalid, Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { assignableRoles, type User } from "../../../shared/domain/user.ts";
import { pageAnswer, positionOf } from "../../runtime/cursor.ts";
import { type Answer, assertCurrent, type Command, type Read } from "../../runtime/request.ts";
import { view } from "./view.ts";

type Contract = typeof users;

/** What a contact point does with the people of the own administration. */
export const managing = ({ store }: { readonly store: RecordStore }) => {
  const load = async (administration: string, id: string): Promise<User> => {
    const user = await getUser(store, administration, id);
    if (user === undefined) throw unknown();
    return user;
  };

  const answer = (user: User): Answer => ({ body: view(user), etag: String(user.revision) });

  const checkRoles = async (administration: string, roles: readonly Role[]): Promise<void> => {
    const kind = (await getAdministration(store, administration))?.kind ?? "member";
    const wrong = roles.find((role) => !assignableRoles(kind).includes(role));
    if (wrong !== undefined) throw invalid("/roles", `The role ${wrong} exists in the secretariat alone.`);
  };

  const list: Read<Contract["list"]> = async ({ query, caller }) => {
    const binding = [caller.user.id, "users"];
    const after = positionOf(query.cursor, binding);
    const page = await listUsers(store, caller.administration, query.limit, after && `USR#${after}`);
    return pageAnswer(page.items.map(view), page.more ? page.items.at(-1)?.id : undefined, binding);
  };

  const get: Read<Contract["get"]> = async ({ params, caller }) =>
    answer(await load(caller.administration, params.id));

  const invite: Command<Contract["invite"]> = {
    perform: async ({ body, caller, circumstances }) => {
      await checkRoles(caller.administration, body.roles);
      const at = circumstances.now.toISOString();
      const user: User = {
        ...body,
        id: circumstances.newId(),
        administration: caller.administration,
        state: "invited",
        revision: 1,
        createdAt: at,
        changedAt: at,
      };
      await commit(store, circumstances, {
        action: "users.invite",
        subject: user.id,
        detail: { roles: user.roles.join(" ") },
        steps: [
          { put: userItem(user), when: { absent: true } },
          {
            put: userAddressItem(user),
            when: { absent: true },
            otherwise: () => invalid("/email", "Somebody of your administration has this address already."),
          },
        ],
        outbox: [{ kind: "invite-user", administration: user.administration, user: user.id }],
      });
      return { subject: user.id };
    },
    render: async (id, { caller }) => ({
      ...answer(await load(caller.administration, id)),
      location: `/v1/users/${id}`,
    }),
  };

  const update: Read<Contract["update"]> = async (request) => {
    const { params, body, caller, circumstances } = request;
    const current = await load(caller.administration, params.id);
    assertCurrent(request, String(current.revision));
    if (params.id === caller.user.id && (body.roles !== undefined || body.state !== undefined))
      throw new Problem("forbidden", "Nobody changes their own roles or state. Ask another contact point.");
    if (body.roles !== undefined) await checkRoles(caller.administration, body.roles);
    if (current.state === "invited" && body.state === "active")
      throw new Problem("conflict", "An invited person becomes active by signing in.");
    const next: User = {
      ...current,
      name: body.name ?? current.name,
      roles: body.roles ?? current.roles,
      state: body.state ?? current.state,
      revision: current.revision + 1,
      changedAt: circumstances.now.toISOString(),
    };
    await commit(store, circumstances, {
      action: "users.update",
      subject: next.id,
      detail: { state: next.state, roles: next.roles.join(" ") },
      steps: [{ put: userItem(next), when: { equals: { revision: current.revision } } }],
      outbox:
        next.state === current.state
          ? []
          : [{ kind: "user-state-changed", administration: next.administration, user: next.id }],
    });
    return answer(next);
  };

  return { list, get, invite, update };
};
