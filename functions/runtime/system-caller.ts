import { administrationKey } from "../../shared/adapters/records/administrations.ts";
import { parsedIfAny } from "../../shared/adapters/records/parsed.ts";
import { systemAccountItem, systemAccountKey } from "../../shared/adapters/records/system-accounts.ts";
import { Administration } from "../../shared/domain/administration.ts";
import { ConditionFailed, type RecordStore } from "../../shared/domain/record-store.ts";
import { isGood, SystemAccount } from "../../shared/domain/system-account.ts";
import type { Caller } from "../../shared/domain/user.ts";
import { isSeenAnew, refused, type SystemIdentity } from "./identity.ts";

/** Writes down, to the hour, that the client was used. It is no change of the account: no revision. */
const used = async (
  store: RecordStore,
  account: SystemAccount,
  client: string,
  now: Date,
): Promise<SystemAccount> => {
  if (!isSeenAnew(account.clients.find(({ id }) => id === client)?.lastUsedAt, now)) return account;
  const clients = account.clients.map((each) =>
    each.id === client ? { ...each, lastUsedAt: now.toISOString() } : each,
  );
  const after = { ...account, clients };
  try {
    await store.transact([
      { put: systemAccountItem(after), when: { equals: { revision: account.revision } } },
    ]);
    return after;
  } catch (error) {
    // Somebody changed the account at this moment; the next request reads what they made of it.
    if (!(error instanceof ConditionFailed)) throw error;
    return account;
  }
};

/**
 * A system account as stored now. Whether a secret is good is said by the account alone: the pool gives tokens for one that ended until the
 * upkeep removes it, and a token lives for an hour. The scopes are the account's; a token that asked for fewer has fewer.
 */
export const loadSystemCaller = async (
  store: RecordStore,
  { administration: code, systemAccount: id, client: clientId, scope }: SystemIdentity,
  now: Date,
): Promise<Caller> => {
  const [administrationItem, item] = await store.getMany([
    administrationKey(code),
    systemAccountKey(code, id),
  ]);
  const administration = parsedIfAny(Administration, administrationItem);
  const account = parsedIfAny(SystemAccount, item);
  if (administration?.state !== "active" || account === undefined || account.deletedAt !== undefined)
    throw refused();
  const client = account.clients.find((each) => each.id === clientId);
  if (client === undefined || !isGood(client, now)) throw refused();
  const asked = scope.split(" ");
  const scopes = account.scopes.filter((each) => asked.includes(each));
  return {
    id: account.id,
    administration: code,
    administrationKind: administration.kind,
    roles: [],
    scopes,
    systemAccount: { ...(await used(store, account, clientId, now)), scopes },
  };
};
