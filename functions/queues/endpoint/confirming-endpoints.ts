import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { subscriptionsOf } from "../../../shared/adapters/records/subscriptions.ts";
import { catalogues } from "../../../shared/domain/notices/catalogues.ts";
import { type CodeKey, codePurpose } from "../../../shared/domain/one-time-code.ts";
import type { EndpointWork } from "../../../shared/domain/outbox.ts";
import type { Topics } from "../../../shared/domain/provisioning.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly topics: Topics;
  readonly codes: CodeKey;
}

type Confirmation = Extract<EndpointWork, { kind: "confirm-endpoint" }>;

/**
 * Asks an address whether it wants notices. A phone is sent a code before it is subscribed; a mailbox gets SNS's own
 * link, and, where that was followed already (by whoever, a mail scanner maybe), a code through the subscription it made.
 */
export const confirmingEndpoints =
  ({ store, topics, codes }: Dependencies) =>
  async (work: Confirmation): Promise<void> => {
    const { subscriptions, endpoints } = await subscriptionsOf(store, work.administration);
    const endpoint = endpoints.find(({ id }) => id === work.endpoint);
    if (endpoint === undefined || endpoint.state === "active") return;
    const { id, topic, channel, address } = endpoint;
    const language = subscriptions.find((each) => each.endpoint === id)?.language ?? "en";
    const texts = catalogues[language].code;
    const code = () => codes.digits(codePurpose.endpoint(work.administration, id), endpoint.code.nonce);
    if (channel === "sms") return topics.sendSms(address, texts.sms(await code()));
    if ((await topics.find(topic, address)) === undefined) return topics.subscribeEmail(topic, address, id);
    const phrase = (await getAdministration(store, work.administration))?.recognitionPhrase ?? "";
    const { subject, text } = catalogues[language].code.mail(await code(), phrase);
    return topics.publish(topic, [id], { subject, email: text, sms: subject });
  };
