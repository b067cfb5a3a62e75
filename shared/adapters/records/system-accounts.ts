import type { AdministrationCode, Id } from "../../domain/identifiers.ts";
import { Problem } from "../../domain/problem.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { MOST_ACCOUNTS, SystemAccount } from "../../domain/system-account.ts";
import type { Step } from "./change.ts";
import { parsedIfAny, parsedPage } from "./parsed.ts";

export const systemAccountKey = (administration: AdministrationCode, id: Id): Key => ({
  pk: `ADM#${administration}`,
  sk: `SYS#${id}`,
});

export const systemAccountItem = (account: SystemAccount): Item => ({
  ...systemAccountKey(account.administration, account.id),
  schema: 1,
  ...account,
});

/** By which the authorizer knows an app client: of which account of the administration it is. */
export const systemClientKey = (administration: AdministrationCode, client: string): Key => ({
  pk: `ADM#${administration}`,
  sk: `CLIENT#${client}`,
});

export const systemClientItem = (
  { administration, id }: Pick<SystemAccount, "administration" | "id">,
  client: string,
): Item => ({ ...systemClientKey(administration, client), schema: 1, account: id });

export const getSystemAccount = async (
  store: RecordStore,
  administration: AdministrationCode,
  id: Id,
): Promise<SystemAccount | undefined> =>
  parsedIfAny(SystemAccount, await store.get(systemAccountKey(administration, id)));

export const listSystemAccounts = (
  store: RecordStore,
  administration: AdministrationCode,
  limit: number,
  after?: string,
) =>
  parsedPage(store, SystemAccount, {
    pk: `ADM#${administration}`,
    prefix: "SYS#",
    limit,
    consistent: true,
    after,
  });

/** All that the administration ever had, the deleted ones included. */
export const everySystemAccount = async (
  store: RecordStore,
  administration: AdministrationCode,
): Promise<readonly SystemAccount[]> => {
  const all: SystemAccount[] = [];
  for (let page = await listSystemAccounts(store, administration, 100); ; ) {
    all.push(...page.items);
    if (!page.more) return all;
    page = await listSystemAccounts(store, administration, 100, `SYS#${all.at(-1)?.id}`);
  }
};

/** Counts one account more or less, as a step of the change that makes or ends it. Throws a Problem over the limit. */
export const countedAccount = async (
  store: RecordStore,
  administration: AdministrationCode,
  change: 1 | -1,
): Promise<Step> => {
  const key: Key = { pk: `ADM#${administration}`, sk: "SYSTEMS" };
  const found = await store.get(key);
  const count = Number(found?.["count"] ?? 0);
  if (count + change > MOST_ACCOUNTS)
    throw new Problem(
      "conflict",
      `An administration has at most ${MOST_ACCOUNTS} system accounts. Delete one that nothing uses any more.`,
    );
  return {
    put: { ...key, schema: 1, count: count + change },
    when: found === undefined ? { absent: true } : { equals: { count } },
    otherwise: () =>
      new Problem("conflict", "Another system account was made or deleted at this moment. Try again."),
  };
};
