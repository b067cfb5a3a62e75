import type { Change } from "../../../shared/adapters/records/change.ts";
import { countedStep } from "../../../shared/adapters/records/rate.ts";
import { userItem } from "../../../shared/adapters/records/users.ts";
import { type PersonChange, refusalInState } from "../../../shared/domain/person-change.ts";
import { Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { User } from "../../../shared/domain/user.ts";
import { invitedAnew } from "../../../shared/domain/user-access.ts";

/** Mail that one person can be sent by others, so that nobody's mailbox is filled. */
const INVITATIONS = {
  limit: 5,
  refusal: "This person was invited five times in this hour. Wait for the next.",
};

type Renewal = Required<Pick<Change, "steps" | "outbox">>;

export const assertInState = (person: User, change: PersonChange): void => {
  const refusal = refusalInState(person, change);
  if (refusal !== undefined) throw new Problem("conflict", refusal);
};

/** The invitation mailed again. Throws a Problem for somebody who came in already, or may not. */
export const invitationAgain = async (store: RecordStore, person: User, now: Date): Promise<Renewal> => {
  const { id, administration } = person;
  assertInState(person, "resend-invitation");
  return {
    steps: [await countedStep(store, `invitation of ${id}`, now, INVITATIONS)],
    outbox: [{ kind: "invite-user-again", administration, user: id }],
  };
};

/** Another account of the pool, with another authenticator. Throws a Problem for somebody who has none, or may not come in. */
export const authenticatorReset = (person: User, now: Date): Renewal => {
  const { id, administration, name, subject, revision } = person;
  assertInState(person, "reset-authenticator");
  if (subject === undefined)
    throw new Problem("conflict", `The invitation to ${name} is on its way already.`);
  return {
    steps: [{ put: userItem(invitedAnew(person, now.toISOString())), when: { equals: { revision } } }],
    outbox: [{ kind: "invite-user", administration, user: id }],
  };
};
