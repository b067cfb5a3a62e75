import { commit } from "../../../shared/adapters/records/change.ts";
import { endpointItem } from "../../../shared/adapters/records/subscriptions.ts";
import type { subscriptions } from "../../../shared/contract/subscriptions.ts";
import {
  type CodeKey,
  codePurpose,
  sendAgain,
  spendTry,
  wrongCode,
} from "../../../shared/domain/one-time-code.ts";
import { invalid, Problem } from "../../../shared/domain/problem.ts";
import type { Topics } from "../../../shared/domain/provisioning.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Endpoint } from "../../../shared/domain/subscription.ts";
import type { Command, Request } from "../../runtime/request.ts";
import { storedSubscriptions } from "./stored.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly codes: CodeKey;
  readonly topics: Topics;
}

type Contract = typeof subscriptions;

/** SNS's link carries the token that confirms; where it leads to is checked, nothing is fetched. */
const tokenOf = (link: string): string => {
  const url = new URL(link);
  const token = url.searchParams.get("Token");
  if (!/^sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(url.hostname) || token === null)
    throw invalid("/link", "Copy the whole confirmation link of the e-mail; it begins with https://sns.");
  return token;
};

/** How an address becomes active: nothing is sent to it before its owner has shown to hold it. */
export const confirming = ({ store, codes, topics }: Dependencies) => {
  const { load, render } = storedSubscriptions(store);

  const changed = (endpoint: Endpoint, change: Partial<Endpoint>, now: Date) => {
    const next: Endpoint = {
      ...endpoint,
      ...change,
      revision: endpoint.revision + 1,
      changedAt: now.toISOString(),
    };
    return { next, step: { put: endpointItem(next), when: { equals: { revision: endpoint.revision } } } };
  };

  const tryCode = async (
    endpoint: Endpoint,
    entered: string,
    { caller, circumstances }: Request<Contract["confirm"]>,
  ): Promise<Endpoint> => {
    const code = spendTry(endpoint.code, circumstances.now);
    const { next, step } = changed(endpoint, { code }, circumstances.now);
    const { idempotency: _, ...unrepeatable } = circumstances;
    await commit(store, unrepeatable, {
      action: "subscriptions.try-code",
      subject: endpoint.id,
      steps: [step],
    });
    const right = await codes.digits(codePurpose.endpoint(caller.administration, endpoint.id), code.nonce);
    if (right !== entered) throw wrongCode(code);
    return next;
  };

  /** SNS's subscription of the address, by what its owner gave; undefined when that confirms nothing. */
  const subscriptionOf = async (
    { topic, channel, address, id }: Endpoint,
    given: Request<Contract["confirm"]>["body"],
  ): Promise<string | undefined> => {
    if ("code" in given && channel === "sms") return topics.subscribePhone(topic, address, id);
    const confirmed = "link" in given ? await topics.confirm(topic, tokenOf(given.link)) : undefined;
    const found = await topics.find(topic, address);
    // The link may be that of another address: only the subscription of this one makes it active.
    return confirmed === undefined || confirmed === found ? found : undefined;
  };

  const confirm: Command<Contract["confirm"]> = {
    perform: async (request) => {
      const { params, body, caller, circumstances } = request;
      const { endpoint: found } = await load(caller.administration, params.id);
      if (found.state === "active") return { subject: params.id };
      const endpoint = "code" in body ? await tryCode(found, body.code, request) : found;
      const subscriptionArn = await subscriptionOf(endpoint, body);
      if (subscriptionArn === undefined)
        throw new Problem(
          "conflict",
          `${endpoint.address} is not confirmed by this. Use the link in its own e-mail.`,
        );
      await commit(store, circumstances, {
        action: "subscriptions.confirm",
        subject: params.id,
        steps: [changed(endpoint, { state: "active", subscriptionArn }, circumstances.now).step],
      });
      return { subject: params.id };
    },
    render,
  };

  const resend: Command<Contract["resend"]> = {
    perform: async ({ params, caller, circumstances }) => {
      const { now } = circumstances;
      const { endpoint } = await load(caller.administration, params.id);
      if (endpoint.state === "active") return { subject: params.id };
      const code = sendAgain(
        endpoint.code,
        circumstances.newId(),
        now,
        "Remove the address and add it again.",
      );
      await commit(store, circumstances, {
        action: "subscriptions.resend",
        subject: params.id,
        steps: [changed(endpoint, { code }, now).step],
        outbox: [{ kind: "confirm-endpoint", administration: caller.administration, endpoint: endpoint.id }],
      });
      return { subject: params.id };
    },
    render,
  };

  return { confirm, resend };
};
