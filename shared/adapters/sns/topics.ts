import {
  ConfirmSubscriptionCommand,
  CreateTopicCommand,
  DeleteTopicCommand,
  InvalidParameterException,
  NotFoundException,
  PublishCommand,
  paginateListSubscriptionsByTopic,
  type SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import { Problem } from "../../domain/problem.ts";
import type { Topics } from "../../domain/provisioning.ts";
import { RESOURCE_PREFIX } from "../../names.ts";

/** Shown by phones as the sender; counted in an SMS's length. */
export const DISPLAY_NAME = "IPRCENcomm";

const filterPolicy = (endpoint: string) => ({ FilterPolicy: JSON.stringify({ to: [endpoint] }) });

export const snsTopics = (client: SNSClient): Topics => ({
  ensureTopic: async (administration, number) => {
    const { TopicArn } = await client.send(
      new CreateTopicCommand({
        Name: `${RESOURCE_PREFIX}-${administration}-${number}`,
        Attributes: { DisplayName: DISPLAY_NAME },
        Tags: [{ Key: RESOURCE_PREFIX, Value: administration }],
      }),
    );
    if (TopicArn === undefined) throw new Error("SNS made no topic");
    return TopicArn;
  },

  // SNS says the same of a topic that there never was.
  removeTopic: async (topic) => {
    await client.send(new DeleteTopicCommand({ TopicArn: topic }));
  },

  subscribeEmail: async (topic, address, endpoint) => {
    await client.send(
      new SubscribeCommand({
        TopicArn: topic,
        Protocol: "email",
        Endpoint: address,
        Attributes: filterPolicy(endpoint),
        ReturnSubscriptionArn: true,
      }),
    );
  },

  subscribePhone: async (topic, number, endpoint) => {
    const { SubscriptionArn } = await client.send(
      new SubscribeCommand({
        TopicArn: topic,
        Protocol: "sms",
        Endpoint: number,
        Attributes: filterPolicy(endpoint),
        ReturnSubscriptionArn: true,
      }),
    );
    if (SubscriptionArn === undefined) throw new Error("SNS made no subscription");
    return SubscriptionArn;
  },

  confirm: async (topic, token) => {
    try {
      const { SubscriptionArn } = await client.send(
        new ConfirmSubscriptionCommand({ TopicArn: topic, Token: token, AuthenticateOnUnsubscribe: "true" }),
      );
      if (SubscriptionArn === undefined) throw new Error("SNS confirmed nothing");
      return SubscriptionArn;
    } catch (error) {
      if (error instanceof InvalidParameterException || error instanceof NotFoundException)
        throw new Problem(
          "conflict",
          "This link is not valid any more. Ask for a new one, or enter the code.",
        );
      throw error;
    }
  },

  find: async (topic, address) => {
    for await (const page of paginateListSubscriptionsByTopic({ client }, { TopicArn: topic }))
      for (const { Endpoint, SubscriptionArn } of page.Subscriptions ?? [])
        if (Endpoint === address && SubscriptionArn?.startsWith("arn:")) return SubscriptionArn;
    return undefined;
  },

  unsubscribe: async (subscription) => {
    await client.send(new UnsubscribeCommand({ SubscriptionArn: subscription }));
  },

  publish: async (topic, to, { subject, email, sms }) => {
    await client.send(
      new PublishCommand({
        TopicArn: topic,
        Subject: subject,
        MessageStructure: "json",
        Message: JSON.stringify({ default: email, email, sms }),
        MessageAttributes: { to: { DataType: "String.Array", StringValue: JSON.stringify(to) } },
      }),
    );
  },

  sendSms: async (number, text) => {
    await client.send(
      new PublishCommand({
        PhoneNumber: number,
        Message: text,
        MessageAttributes: { "AWS.SNS.SMS.SMSType": { DataType: "String", StringValue: "Transactional" } },
      }),
    );
  },
});
