import { listSystemAccounts } from "../../../shared/adapters/records/system-accounts.ts";
import type { systemAccounts } from "../../../shared/contract/system-accounts.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { pageAnswer, positionOf } from "../../runtime/cursor.ts";
import type { Read } from "../../runtime/request.ts";
import { accountAnswer, loadAccount, view } from "./access.ts";

type Contract = typeof systemAccounts;

export const listing = ({ store }: { readonly store: RecordStore }) => {
  const list: Read<Contract["list"]> = async ({ query, caller }) => {
    const binding = [caller.id, "system-accounts"];
    const after = positionOf(query.cursor, binding);
    const page = await listSystemAccounts(store, caller.administration, query.limit, after && `SYS#${after}`);
    const items = page.items.filter(({ deletedAt }) => deletedAt === undefined).map(view);
    return pageAnswer(items, page.more ? page.items.at(-1)?.id : undefined, binding);
  };

  const get: Read<Contract["get"]> = async ({ params, caller }) =>
    accountAnswer(await loadAccount(store, caller, params.id));

  return { list, get };
};
