import { Problem } from "../../../shared/domain/problem.ts";
import type { Topics } from "../../../shared/domain/provisioning.ts";

const left = (name: string) => async () => {
  throw new Error(`The API does not ask for ${name}`);
};

/**
 * SNS as the API meets it: an address whose link was followed has a subscription. The token in the link of an address
 * is the address itself.
 */
export const followedTopics = () => {
  const subscribed = new Map<string, string>();
  const arn = (address: string): string => `arn:aws:sns:us-east-1:000000000000:topic:${address}`;
  const topics: Topics = {
    ensureTopic: left("topics"),
    removeTopic: left("the end of a topic"),
    subscribeEmail: left("subscriptions of mailboxes"),
    unsubscribe: left("an unsubscription"),
    publish: left("a publish"),
    sendSms: left("an SMS"),
    subscribePhone: async (_, number) => {
      subscribed.set(number, arn(number));
      return arn(number);
    },
    confirm: async (_, token) => {
      if (!token.includes("@")) throw new Problem("conflict", "This link is not valid any more.");
      subscribed.set(token, arn(token));
      return arn(token);
    },
    find: async (_, address) => subscribed.get(address),
  };
  return { ...topics, follow: (address: string) => subscribed.set(address, arn(address)) };
};
