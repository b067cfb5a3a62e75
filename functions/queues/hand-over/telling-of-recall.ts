import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import {
  deliveriesTo,
  deliveryItem,
  deliveryKey,
  toDropItem,
} from "../../../shared/adapters/records/alerts.ts";
import { auditItem } from "../../../shared/adapters/records/change.ts";
import { reachedByAny } from "../../../shared/adapters/records/reached.ts";
import { headAndRecall, receiptsOf } from "../../../shared/adapters/records/recalls.ts";
import { subscriptionsOf } from "../../../shared/adapters/records/subscriptions.ts";
import type { NoticeLanguage } from "../../../shared/domain/language.ts";
import { recallNotice } from "../../../shared/domain/notices/recall-notice.ts";
import type { HandOver } from "../../../shared/domain/outbox.ts";
import { ConditionFailed } from "../../../shared/domain/record-store.ts";
import { type Addressees, addressees } from "../../../shared/domain/subscription.ts";
import type { HandOverDependencies } from "./dependencies.ts";

/** Each address once, whichever version it heard of. */
const merged = (groups: readonly Addressees[]): readonly Addressees[] => {
  const told = new Set<string>();
  const byPublish = new Map<string, { topic: string; language: NoticeLanguage; to: string[] }>();
  for (const { topic, language, to } of groups) {
    const key = `${topic} ${language}`;
    const publish = byPublish.get(key) ?? { topic, language, to: [] };
    byPublish.set(key, publish);
    for (const id of to) {
      if (told.has(id)) continue;
      told.add(id);
      publish.to.push(id);
    }
  }
  return [...byPublish.values()].filter(({ to }) => to.length > 0);
};

/**
 * Tells one administration to drop what was recalled: every address that a version was handed to, or would be by what is asked
 * for now. Nothing decides about it but that the alert reached the administration: who left the group since has copies, too.
 */
export const tellingOfRecall =
  ({ store, topics, consoleUrl, clock, newId }: HandOverDependencies) =>
  async ({ alert, version, administration }: HandOver): Promise<void> => {
    const { head, recall } = await headAndRecall(store, alert);
    if (head === undefined || recall === undefined) throw new Error(`Alert ${alert} was not recalled`);
    const [{ subscriptions, endpoints }, { contents, scopeOf }, receipts, delivered, receiver, issuer] =
      await Promise.all([
        subscriptionsOf(store, administration),
        reachedByAny(store, head),
        receiptsOf(store, alert, administration),
        deliveriesTo(store, alert, administration),
        getAdministration(store, administration),
        getAdministration(store, head.administration),
      ]);
    // Again, since an acknowledgement that was under way at the moment of the recall takes the row along.
    const isOwn = administration === head.administration;
    if (!isOwn && receipts.every(({ isSystem }) => isSystem))
      await store.writeMany([{ put: toDropItem(administration, head.position, scopeOf(administration)) }]);
    if (receiver?.state !== "active" || issuer === undefined) return;

    const active = new Map(
      endpoints.filter(({ state }) => state === "active").map((each) => [each.id, each]),
    );
    const heard = delivered.map(({ topic, language, to }) => ({
      topic,
      language,
      to: to.filter((id) => active.get(id)?.topic === topic),
    }));
    const asked = contents.flatMap((content) => addressees(subscriptions, endpoints, content));
    for (const { topic, language, to } of merged([...heard, ...asked])) {
      const key = deliveryKey(alert, version, administration, topic, language);
      if ((await store.get(key)) !== undefined) continue;
      await topics.publish(topic, to, recallNotice(language, head, issuer, { ...receiver, consoleUrl }));
      const at = clock().toISOString();
      await store
        .transact([
          { put: deliveryItem(key, { administration, at, to }), when: { absent: true } },
          {
            put: auditItem({
              id: newId(),
              at,
              administration,
              actor: "system",
              action: "alerts.tell-recall",
              subject: alert,
              detail: { language, endpoints: to.length },
            }),
          },
        ])
        .catch((error: unknown) => {
          // The same message was given to two functions at once; the other one wrote it down.
          if (!(error instanceof ConditionFailed)) throw error;
        });
    }
  };
