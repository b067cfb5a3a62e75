import { commit } from "../../../shared/adapters/records/change.ts";
import { contactPointsOf } from "../../../shared/adapters/records/contact-points.ts";
import { type NationalContactPoint, reminderFor } from "../../../shared/domain/contact-point.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { orNextHour } from "./noting.ts";
import type { Task } from "./upkeeping.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** How long it is known what was reminded of: far longer than it can be asked for again. */
const REMEMBERED_SECONDS = 2 * 366 * 86_400;

const addressesOf = (points: readonly NationalContactPoint[]): readonly string[] => [
  ...new Set(points.map(({ email }) => email)),
];

/**
 * Reminds an administration's contact points to confirm what is said of them: thirty days before a year has passed, and once it
 * has, each once. An item says of which day they were reminded, so that the next year's is another one.
 */
export const remindingContactPoints =
  ({ store, clock, newId }: Dependencies): Task =>
  async (administration) => {
    if (administration.state !== "active") return;
    const now = clock();
    const { code } = administration;
    const [list] = await contactPointsOf(store, [administration]);
    const points = list?.contactPoints ?? [];
    const reminder = reminderFor(points, now.toISOString());
    if (reminder === undefined) return;
    const { due, stage } = reminder;
    const reminded = { pk: `ADM#${code}`, sk: `REMINDED#${stage}#${due}` };
    if ((await store.get(reminded)) !== undefined) return;
    await orNextHour(
      commit(
        store,
        { now, newId, administration: code, actor: "system" },
        {
          action: "contact-points.remind",
          subject: code,
          detail: { due, overdue: stage === "due" },
          steps: [
            {
              put: {
                ...reminded,
                schema: 1,
                expiresAt: Math.floor(now.getTime() / 1000) + REMEMBERED_SECONDS,
              },
              when: { absent: true },
            },
          ],
          outbox: addressesOf(points).map((email) => ({
            kind: "contact-points-due",
            administration: code,
            email,
            due,
          })),
        },
      ),
    );
  };
