import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { deliveryItem, deliveryKey, getRelease } from "../../../shared/adapters/records/alerts.ts";
import { auditItem } from "../../../shared/adapters/records/change.ts";
import { getMembership } from "../../../shared/adapters/records/groups.ts";
import { subscriptionsOf } from "../../../shared/adapters/records/subscriptions.ts";
import { maySee } from "../../../shared/domain/audience.ts";
import { alertNotice } from "../../../shared/domain/notices/alert-notice.ts";
import type { HandOver } from "../../../shared/domain/outbox.ts";
import type { Topics } from "../../../shared/domain/provisioning.ts";
import { ConditionFailed, type RecordStore } from "../../../shared/domain/record-store.ts";
import { addressees } from "../../../shared/domain/subscription.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly topics: Topics;
  readonly consoleUrl: string;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/**
 * Tells one administration of one version: whom the domain matched, by one publish per topic and language. What was
 * published is written down afterwards and looked up before: killed between the two, an endpoint hears twice, never not.
 */
export const handingOver =
  ({ store, topics, consoleUrl, clock, newId }: Dependencies) =>
  async ({ alert, version, administration }: HandOver): Promise<void> => {
    const { subscriptions, endpoints } = await subscriptionsOf(store, administration);
    // Where nobody can be told, nothing else has to be read.
    if (!endpoints.some(({ state }) => state === "active")) return;
    const { head, content } = await getRelease(store, alert, version);
    const [receiver, issuer, membership] = await Promise.all([
      getAdministration(store, administration),
      getAdministration(store, head.administration),
      getMembership(store, head.group, administration),
    ]);
    if (receiver?.state !== "active" || issuer === undefined) return;
    const what = { ...head, author: head.administration };
    if (!maySee(what, administration, membership, clock().toISOString())) return;

    for (const { topic, language, to } of addressees(subscriptions, endpoints, content)) {
      const key = deliveryKey(alert, version, administration, topic, language);
      if ((await store.get(key)) !== undefined) continue;
      const notice = alertNotice(language, head, content, issuer, { ...receiver, consoleUrl });
      await topics.publish(topic, to, notice);
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
              action: "alerts.hand-over",
              subject: alert,
              detail: { version, language, endpoints: to.length },
            }),
          },
        ])
        .catch((error: unknown) => {
          // The same message was given to two functions at once; the other one wrote it down.
          if (!(error instanceof ConditionFailed)) throw error;
        });
    }
  };
