import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { auditItem, type Change, commit, recordDisclosure } from "../../../shared/adapters/records/change.ts";
import { everyUser, getUser, userItem } from "../../../shared/adapters/records/users.ts";
import type { ContactPointAccount } from "../../../shared/contract/contact-point-accounts.ts";
import type { users } from "../../../shared/contract/users.ts";
import type { AdministrationCode, Id } from "../../../shared/domain/identifiers.ts";
import type { Assistance } from "../../../shared/domain/outbox.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import { confirmBy } from "../../../shared/domain/recertification.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller, User } from "../../../shared/domain/user.ts";
import { confirmed, disabled } from "../../../shared/domain/user-access.ts";
import { pageAnswer, positionOf } from "../../runtime/cursor.ts";
import { type Answer, assertCurrent, type Command, type Read, type Request } from "../../runtime/request.ts";
import { stillInOffice } from "./access.ts";
import { invitation, invited } from "./invitation.ts";
import { assertInState, authenticatorReset, invitationAgain } from "./renewal.ts";

type Contract = typeof users;
type Help = Contract["disableAccount"];
type Asked = Pick<Request<Help>, "caller" | "circumstances">;

const answer = (user: User): Answer => {
  const { id, administration, name, state, revision, disabledBecause } = user;
  const due = confirmBy(user);
  return {
    body: {
      id,
      administration,
      name,
      state,
      revision,
      ...(disabledBecause === undefined ? {} : { disabledBecause }),
      ...(due === undefined ? {} : { confirmBy: due }),
    } satisfies ContactPointAccount,
    etag: String(revision),
  };
};

const isContactPoint = ({ roles, deletedAt }: User): boolean =>
  roles.includes("contact-point") && deletedAt === undefined;

/** The verbs of the trail, by what the mail says. */
const verbs = {
  invited: "invite",
  "invited-again": "resend-invitation",
  "authenticator-reset": "reset-mfa",
  disabled: "disable",
  confirmed: "confirm",
} as const satisfies Readonly<Record<Assistance, string>>;

/**
 * The secretariat helps contact points of other administrations to come in, where nobody there can. It sees who they are and nobody
 * else, and everything that it does stands in both trails and is mailed to whoever answers for the administration.
 */
export const assisting = ({ store }: { readonly store: RecordStore }) => {
  /** Both are read whatever is asked for, so that all that is unknown looks the same. */
  const assisted = async ({ administration: own }: Caller, code: AdministrationCode, id?: Id) => {
    if (code === own)
      throw new Problem("forbidden", "Your own administration's people are managed by its contact points.");
    const [administration, person] = await Promise.all([
      getAdministration(store, code),
      id === undefined ? undefined : getUser(store, code, id),
    ]);
    if (administration === undefined) throw unknown();
    if (id !== undefined && (person === undefined || !isContactPoint(person))) throw unknown();
    if (administration.state !== "active" && administration.state !== "suspended")
      throw new Problem("conflict", `Nobody can come in: ${administration.name} is ${administration.state}.`);
    return person;
  };

  const load = async (caller: Caller, code: AdministrationCode, id: Id): Promise<User> => {
    const person = await assisted(caller, code, id);
    if (person === undefined) throw unknown();
    return person;
  };

  const help = (
    { caller, circumstances }: Asked,
    { id, administration }: User,
    action: Assistance,
    { steps, outbox = [] }: Pick<Change, "steps" | "outbox">,
  ): Promise<void> => {
    const about = { action: `users.${verbs[action]}`, subject: id };
    const { now, newId } = circumstances;
    return commit(store, circumstances, {
      ...about,
      detail: { administration },
      steps: [
        ...steps,
        stillInOffice(caller),
        {
          put: auditItem({
            id: newId(),
            at: now.toISOString(),
            administration,
            actor: "secretariat",
            ...about,
          }),
        },
      ],
      outbox: [...outbox, { kind: "contact-point-assisted", administration, user: id, action }],
    });
  };

  /** One account changed, against the version that was shown. */
  const helping = (
    action: Assistance,
    change: (
      person: User,
      now: Date,
    ) => Pick<Change, "steps" | "outbox"> | Promise<Pick<Change, "steps" | "outbox">>,
  ): Command<Help> => ({
    perform: async (request) => {
      const { params, caller, circumstances } = request;
      const person = await load(caller, params.administration, params.id);
      assertCurrent(request, String(person.revision));
      await help(request, person, action, await change(person, circumstances.now));
      return { subject: person.id };
    },
    render: async (id, { params, caller }) => answer(await load(caller, params.administration, id)),
  });

  const put = (person: User, next: User): Pick<Change, "steps" | "outbox"> => ({
    steps: [{ put: userItem(next), when: { equals: { revision: person.revision } } }],
  });

  const accounts: Read<Contract["accounts"]> = async ({ params, query, caller, circumstances }) => {
    await assisted(caller, params.administration);
    const binding = [caller.id, "accounts", params.administration];
    const after = positionOf(query.cursor, binding);
    // All are read for one page: a cursor over everybody would tell how many people there are, and their ids.
    const rest = (await everyUser(store, params.administration)).filter(
      (person) => isContactPoint(person) && (after === undefined || person.id > after),
    );
    const page = rest.slice(0, query.limit);
    await recordDisclosure(store, circumstances, {
      action: "users.accounts",
      subject: params.administration,
    });
    const items = page.map((person) => answer(person).body);
    return pageAnswer(items, rest.length > page.length ? page.at(-1)?.id : undefined, binding);
  };

  const inviteAccount: Command<Contract["inviteAccount"]> = {
    perform: async (request) => {
      const { params, body, caller, circumstances } = request;
      await assisted(caller, params.administration);
      const people = await everyUser(store, params.administration);
      const there = people.find((each) => isContactPoint(each) && each.state !== "disabled");
      if (there !== undefined)
        throw new Problem(
          "conflict",
          `${there.name} is a contact point who can come in. Help them, or disable the account first.`,
        );
      const administration = params.administration;
      const user = invited({ ...body, roles: ["contact-point"], administration }, circumstances);
      await help(request, user, "invited", await invitation(store, user, circumstances.now));
      return { subject: user.id };
    },
    render: async (id, { params, caller }) => answer(await load(caller, params.administration, id)),
  };

  return {
    accounts,
    inviteAccount,
    resendAccountInvitation: helping("invited-again", (person, now) => invitationAgain(store, person, now)),
    resetAccountMfa: helping("authenticator-reset", authenticatorReset),
    disableAccount: helping("disabled", (person, now) => {
      if (person.state === "disabled") throw new Problem("conflict", `${person.name} is disabled already.`);
      const { administration, id } = person;
      return {
        ...put(person, disabled(person, now.toISOString())),
        outbox: [{ kind: "user-state-changed", administration, user: id }],
      };
    }),
    confirmAccount: helping("confirmed", (person, now) => {
      assertInState(person, "confirm");
      return put(person, confirmed(person, now.toISOString()));
    }),
  };
};
