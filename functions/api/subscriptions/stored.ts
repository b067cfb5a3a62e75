import { getEndpoint, getSubscription } from "../../../shared/adapters/records/subscriptions.ts";
import type { SubscriptionView } from "../../../shared/contract/subscriptions.ts";
import { unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import { Destination, type Endpoint, type Subscription } from "../../../shared/domain/subscription.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import type { Answer } from "../../runtime/request.ts";

export const view = (subscription: Subscription, endpoint: Endpoint): SubscriptionView => ({
  id: subscription.id,
  kind: subscription.kind,
  destination: Destination.parse({ channel: endpoint.channel, address: endpoint.address }),
  state: endpoint.state,
  language: subscription.language,
  criteria: subscription.criteria,
  createdAt: subscription.createdAt,
  changedAt: subscription.changedAt,
});

/** What is shown is of both: a confirmation of the address changes it, too. */
export const versionOf = (subscription: Subscription, endpoint: Endpoint): string =>
  `${subscription.revision}.${endpoint.state}`;

/** Subscriptions with their address, as one administration's people reach them: another's are unknown. */
export const storedSubscriptions = (store: RecordStore) => {
  const load = async (administration: string, id: string) => {
    const subscription = await getSubscription(store, administration, id);
    const endpoint = subscription && (await getEndpoint(store, administration, subscription.endpoint));
    if (subscription === undefined || endpoint === undefined) throw unknown();
    return { subscription, endpoint };
  };
  const answer = async (administration: string, id: string): Promise<Answer> => {
    const { subscription, endpoint } = await load(administration, id);
    return { body: view(subscription, endpoint), etag: versionOf(subscription, endpoint) };
  };
  const render = (id: string, { caller }: { readonly caller: Caller }): Promise<Answer> =>
    answer(caller.administration, id);
  return { load, answer, render };
};
