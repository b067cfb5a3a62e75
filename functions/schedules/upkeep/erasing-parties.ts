import { headKey } from "../../../shared/adapters/records/alert-places.ts";
import { draftKey } from "../../../shared/adapters/records/alerts.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { parsedIfAny } from "../../../shared/adapters/records/parsed.ts";
import { erasedParties, partiesDue, partiesItem } from "../../../shared/adapters/records/parties.ts";
import { AlertHead } from "../../../shared/domain/alert.ts";
import { isToBeErased, nextLook, type Parties } from "../../../shared/domain/parties.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { orNextHour } from "./noting.ts";
import type { Task } from "./upkeeping.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** Looked at in one hour, of one administration; what is more waits for the next. */
const AT_ONCE = 100;

/**
 * Erases who an alert names when the period after its end is over, and who a draft named that is not there any more. What is not
 * to be erased yet is looked at again in a month.
 */
export const erasingParties =
  ({ store, clock, newId }: Dependencies): Task =>
  async ({ code }) => {
    const now = clock();
    const circumstances = { now, newId, administration: code, actor: "system" };

    const look = async (parties: Parties): Promise<void> => {
      const { alert, version } = parties;
      const [headFound, draft] = await store.getMany([headKey(alert), draftKey(code, alert)]);
      const head = parsedIfAny(AlertHead, headFound);
      const state = head ?? (draft === undefined ? "gone" : "draft");
      if (!isToBeErased(parties, state, now))
        return commit(store, circumstances, {
          action: "alerts.look-at-parties",
          subject: alert,
          unrecorded: true,
          steps: [{ put: partiesItem(parties, nextLook(now)), when: { equals: { version } } }],
        });
      const { steps, versions } = await erasedParties(store, parties);
      return commit(store, circumstances, {
        action: "alerts.erase-parties",
        subject: alert,
        detail: { parties: parties.parties.length, versions },
        steps,
      });
    };

    for (const parties of await partiesDue(store, code, now, AT_ONCE)) await orNextHour(look(parties));
  };
