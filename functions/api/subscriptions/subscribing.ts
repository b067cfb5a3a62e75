import { createHash } from "node:crypto";
import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { commit } from "../../../shared/adapters/records/change.ts";
import { getMembership } from "../../../shared/adapters/records/groups.ts";
import {
  endpointItem,
  endpointKey,
  subscriptionItem,
  subscriptionKey,
  subscriptionsOf,
} from "../../../shared/adapters/records/subscriptions.ts";
import type { subscriptions } from "../../../shared/contract/subscriptions.ts";
import { isMember } from "../../../shared/domain/group.ts";
import { newCode } from "../../../shared/domain/one-time-code.ts";
import type { OutboxWork } from "../../../shared/domain/outbox.ts";
import { invalid, Problem } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Destination, Endpoint, Subscription } from "../../../shared/domain/subscription.ts";
import { pageAnswer, positionOf } from "../../runtime/cursor.ts";
import { assertCurrent, type Command, type Read } from "../../runtime/request.ts";
import { storedSubscriptions, versionOf, view } from "./stored.ts";

type Contract = typeof subscriptions;

/** SNS allows 200 filter policies a topic; an administration has one topic so far. */
const ENDPOINT_LIMIT = 200;

/** An address is one endpoint of its administration: its id follows from it, so that none is made twice. */
const endpointId = (administration: string, { channel, address }: Destination): string =>
  createHash("sha256").update(`${administration}\n${channel}\n${address}`).digest("hex").slice(0, 24);

/** Also of an address that never became active: its owner may have followed SNS's link, which we are not told of. */
const removal = ({ administration, id, topic, address, subscriptionArn }: Endpoint): OutboxWork => ({
  kind: "remove-endpoint",
  administration,
  endpoint: id,
  topic,
  address,
  ...(subscriptionArn === undefined ? {} : { subscriptionArn }),
});

const assertMember = async (store: RecordStore, group: string, code: string, now: Date): Promise<void> => {
  const membership = await getMembership(store, group, code);
  if (membership === undefined || !isMember(membership, now.toISOString()))
    throw invalid("/criteria/group", "Your administration is in no group of this name.");
};

export const subscribing = ({ store }: { readonly store: RecordStore }) => {
  const { load, answer, render } = storedSubscriptions(store);

  const list: Read<Contract["list"]> = async ({ query, caller }) => {
    const binding = [caller.id, "subscriptions"];
    const after = positionOf(query.cursor, binding) ?? "";
    const { subscriptions: all, endpoints } = await subscriptionsOf(store, caller.administration);
    const rest = all.filter(({ id }) => id > after);
    const page = rest.slice(0, query.limit);
    const items = page.flatMap((subscription) => {
      const endpoint = endpoints.find(({ id }) => id === subscription.endpoint);
      return endpoint === undefined ? [] : [view(subscription, endpoint)];
    });
    return pageAnswer(items, rest.length > page.length ? page.at(-1)?.id : undefined, binding);
  };

  const create: Command<Contract["create"]> = {
    perform: async ({ body, caller, circumstances }) => {
      const { administration } = caller;
      await assertMember(store, body.criteria.group, administration, circumstances.now);
      const topic = (await getAdministration(store, administration))?.topics.at(-1);
      if (topic === undefined)
        throw new Problem("conflict", "Your administration is not ready for notices yet.");
      const at = circumstances.now.toISOString();
      const id = endpointId(administration, body.destination);
      const { endpoints } = await subscriptionsOf(store, administration);
      const existing = endpoints.find((endpoint) => endpoint.id === id);
      if (existing === undefined && endpoints.length >= ENDPOINT_LIMIT)
        throw new Problem(
          "conflict",
          `An administration has at most ${ENDPOINT_LIMIT} addresses. Remove one first.`,
        );
      const subscription: Subscription = {
        id: circumstances.newId(),
        administration,
        kind: "duty",
        endpoint: id,
        language: body.language,
        criteria: body.criteria,
        revision: 1,
        createdBy: caller.id,
        createdAt: at,
        changedAt: at,
      };
      const endpoint: Endpoint = {
        id,
        administration,
        ...body.destination,
        state: "pending",
        topic,
        code: newCode(circumstances.newId(), circumstances.now),
        revision: 1,
        createdAt: at,
        changedAt: at,
      };
      await commit(store, circumstances, {
        action: "subscriptions.create",
        subject: subscription.id,
        detail: { channel: body.destination.channel },
        steps: [
          { put: subscriptionItem(subscription), when: { absent: true } },
          existing === undefined
            ? { put: endpointItem(endpoint), when: { absent: true } }
            : {
                // Written anew, so that a removal of the address at this moment finds it changed.
                put: endpointItem({ ...existing, revision: existing.revision + 1, changedAt: at }),
                when: { equals: { revision: existing.revision } },
              },
        ],
        outbox: existing === undefined ? [{ kind: "confirm-endpoint", administration, endpoint: id }] : [],
      });
      return { subject: subscription.id };
    },
    render: async (id, request) => ({ ...(await render(id, request)), location: `/v1/subscriptions/${id}` }),
  };

  const update: Read<Contract["update"]> = async (request) => {
    const { params, body, caller, circumstances } = request;
    const { subscription, endpoint } = await load(caller.administration, params.id);
    assertCurrent(request, versionOf(subscription, endpoint));
    if (body.criteria !== undefined)
      await assertMember(store, body.criteria.group, caller.administration, circumstances.now);
    await commit(store, circumstances, {
      action: "subscriptions.update",
      subject: params.id,
      steps: [
        {
          put: subscriptionItem({
            ...subscription,
            language: body.language ?? subscription.language,
            criteria: body.criteria ?? subscription.criteria,
            revision: subscription.revision + 1,
            changedAt: circumstances.now.toISOString(),
          }),
          when: { equals: { revision: subscription.revision } },
        },
      ],
    });
    return answer(caller.administration, params.id);
  };

  const remove: Read<Contract["remove"]> = async (request) => {
    const { params, caller, circumstances } = request;
    const { administration } = caller;
    const { subscription, endpoint } = await load(administration, params.id);
    assertCurrent(request, versionOf(subscription, endpoint));
    const { subscriptions: all } = await subscriptionsOf(store, administration);
    const last = !all.some((other) => other.endpoint === endpoint.id && other.id !== params.id);
    await commit(store, circumstances, {
      action: "subscriptions.remove",
      subject: params.id,
      steps: [
        {
          delete: subscriptionKey(administration, params.id),
          when: { equals: { revision: subscription.revision } },
        },
        ...(last
          ? [
              {
                delete: endpointKey(administration, endpoint.id),
                when: { equals: { revision: endpoint.revision } },
              },
            ]
          : []),
      ],
      outbox: last ? [removal(endpoint)] : [],
    });
    return {};
  };

  const get: Read<Contract["get"]> = ({ params, caller }) => answer(caller.administration, params.id);

  return { list, create, get, update, remove };
};
