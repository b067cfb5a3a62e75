import { pointerItem, toAcknowledgeKey, toDropItem } from "../../../shared/adapters/records/alerts.ts";
import { postingWrites } from "../../../shared/adapters/records/postings.ts";
import { reachedByAny } from "../../../shared/adapters/records/reached.ts";
import { headAndRecall, receiptsOf } from "../../../shared/adapters/records/recalls.ts";
import { summarise } from "../../../shared/domain/alert.ts";
import type { Id } from "../../../shared/domain/identifiers.ts";
import type { HandOver } from "../../../shared/domain/outbox.ts";
import { entombed } from "../../../shared/domain/recall.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

/**
 * Leaves of an alert that was recalled, wherever it is listed, its reference and the reason; and to everybody whom any version
 * reached, that they have to confirm. Answers with the hand-overs that then tell them.
 */
export const entomb = async (
  store: RecordStore,
  { alert }: { readonly alert: Id },
): Promise<readonly HandOver[]> => {
  const { head, recall } = await headAndRecall(store, alert);
  if (head === undefined || recall === undefined) throw new Error(`Alert ${alert} was not recalled`);
  const { administrations, scopes, scopeOf, contents } = await reachedByAny(store, head);
  const confirmed = new Set(
    (await receiptsOf(store, alert, undefined))
      .filter(({ isSystem }) => !isSystem)
      .map(({ administration }) => administration),
  );
  const content = contents.at(-1);
  if (content === undefined) throw new Error(`Alert ${alert} has no version`);
  const summary = entombed(summarise(head, content), recall);
  await store.writeMany(
    administrations.map((code) =>
      code === head.administration || confirmed.has(code)
        ? { delete: toAcknowledgeKey(code, head.position) }
        : { put: toDropItem(code, head.position, scopeOf(code)) },
    ),
  );
  await store.writeMany([
    ...scopes.map((scope) => ({ put: pointerItem(scope, head.position, summary) })),
    ...postingWrites(head, content, scopes, contents),
  ]);
  return administrations.map((administration) => ({
    alert,
    version: head.version,
    administration,
    recalled: true,
  }));
};
