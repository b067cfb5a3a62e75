import { getSystemAccount } from "../../../shared/adapters/records/system-accounts.ts";
import type { SystemAccountView } from "../../../shared/contract/system-accounts.ts";
import type { Id } from "../../../shared/domain/identifiers.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { SystemAccount } from "../../../shared/domain/system-account.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import { type Answer, assertCurrent } from "../../runtime/request.ts";

/** A system account of the own administration; any other is unknown. */
export const loadAccount = async (
  store: RecordStore,
  { administration }: Caller,
  id: Id,
): Promise<SystemAccount> => {
  const account = await getSystemAccount(store, administration, id);
  if (account === undefined) throw unknown();
  return account;
};

/** An account as its administration sees it. */
export const view = ({ administration: _, revision: __, ...shown }: SystemAccount): SystemAccountView =>
  shown;

const lastUse = ({ clients }: SystemAccount): number =>
  Math.max(0, ...clients.map(({ lastUsedAt }) => (lastUsedAt === undefined ? 0 : Date.parse(lastUsedAt))));

/** What is shown changes with the last use, too; a change is made against the part before the full stop. */
export const accountAnswer = (account: SystemAccount): Answer => ({
  body: view(account),
  etag: `${account.revision}.${lastUse(account)}`,
});

/** Throws a Problem where the account was changed since it was read, or deleted. */
export const assertChangeable = (
  request: { readonly ifMatch: string | undefined },
  account: SystemAccount,
): void => {
  assertCurrent({ ifMatch: request.ifMatch?.split(".")[0] }, String(account.revision));
  if (account.deletedAt !== undefined)
    throw new Problem("conflict", `${account.name} was deleted. Make another system account.`);
};
