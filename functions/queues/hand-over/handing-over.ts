import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import {
  deliveryItem,
  deliveryKey,
  getRelease,
  listVersions,
} from "../../../shared/adapters/records/alerts.ts";
import { auditItem } from "../../../shared/adapters/records/change.ts";
import { getMembership } from "../../../shared/adapters/records/groups.ts";
import { subscriptionsOf } from "../../../shared/adapters/records/subscriptions.ts";
import { maySee } from "../../../shared/domain/audience.ts";
import { alertNotice } from "../../../shared/domain/notices/alert-notice.ts";
import type { HandOver } from "../../../shared/domain/outbox.ts";
import { ConditionFailed } from "../../../shared/domain/record-store.ts";
import { addressees } from "../../../shared/domain/subscription.ts";
import type { HandOverDependencies } from "./dependencies.ts";
import { tellingOfRecall } from "./telling-of-recall.ts";

/**
 * Tells one administration of one version: whom the domain matched, by one publish per topic and language. What was
 * published is written down afterwards and looked up before: killed between the two, an endpoint hears twice, never not.
 */
export const handingOver =
  (dependencies: HandOverDependencies) =>
  async (handOver: HandOver): Promise<void> => {
    if (handOver.recalled) return tellingOfRecall(dependencies)(handOver);
    const { store, topics, consoleUrl, clock, newId } = dependencies;
    const { alert, version, administration } = handOver;
    const { subscriptions, endpoints } = await subscriptionsOf(store, administration);
    // Where nobody can be told, nothing else has to be read.
    if (!endpoints.some(({ state }) => state === "active")) return;
    const { head, content, change } = await getRelease(store, alert, version);
    // Recalled while this was on its way: nobody hears of it any more.
    if (head.state === "recalled") return;
    const [receiver, issuer, membership] = await Promise.all([
      getAdministration(store, administration),
      getAdministration(store, head.administration),
      getMembership(store, head.group, administration),
    ]);
    if (receiver?.state !== "active" || issuer === undefined) return;
    const what = { ...head, author: head.administration };
    if (!maySee(what, administration, membership, clock().toISOString())) return;

    const earlier =
      version === 1 ? [] : (await listVersions(store, alert)).filter((each) => each.version < version);
    const forms = [content, ...earlier.map((each) => each.content)];
    const told = { version, ...(change === undefined ? {} : { change }) };
    for (const { topic, language, to } of addressees(subscriptions, endpoints, ...forms)) {
      const key = deliveryKey(alert, version, administration, topic, language);
      if ((await store.get(key)) !== undefined) continue;
      const notice = alertNotice(language, head, content, issuer, { ...receiver, consoleUrl }, told);
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
