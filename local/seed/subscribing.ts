import { subscriptions } from "../../shared/contract/subscriptions.ts";
import { addressOf, phoneOf, type SeededAdministration } from "./administrations.ts";
import type { Exchange, SignedInPerson } from "./exchange.ts";

const LINK = /https:\/\/sns\.[^\s"<]+confirmation\.html\?[^\s"<]+/;
const CODE = /(\d{6})/;

/** A duty mailbox for everything, a duty phone for what is urgent; each confirmed by its owner. */
export const subscribeDuty = async (
  { api, inbox }: Exchange,
  administration: SeededAdministration,
  { token }: SignedInPerson,
): Promise<void> => {
  const { language } = administration;
  const address = addressOf(administration, "duty-desk");
  const mailbox = await api.call(subscriptions.create, {
    token,
    body: { destination: { channel: "email", address }, language, criteria: { group: "ipr" } },
  });
  const phone = phoneOf(administration, 9);
  const sms = await api.call(subscriptions.create, {
    token,
    body: {
      destination: { channel: "sms", address: phone },
      language,
      criteria: { group: "ipr", minimumSeverity: "high" },
    },
  });
  const [link] = await inbox.waitFor(address, LINK);
  await api.call(subscriptions.confirm, { token, params: { id: mailbox.body.id }, body: { link } });
  const [code] = await inbox.waitFor(`${phone.slice(1)}@sms.local`, CODE);
  await api.call(subscriptions.confirm, { token, params: { id: sms.body.id }, body: { code } });
};
