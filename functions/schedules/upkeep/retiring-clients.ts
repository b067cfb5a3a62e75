import { commit, type Step } from "../../../shared/adapters/records/change.ts";
import {
  everySystemAccount,
  systemAccountItem,
  systemClientKey,
} from "../../../shared/adapters/records/system-accounts.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { isGood, madeAt, type SystemClients } from "../../../shared/domain/system-account.ts";
import type { Task } from "./upkeeping.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly systemClients: SystemClients;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** A client that is no account's after this was left behind by a function that died; a younger one may be on its way into the account. */
const LEFT_BEHIND_MS = 3_600_000;

/**
 * Removes from an administration's pool what its system accounts do not have any more: secrets that ended, and clients that nobody ever
 * heard of. All of them are refused already; this makes the pool say so, too, and costs nothing where there is nothing to do.
 */
export const retiringClients =
  ({ store, systemClients, clock, newId }: Dependencies): Task =>
  async ({ code, pool }) => {
    if (pool === undefined) return;
    const now = clock();
    const accounts = await everySystemAccount(store, code);
    const known = new Map(
      accounts.flatMap((account) => account.clients.map((client) => [client.id, client] as const)),
    );
    for (const { id, made } of await systemClients.list(pool.userPoolId)) {
      const client = known.get(id);
      const useless =
        client === undefined ? now.getTime() - madeAt(made) > LEFT_BEHIND_MS : !isGood(client, now);
      if (useless) await systemClients.remove(pool.userPoolId, id);
    }
    for (const account of accounts) {
      const gone = account.clients.filter((client) => !isGood(client, now));
      if (gone.length === 0) continue;
      const next = {
        ...account,
        clients: account.clients.filter((client) => isGood(client, now)),
        revision: account.revision + 1,
        changedAt: now.toISOString(),
      };
      const forgotten: readonly Step[] = gone.map(({ id }) => ({ delete: systemClientKey(code, id) }));
      await commit(
        store,
        { now, newId, administration: code, actor: "system" },
        {
          action: "system-accounts.retire-secrets",
          subject: account.id,
          detail: { secrets: gone.length },
          steps: [
            { put: systemAccountItem(next), when: { equals: { revision: account.revision } } },
            ...forgotten,
          ],
        },
      );
    }
  };
