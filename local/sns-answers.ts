import type { Confirmations } from "./sns-confirmations.ts";

/** The emulator's answers about subscriptions, told as AWS tells them while an e-mail address is not confirmed. */

export const isPending = (confirmations: Confirmations, arn: string, protocol: string | undefined) =>
  protocol === "email" && !confirmations.get(arn)?.confirmed;

export function pendingSubscribe(xml: string): string {
  return xml.replace(/(<SubscriptionArn>)[^<]*/, "$1pending confirmation");
}

/** ListSubscriptions, ListSubscriptionsByTopic. */
export function pendingInList(confirmations: Confirmations, xml: string): string {
  return xml.replace(/<member>.*?<\/member>/gs, (member) => {
    const arn = subscriptionArn(member);
    const protocol = /<Protocol>([^<]*)/.exec(member)?.[1];
    return isPending(confirmations, arn, protocol) ? member.replace(arn, "PendingConfirmation") : member;
  });
}

/** GetSubscriptionAttributes. */
export function pendingInAttributes(confirmations: Confirmations, arn: string, xml: string): string {
  if (!/<key>Protocol<\/key>\s*<value>email</.test(xml)) {
    return xml;
  }
  const asked = confirmations.get(arn);
  const told = setEntry(xml, "PendingConfirmation", !asked?.confirmed);
  return setEntry(told, "ConfirmationWasAuthenticated", asked?.authenticated ?? false);
}

export function confirmationAnswer(arn: string): string {
  const result = `<ConfirmSubscriptionResult><SubscriptionArn>${arn}</SubscriptionArn></ConfirmSubscriptionResult>`;
  return `<ConfirmSubscriptionResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">${result}</ConfirmSubscriptionResponse>`;
}

export const subscriptionArn = (xml: string) => /<SubscriptionArn>([^<]*)/.exec(xml)?.[1] ?? "";

const setEntry = (xml: string, key: string, value: boolean) =>
  xml.replace(new RegExp(`(<key>${key}</key>\\s*<value>)[^<]*`), `$1${value}`);
