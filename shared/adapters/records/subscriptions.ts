import type { AdministrationCode, Id } from "../../domain/identifiers.ts";
import type { Item, Key, RecordStore } from "../../domain/record-store.ts";
import { Endpoint, Subscription } from "../../domain/subscription.ts";
import { parsed, parsedIfAny } from "./parsed.ts";

export const subscriptionKey = (administration: AdministrationCode, id: Id): Key => ({
  pk: `ADM#${administration}`,
  sk: `SUB#${id}`,
});

export const subscriptionItem = (subscription: Subscription): Item => ({
  ...subscriptionKey(subscription.administration, subscription.id),
  schema: 1,
  ...subscription,
});

export const endpointKey = (administration: AdministrationCode, id: string): Key => ({
  pk: `ADM#${administration}`,
  sk: `END#${id}`,
});

export const endpointItem = (endpoint: Endpoint): Item => ({
  ...endpointKey(endpoint.administration, endpoint.id),
  schema: 1,
  ...endpoint,
});

export const getEndpoint = async (store: RecordStore, administration: AdministrationCode, id: string) =>
  parsedIfAny(Endpoint, await store.get(endpointKey(administration, id)));

export const getSubscription = async (store: RecordStore, administration: AdministrationCode, id: Id) =>
  parsedIfAny(Subscription, await store.get(subscriptionKey(administration, id)));

/** All subscriptions and endpoints of one administration: two queries, whatever their number up to 1 MB each. */
export const subscriptionsOf = async (store: RecordStore, administration: AdministrationCode) => {
  const pk = `ADM#${administration}`;
  const [subscriptions, endpoints] = await Promise.all([
    store.query({ pk, prefix: "SUB#", consistent: true }),
    store.query({ pk, prefix: "END#", consistent: true }),
  ]);
  return {
    subscriptions: subscriptions.items.map((item) => parsed(Subscription, item)),
    endpoints: endpoints.items.map((item) => parsed(Endpoint, item)),
  };
};
