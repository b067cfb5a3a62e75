import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { countedAccount, systemAccountItem } from "../../../shared/adapters/records/system-accounts.ts";
import type { systemAccounts } from "../../../shared/contract/system-accounts.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { ended, type SystemClients } from "../../../shared/domain/system-account.ts";
import type { Read } from "../../runtime/request.ts";
import { assertChangeable, loadAccount } from "./access.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly systemClients: SystemClients;
}

/** Ends a system account at once: what it has in the pool is of no use from then on, and is removed there. */
export const ending = ({ store, systemClients }: Dependencies) => {
  const remove: Read<(typeof systemAccounts)["remove"]> = async (request) => {
    const { params, caller, circumstances } = request;
    const current = await loadAccount(store, caller, params.id);
    assertChangeable(request, current);
    const next = ended(current, circumstances.now);
    await commit(store, circumstances, {
      action: "system-accounts.remove",
      subject: next.id,
      steps: [
        { put: systemAccountItem(next), when: { equals: { revision: current.revision } } },
        await countedAccount(store, caller.administration, -1),
      ],
    });
    const pool = (await getAdministration(store, caller.administration))?.pool;
    // It is refused already. What could not be removed now, the upkeep removes.
    if (pool !== undefined)
      for (const { id } of next.clients)
        await systemClients.remove(pool.userPoolId, id).catch((error: unknown) => console.error(error));
    return {};
  };

  return { remove };
};
