import type { Circumstances } from "../../../shared/adapters/records/change.ts";
import { everyUser } from "../../../shared/adapters/records/users.ts";
import type { Instant } from "../../../shared/domain/identifiers.ts";
import { recertificationOf } from "../../../shared/domain/recertification.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { noting } from "./noting.ts";
import type { Task } from "./upkeeping.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** Contact points who are mailed: a transaction is bounded. */
const MAILED = 50;

const later = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  [a, b]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);

/**
 * Asks the contact points to confirm their people, thirty days before a year has passed and once it has. What they were asked for is kept as
 * the last day that they were asked for, since days come in their order. The secretariat sees since when something is overdue.
 */
export const recertifying =
  ({ store, clock, newId }: Dependencies): Task =>
  async ({ code, state }) => {
    if (state !== "active") return;
    const now = clock();
    const circumstances: Circumstances = { now, newId, administration: code, actor: "system" };
    const people = await everyUser(store, code);
    const { soon, due } = recertificationOf(people, now);
    const overdueSince = due[0];
    await noting(store, circumstances, (administration) => {
      const {
        recertificationOverdueSince: before,
        recertificationAsked: asked = {},
        ...current
      } = administration;
      const soonUpTo = later(asked.soonUpTo, soon.at(-1));
      const dueUpTo = later(asked.dueUpTo, due.at(-1));
      const isNews = soonUpTo !== asked.soonUpTo || dueUpTo !== asked.dueUpTo;
      if (!isNews && before === overdueSince) return undefined;
      return {
        next: {
          ...current,
          recertificationAsked: {
            ...(soonUpTo === undefined ? {} : { soonUpTo }),
            ...(dueUpTo === undefined ? {} : { dueUpTo }),
          },
          ...(overdueSince === undefined ? {} : { recertificationOverdueSince: overdueSince }),
        },
        action: isNews ? "administrations.ask-recertification" : "administrations.recertification-changed",
        detail: { soon: soon.length, overdue: due.length },
        outbox: isNews
          ? people
              .filter((each) => each.roles.includes("contact-point") && each.state !== "disabled")
              .slice(0, MAILED)
              .map(({ id }) => ({ kind: "recertification-due", administration: code, user: id }))
          : [],
      };
    });
  };
