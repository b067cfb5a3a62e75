import { v7 } from "uuid";
import { systemAccountItem, systemClientItem } from "../../../shared/adapters/records/system-accounts.ts";
import type { Scope } from "../../../shared/domain/permissions.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { SystemAccount, SystemClients } from "../../../shared/domain/system-account.ts";

/** As whom a system calls: an account, by one of its clients. */
export interface System {
  readonly account: string;
  readonly client: string;
}

/** A system account whose secret was used in this hour, so that nobody's request writes what the test is not about. */
export const connect = async (
  store: RecordStore,
  administration: string,
  scopes: readonly Scope[],
  change: Partial<SystemAccount> = {},
): Promise<System> => {
  const at = "2026-11-01T00:00:00.000Z";
  const client = v7().replaceAll("-", "");
  const account: SystemAccount = {
    id: v7(),
    administration,
    name: scopes.join(" "),
    purpose: "Risk analysis",
    scopes: [...scopes],
    tokenEndpoint: "https://pool.auth.us-east-1.amazoncognito.com/oauth2/token",
    clients: [{ id: client, createdAt: at, lastUsedAt: new Date().toISOString() }],
    createdBy: v7(),
    revision: 1,
    createdAt: at,
    changedAt: at,
    ...change,
  };
  await store.writeMany(
    [systemAccountItem(account), systemClientItem(account, client)].map((put) => ({ put })),
  );
  return { account: account.id, client };
};

/** The pools as the API meets them: what was made for which account's scopes, and what is left of it. */
export const pooledClients = () => {
  const clients = new Map<
    string,
    { readonly pool: string; readonly made: string; readonly scopes: string }
  >();
  let failure: Error | undefined;
  const systemClients: SystemClients = {
    ensureTokenEndpoint: async (pool) =>
      `https://${pool.toLowerCase().replaceAll("_", "-")}.auth.us-east-1.amazoncognito.com/oauth2/token`,
    create: async (pool, made, scopes) => {
      const id = v7().replaceAll("-", "");
      clients.set(id, { pool, made, scopes: scopes.join(" ") });
      return { id, secret: `secret of ${id}` };
    },
    list: async (pool) =>
      [...clients].flatMap(([id, client]) => (client.pool === pool ? [{ id, made: client.made }] : [])),
    remove: async (_, id) => {
      if (failure !== undefined) throw failure;
      clients.delete(id);
    },
  };
  return {
    ...systemClients,
    clients,
    /** From now on no client can be removed. */
    fail: (error: Error) => {
      failure = error;
    },
  };
};
