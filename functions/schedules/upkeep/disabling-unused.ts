import { type Circumstances, commit, type Step } from "../../../shared/adapters/records/change.ts";
import { everyUser, userItem, userKey } from "../../../shared/adapters/records/users.ts";
import type { Administration } from "../../../shared/domain/administration.ts";
import { isOverdue, isToBeDisabled, isToBeWarned, unusedSince } from "../../../shared/domain/disuse.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { User } from "../../../shared/domain/user.ts";
import { disabled } from "../../../shared/domain/user-access.ts";
import { noting, orNextHour } from "./noting.ts";
import type { Task } from "./upkeeping.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** In the place of the person as read: neither changed nor seen since. To have been seen is no revision (runtime/caller.ts). */
const inPlaceOf = ({ revision, lastSeenAt }: User, next: User): Step => ({
  put: userItem(next),
  when: { equals: { revision, ...(lastSeenAt === undefined ? {} : { lastSeenAt }) } },
});

const isContactPoint = ({ roles }: User): boolean => roles.includes("contact-point");

/**
 * Warns people whose account nobody uses, and disables them ten days later. A contact point is disabled only beside another one who is
 * active at that very moment, so that the last one stays; the secretariat sees since when.
 */
export const disablingUnused =
  ({ store, clock, newId }: Dependencies): Task =>
  async (administration) => {
    // Nobody can come in to an administration that is suspended or left, and nobody's time runs.
    if (administration.state !== "active") return;
    const { code } = administration;
    const now = clock();
    const at = now.toISOString();
    const circumstances: Circumstances = { now, newId, administration: code, actor: "system" };
    const since = (person: User): string => unusedSince(person, administration);
    const people = (await everyUser(store, code))
      .filter(({ state }) => state !== "disabled")
      .sort((a, b) => since(a).localeCompare(since(b)));

    for (const person of people.filter((each) => isToBeWarned(each, administration, at)))
      await orNextHour(
        commit(store, circumstances, {
          action: "users.warn-unused",
          subject: person.id,
          detail: { since: since(person) },
          steps: [inPlaceOf(person, { ...person, warnedAt: at, revision: person.revision + 1 })],
          outbox: [{ kind: "unused-warning", administration: code, user: person.id }],
        }),
      );

    const inOffice = new Set(people.filter((each) => isContactPoint(each) && each.state === "active"));
    for (const person of people.filter((each) => isToBeDisabled(each, administration, at))) {
      const other = [...inOffice].filter((each) => each !== person).at(-1);
      if (isContactPoint(person) && other === undefined) continue;
      inOffice.delete(person);
      await orNextHour(
        commit(store, circumstances, {
          action: "users.disable-unused",
          subject: person.id,
          detail: { since: since(person) },
          steps: [
            inPlaceOf(person, disabled(person, at, "unused")),
            ...(isContactPoint(person) && other !== undefined ? [stillActive(other)] : []),
          ],
          outbox: [{ kind: "user-state-changed", administration: code, user: person.id }],
        }),
      );
    }
    await noteContactPoints(store, circumstances, administration, people.filter(isContactPoint));
  };

const stillActive = ({ administration, id, revision }: User): Step => ({
  check: userKey(administration, id),
  when: { equals: { revision, state: "active" } },
});

/** The secretariat sees an administration that nobody looks after any more. */
const noteContactPoints = (
  store: RecordStore,
  circumstances: Circumstances,
  administration: Administration,
  contactPoints: readonly User[],
): Promise<void> => {
  const at = circumstances.now.toISOString();
  const last = contactPoints.at(-1);
  const unused =
    last !== undefined && isOverdue(last, administration, at) ? unusedSince(last, administration) : undefined;
  return noting(store, circumstances, ({ contactPointUnusedSince, ...current }) =>
    contactPointUnusedSince === unused
      ? undefined
      : {
          next: { ...current, ...(unused === undefined ? {} : { contactPointUnusedSince: unused }) },
          action:
            unused === undefined
              ? "administrations.contact-point-returned"
              : "administrations.contact-point-unused",
        },
  );
};
