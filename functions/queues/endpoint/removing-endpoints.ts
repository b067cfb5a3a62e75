import { getEndpoint } from "../../../shared/adapters/records/subscriptions.ts";
import type { EndpointWork } from "../../../shared/domain/outbox.ts";
import type { Topics } from "../../../shared/domain/provisioning.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly topics: Topics;
}

type Removal = Extract<EndpointWork, { kind: "remove-endpoint" }>;

/**
 * Lets go of an address that was removed. Added again while this waited, it has the same id, and SNS gives it the same
 * subscription on the same topic: that is left alone, confirmed again or about to be. Otherwise the address would be active with
 * us and hear nothing.
 */
export const removingEndpoints =
  ({ store, topics }: Dependencies) =>
  async ({ administration, endpoint, topic, address, subscriptionArn }: Removal): Promise<void> => {
    const subscription = subscriptionArn ?? (await topics.find(topic, address));
    if (subscription === undefined) return;
    // Looked at last: between this and SNS there is one request, and to add and confirm takes a person two.
    const again = await getEndpoint(store, administration, endpoint);
    if (again?.topic === topic) return;
    await topics.unsubscribe(subscription);
  };
