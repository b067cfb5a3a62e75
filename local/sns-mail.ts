import { region } from "./environment.ts";
import type { Mail } from "./mailbox.ts";
import type { Confirmation } from "./sns-confirmations.ts";

/** The mails that SNS writes, in its words. */

const sender = (displayName: string) =>
  `"${displayName || "AWS Notifications"}" <no-reply@sns.amazonaws.com>`;

const page = (name: string, parameters: Record<string, string>) =>
  `https://sns.${region}.amazonaws.com/${name}.html?${new URLSearchParams(parameters)}`;

export function confirmationMail(displayName: string, { topicArn, token, endpoint }: Confirmation): Mail {
  const link = page("confirmation", { TopicArn: topicArn, Token: token, Endpoint: endpoint });
  return {
    from: sender(displayName),
    to: endpoint,
    subject: "AWS Notification - Subscription Confirmation",
    text: `You have chosen to subscribe to the topic:
${topicArn}

To confirm this subscription, click or visit the link below (If this was in error no action is necessary):
${link}
`,
  };
}

export function notificationMail(
  displayName: string,
  subscription: { arn: string; endpoint: string },
  subject: string | undefined,
  text: string,
): Mail {
  const link = page("unsubscribe", { SubscriptionArn: subscription.arn, Endpoint: subscription.endpoint });
  return {
    from: sender(displayName),
    to: subscription.endpoint,
    subject: subject || "AWS Notification Message",
    text: `${text}

--
If you wish to stop receiving notifications from this topic, please click or visit the link below to unsubscribe:
${link}
`,
  };
}

/** An SMS, which the mailbox shows as mail to the number. */
export function smsMail(displayName: string, phone: string, text: string): Mail {
  return {
    from: "SMS <no-reply@sms.local>",
    to: `${phone.replace(/\D/g, "")}@sms.local`,
    subject: "SMS",
    text: displayName ? `${displayName}> ${text}` : text,
  };
}
