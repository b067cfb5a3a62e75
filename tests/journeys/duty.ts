import { subscriptions } from "../../shared/contract/subscriptions.ts";
import type { NoticeLanguage } from "../../shared/domain/language.ts";
import { api, inbox, newPhone, run, tokenOf } from "./system.ts";

/** Where the mailbox shows what a phone received. */
export const inboxOf = (phone: string): string => `${phone.slice(1)}@sms.local`;

/** A duty address of an administration, as its contact point adds it. */
export const addMailbox = (
  administration: string,
  name: string,
  criteria: object,
  language: NoticeLanguage = "en",
) => add(administration, { channel: "email", address: mailboxOf(administration, name) }, criteria, language);

export const addPhone = (administration: string, criteria: object, language: NoticeLanguage = "en") =>
  add(administration, { channel: "sms", address: newPhone() }, criteria, language);

export const mailboxOf = (administration: string, name: string): string =>
  `${name}.${run}@${administration.toLowerCase()}.customs.example`;

type Destination = { readonly channel: "email" | "sms"; readonly address: string };

const added: { readonly id: string; readonly administration: string }[] = [];

const add = async (
  administration: string,
  destination: Destination,
  criteria: object,
  language: NoticeLanguage,
) => {
  const { body } = await api.call(subscriptions.create, {
    token: await tokenOf(administration, "contact-point"),
    body: { destination, language, criteria: { group: "ipr", ...criteria } },
  });
  added.push({ id: body.id, administration });
  return { id: body.id, administration, ...destination };
};
export type Added = Awaited<ReturnType<typeof add>>;

/** What an address was asked to confirm with: SNS's link, or the code of an SMS. */
export const confirmationOf = async ({ channel, address }: Added) => {
  if (channel === "sms") {
    const [code = ""] = await inbox.waitFor(inboxOf(address), /\d{6}/);
    return { code };
  }
  const [link = ""] = await inbox.waitFor(address, /https:\/\/sns\.[^\s"<]+confirmation\.html\?[^\s"<]+/);
  return { link };
};

export const confirm = async (subscription: Added, body: { code: string } | { link: string }) =>
  (
    await api.call(subscriptions.confirm, {
      token: await tokenOf(subscription.administration, "contact-point"),
      params: { id: subscription.id },
      body,
    })
  ).body.state;

/** Leaves every administration's addresses as they were before. */
export const removeAdded = async (): Promise<void> => {
  for (const { id, administration } of added.splice(0)) {
    const token = await tokenOf(administration, "contact-point");
    const { etag } = await api.call(subscriptions.get, { token, params: { id } });
    await api.call(subscriptions.remove, { token, params: { id }, ifMatch: etag });
  }
};
