import {
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  paginateListSubscriptionsByTopic,
  type SNSClient,
} from "@aws-sdk/client-sns";
import type { Mailbox } from "./mailbox.ts";
import { isPending } from "./sns-answers.ts";
import type { Confirmations } from "./sns-confirmations.ts";
import { notificationMail, smsMail } from "./sns-mail.ts";
import { type Message, messagesOf, passes } from "./sns-message.ts";

export interface Delivery {
  /** A client of the emulator, as its root user. */
  readonly sns: SNSClient;
  readonly mailbox: Mailbox;
  readonly confirmations: Confirmations;
}

/** Puts what a Publish or PublishBatch said into the mailbox of everybody it is for. */
export async function deliver(delivery: Delivery, parameters: URLSearchParams): Promise<void> {
  const phone = parameters.get("PhoneNumber");
  const topicArn = parameters.get("TopicArn") ?? parameters.get("TargetArn");
  for (const message of messagesOf(parameters)) {
    if (phone) {
      await delivery.mailbox.send(smsMail("", phone, message.textFor("sms")));
    } else if (topicArn) {
      await deliverToTopic(delivery, topicArn, message);
    }
  }
}

async function deliverToTopic(delivery: Delivery, TopicArn: string, message: Message): Promise<void> {
  const { sns, mailbox, confirmations } = delivery;
  const name = await displayName(sns, TopicArn);
  for await (const page of paginateListSubscriptionsByTopic({ client: sns }, { TopicArn })) {
    for (const {
      SubscriptionArn: arn = "",
      Protocol: protocol,
      Endpoint: endpoint = "",
    } of page.Subscriptions ?? []) {
      if ((protocol !== "email" && protocol !== "sms") || isPending(confirmations, arn, protocol)) {
        continue;
      }
      const { Attributes } = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn: arn }));
      if (passes(Attributes?.["FilterPolicy"], message)) {
        const said = message.textFor(protocol);
        await mailbox.send(
          protocol === "sms"
            ? smsMail(name, endpoint, said)
            : notificationMail(name, { arn, endpoint }, message.subject, said),
        );
      }
    }
  }
}

export async function displayName(sns: SNSClient, TopicArn: string): Promise<string> {
  const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
  return Attributes?.["DisplayName"] ?? "";
}
