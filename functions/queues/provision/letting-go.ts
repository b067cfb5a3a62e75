import { administrationItem, getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { withLease } from "../../../shared/adapters/records/lease.ts";
import { isToBeLetGo } from "../../../shared/domain/administration.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";
import type { Pools, Topics } from "../../../shared/domain/provisioning.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { LEASE_SECONDS } from "./peopling.ts";
import { releasing } from "./releasing.ts";
import { retiring } from "./retiring.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly pools: Pools;
  readonly topics: Topics;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/**
 * What follows when an administration left: at once, no group has it and no address of its hears of anything; when its time is over, pool,
 * topics and people go. Its records stay. Each looks at what is there now, so that the whole can be begun again wherever
 * it was killed. The lease is provisioning's: an administration that comes back is not made and unmade at once.
 */
export const lettingGo = (dependencies: Dependencies) => {
  const { store, clock, newId } = dependencies;
  const { leaveGroups, retireAddresses } = retiring(dependencies);
  const release = releasing(dependencies);
  const circumstances = (administration: AdministrationCode) => ({
    now: clock(),
    newId,
    administration,
    actor: "system",
  });

  const letGo = async (code: AdministrationCode): Promise<void> => {
    const current = await getAdministration(store, code);
    // It came back meanwhile: provisioning lets go of what it had.
    if (current?.state !== "left") return;
    await leaveGroups(current);
    await retireAddresses(current);
    if (!isToBeLetGo(current, clock())) return;
    await release(current, current);
    const { pool: _, ...rest } = current;
    const { revision } = current;
    await commit(store, circumstances(code), {
      action: "administrations.let-go",
      subject: code,
      steps: [
        {
          put: administrationItem({
            ...rest,
            topics: [],
            revision: revision + 1,
            changedAt: clock().toISOString(),
          }),
          when: { equals: { revision } },
        },
      ],
    });
  };

  return (code: AdministrationCode): Promise<void> =>
    withLease(store, `provision#${code}`, { now: clock(), seconds: LEASE_SECONDS, holder: newId() }, () =>
      letGo(code),
    );
};
