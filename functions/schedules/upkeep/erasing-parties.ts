import { headKey } from "../../../shared/adapters/records/alert-places.ts";
import { draftKey } from "../../../shared/adapters/records/alerts.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { getGroup } from "../../../shared/adapters/records/groups.ts";
import { parsedIfAny } from "../../../shared/adapters/records/parsed.ts";
import { erasedParties, partiesDue, partiesItem } from "../../../shared/adapters/records/parties.ts";
import { getHold } from "../../../shared/adapters/records/party-holds.ts";
import { erasedRequests } from "../../../shared/adapters/records/party-requests.ts";
import { AlertHead } from "../../../shared/domain/alert.ts";
import { isToBeErased, nextLook, PARTIES_YEARS, type Parties } from "../../../shared/domain/parties.ts";
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
 * Erases who an alert names, and what was asked about that, when its group's period after its end is over, unless it is held; and who a draft named that is not there any more. What is not
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
      const [group, hold] = await Promise.all([
        head === undefined ? undefined : getGroup(store, head.group),
        getHold(store, alert, now),
      ]);
      const isDue = isToBeErased(state, group?.partiesYears ?? PARTIES_YEARS, now);
      if (hold !== undefined || !isDue)
        return commit(store, circumstances, {
          action: "alerts.look-at-parties",
          subject: alert,
          unrecorded: true,
          steps: [{ put: partiesItem(parties, nextLook(now)), when: { equals: { version } } }],
        });
      await store.writeMany(await erasedRequests(store, alert));
      const { steps, versions } = await erasedParties(store, parties, now);
      return commit(store, circumstances, {
        action: "alerts.erase-parties",
        subject: alert,
        detail: { parties: parties.parties.length, versions },
        steps,
      });
    };

    for (const parties of await partiesDue(store, code, now, AT_ONCE)) await orNextHour(look(parties));
  };
