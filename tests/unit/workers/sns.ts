import type { Notice, Topics } from "../../../shared/domain/provisioning.ts";

/** SNS: topics by name, what their confirmed endpoints were sent, and which addresses followed its link. */
export const sns = () => {
  const topicArns = new Set<string>();
  const sent: { readonly endpoint: string; readonly topic: string; readonly notice: Notice }[] = [];
  const subscriptions = new Set<string>();
  let refusal: Error | undefined;
  const left = async (): Promise<never> => {
    throw new Error("This worker subscribes nobody");
  };
  const topics: Topics = {
    // CreateTopic answers with the topic of that name where there is one.
    ensureTopic: async (administration, number) => {
      if (refusal !== undefined) throw refusal;
      const arn = `arn:aws:sns:us-east-1:000000000000:ipr-cencomm-${administration}-${number}`;
      topicArns.add(arn);
      return arn;
    },
    removeTopic: async (topic) => {
      topicArns.delete(topic);
      for (const each of subscriptions) if (each.startsWith(`${topic}:`)) subscriptions.delete(each);
    },
    publish: async (topic, to, notice) => {
      if (refusal !== undefined) throw refusal;
      sent.push(...to.map((endpoint) => ({ endpoint, topic, notice })));
    },
    subscribeEmail: left,
    subscribePhone: left,
    confirm: left,
    find: async (topic, address) =>
      subscriptions.has(`${topic}:${address}`) ? `${topic}:${address}` : undefined,
    unsubscribe: async (subscription) => {
      subscriptions.delete(subscription);
    },
    sendSms: left,
  };
  return {
    topics,
    subscriptions: subscriptions as ReadonlySet<string>,
    /** The owner of an address followed SNS's link; the same address has the same subscription on a topic. */
    follow: (topic: string, address: string) => {
      subscriptions.add(`${topic}:${address}`);
      return `${topic}:${address}`;
    },
    topicArns: topicArns as ReadonlySet<string>,
    sent: sent as readonly { readonly endpoint: string; readonly topic: string; readonly notice: Notice }[],
    refuse: (error: Error | undefined) => {
      refusal = error;
    },
  };
};
