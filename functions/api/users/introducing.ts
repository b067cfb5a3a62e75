import { createHash } from "node:crypto";
import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { membershipsOf } from "../../../shared/adapters/records/groups.ts";
import { getUser, userItem } from "../../../shared/adapters/records/users.ts";
import type { users } from "../../../shared/contract/users.ts";
import { isMember } from "../../../shared/domain/group.ts";
import { actions, may } from "../../../shared/domain/permissions.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller, User } from "../../../shared/domain/user.ts";
import type { Answer, Read } from "../../runtime/request.ts";
import { assertCurrentPerson } from "./access.ts";
import { view } from "./view.ts";

type Contract = typeof users;

const choices = (language: User["language"], timeZone: User["timeZone"]) => ({
  ...(language === undefined ? {} : { language }),
  ...(timeZone === undefined ? {} : { timeZone }),
});

const introduced = ({ user, systemAccount }: Caller) => {
  if (user !== undefined) return { user: view(user), ...choices(user.language, user.timeZone) };
  if (systemAccount === undefined) return undefined;
  const { id, name, scopes } = systemAccount;
  return { systemAccount: { id, name, scopes } };
};

/** What is chosen from now on: what the patch does not name stays, null leaves it open. */
const chosen = <T>(now: T | undefined, patch: T | null | undefined): T | undefined =>
  patch === undefined ? now : (patch ?? undefined);

/** Tells somebody signed in who they are here, and lets a person choose how they are spoken to. */
export const introducing = ({ store }: { readonly store: RecordStore }) => {
  const introduce = async (caller: Caller, now: Date): Promise<Answer> => {
    const [administration, memberships] = await Promise.all([
      getAdministration(store, caller.administration),
      membershipsOf(store, caller.administration),
    ]);
    const who = introduced(caller);
    if (administration === undefined || who === undefined) throw unknown();
    const { code, name, kind } = administration;
    const at = now.toISOString();
    const body = {
      ...who,
      administration: { code, name, kind },
      groups: memberships.filter((membership) => isMember(membership, at)).map(({ group }) => group),
      may: actions.filter((action) => may(caller, action)),
    };
    // Groups and permissions change without the person: a change of one's choices is against what is before the full stop.
    const shown = createHash("sha256").update(JSON.stringify(body)).digest("base64url").slice(0, 16);
    return { body, etag: `${caller.user?.revision ?? 0}.${shown}` };
  };

  const me: Read<Contract["me"]> = ({ caller, circumstances }) => introduce(caller, circumstances.now);

  const updateMe: Read<Contract["updateMe"]> = async (request) => {
    const { body, caller, circumstances } = request;
    if (caller.user === undefined)
      throw new Problem("forbidden", "This is for people alone; no system account may do it.");
    // As stored: as a caller, a person has only the roles that count.
    const person = await getUser(store, caller.administration, caller.id);
    if (person === undefined) throw unknown();
    assertCurrentPerson(request, person);
    const { language, timeZone, ...rest } = person;
    const next: User = {
      ...rest,
      ...choices(chosen(language, body.language), chosen(timeZone, body.timeZone)),
      revision: person.revision + 1,
      changedAt: circumstances.now.toISOString(),
    };
    await commit(store, circumstances, {
      action: "users.update-me",
      subject: person.id,
      steps: [{ put: userItem(next), when: { equals: { revision: person.revision } } }],
    });
    return introduce({ ...caller, user: { ...next, roles: caller.user.roles } }, circumstances.now);
  };

  return { me, updateMe };
};
