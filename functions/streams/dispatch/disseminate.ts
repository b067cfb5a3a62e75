import {
  acknowledgementKey,
  getRelease,
  pointerItem,
  toAcknowledgeItem,
} from "../../../shared/adapters/records/alerts.ts";
import { membersOf } from "../../../shared/adapters/records/groups.ts";
import { summarise } from "../../../shared/domain/alert.ts";
import { recipients, scopeFor, scopesOf } from "../../../shared/domain/audience.ts";
import type { HandOver } from "../../../shared/domain/outbox.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

/**
 * Lists a release wherever its readers look, and answers with the hand-overs that then tell them: nobody hears of what is
 * not in the list yet. What is to be acknowledged comes before the pointer, so that no row is shown without its mark.
 */
export const disseminate = async (
  store: RecordStore,
  { alert, version }: Pick<HandOver, "alert" | "version">,
): Promise<readonly HandOver[]> => {
  const { head, content } = await getRelease(store, alert, version);
  const what = { ...head, author: head.administration };
  const to = recipients(what, await membersOf(store, head.group));

  const readers = to.filter((code) => code !== head.administration);
  const acknowledged = await store.getMany(readers.map((code) => acknowledgementKey(alert, code)));
  const open = readers.filter((_, n) => acknowledged[n] === undefined);
  await store.writeMany(
    open.map((code) => ({ put: toAcknowledgeItem(code, head.position, scopeFor(what, code)) })),
  );

  const summary = summarise(head, content);
  await store.writeMany(
    scopesOf(what, to).map((scope) => ({ put: pointerItem(scope, head.position, summary) })),
  );
  return to.map((administration) => ({ alert, version, administration }));
};
