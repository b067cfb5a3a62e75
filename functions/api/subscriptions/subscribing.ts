import { createHash } from "node:crypto";
import { getAdministration } from "../../../shared/adapters/records/administrations.ts";
import { commit, type Step } from "../../../shared/adapters/records/change.ts";
import {
  endpointItem,
  endpointKey,
  getEndpoint,
  getSubscription,
  subscriptionItem,
  subscriptionKey,
  subscriptionsOf,
} from "../../../shared/adapters/records/subscriptions.ts";
import type { SubscriptionView, subscriptions } from "../../../shared/contract/subscriptions.ts";
import { CODE_MINUTES, type CodeKey, isUsable, newCode } from "../../../shared/domain/one-time-code.ts";
import { invalid, Problem, unknown } from "../../../shared/domain/problem.ts";
import type { Topics } from "../../../shared/domain/provisioning.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import {
  type Destination,
  Destination as DestinationSchema,
  type Endpoint,
  type Subscription,
} from "../../../shared/domain/subscription.ts";
import { pageAnswer, positionOf } from "../../runtime/cursor.ts";
import { type Answer, assertCurrent, type Command, type Read, type Request } from "../../runtime/request.ts";

interface Dependencies {
  readonly store: RecordStore;
  readonly codes: CodeKey;
  readonly topics: Topics;
}

type Contract = typeof subscriptions;

/** SNS allows 200 filter policies a topic; an administration has one topic so far. */
const ENDPOINT_LIMIT = 200;

/** An address is one endpoint of its administration: its id follows from it, so that none is made twice. */
const endpointId = (administration: string, { channel, address }: Destination): string =>
  createHash("sha256").update(`${administration}\n${channel}\n${address}`).digest("hex").slice(0, 24);

/** SNS's link carries the token that confirms; where it leads to is checked, nothing is fetched. */
const tokenOf = (link: string): string => {
  const url = new URL(link);
  const token = url.searchParams.get("Token");
  if (!/^sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(url.hostname) || token === null)
    throw invalid("/link", "Copy the whole confirmation link of the e-mail; it begins with https://sns.");
  return token;
};

export const subscribing = ({ store, codes, topics }: Dependencies) => {
  const view = (subscription: Subscription, endpoint: Endpoint): SubscriptionView => ({
    id: subscription.id,
    kind: subscription.kind,
    destination: DestinationSchema.parse({ channel: endpoint.channel, address: endpoint.address }),
    state: endpoint.state,
    language: subscription.language,
    criteria: subscription.criteria,
    createdAt: subscription.createdAt,
    changedAt: subscription.changedAt,
  });

  const load = async (administration: string, id: string) => {
    const subscription = await getSubscription(store, administration, id);
    const endpoint = subscription && (await getEndpoint(store, administration, subscription.endpoint));
    if (subscription === undefined || endpoint === undefined) throw unknown();
    return { subscription, endpoint };
  };

  const answer = async (administration: string, id: string): Promise<Answer> => {
    const { subscription, endpoint } = await load(administration, id);
    return { body: view(subscription, endpoint), etag: String(subscription.revision) };
  };
  const render = (id: string, { caller }: { readonly caller: Request<Contract["get"]>["caller"] }) =>
    answer(caller.administration, id);

  const activation = (endpoint: Endpoint, subscriptionArn: string, now: Date): Step => ({
    put: endpointItem({
      ...endpoint,
      state: "active",
      subscriptionArn,
      revision: endpoint.revision + 1,
      changedAt: now.toISOString(),
    }),
    when: { equals: { revision: endpoint.revision } },
  });

  const list: Read<Contract["list"]> = async ({ query, caller }) => {
    const binding = [caller.user.id, "subscriptions"];
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
        createdBy: caller.user.id,
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
            : { check: endpointKey(administration, id), when: { present: true } },
        ],
        outbox: existing === undefined ? [{ kind: "confirm-endpoint", administration, endpoint: id }] : [],
      });
      return { subject: subscription.id };
    },
    render: async (id, request) => ({ ...(await render(id, request)), location: `/v1/subscriptions/${id}` }),
  };

  const update: Read<Contract["update"]> = async (request) => {
    const { params, body, caller, circumstances } = request;
    const { subscription } = await load(caller.administration, params.id);
    assertCurrent(request, String(subscription.revision));
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
    assertCurrent(request, String(subscription.revision));
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
      outbox:
        last && endpoint.subscriptionArn !== undefined
          ? [{ kind: "remove-endpoint", administration, subscriptionArn: endpoint.subscriptionArn }]
          : [],
    });
    return {};
  };

  /** One try of a code: counted before it is compared, so that parallel guesses do not get more than five. */
  const tryCode = async (
    endpoint: Endpoint,
    entered: string,
    { caller, circumstances }: Request<Contract["confirm"]>,
  ): Promise<Endpoint> => {
    const { code, revision } = endpoint;
    if (!isUsable(code, circumstances.now))
      throw new Problem(
        "conflict",
        `Codes are good for ${CODE_MINUTES} minutes and five tries. Ask for a new one.`,
      );
    const tried: Endpoint = {
      ...endpoint,
      code: { ...code, triesLeft: code.triesLeft - 1 },
      revision: revision + 1,
      changedAt: circumstances.now.toISOString(),
    };
    const { idempotency: _, ...unrepeatable } = circumstances;
    await commit(store, unrepeatable, {
      action: "subscriptions.try-code",
      subject: endpoint.id,
      steps: [{ put: endpointItem(tried), when: { equals: { revision } } }],
    });
    const right = await codes.digits(`endpoint ${caller.administration} ${endpoint.id}`, code.nonce);
    if (right !== entered)
      throw invalid("/code", `This is not the code. ${tried.code.triesLeft} tries are left.`);
    return tried;
  };

  const confirm: Command<Contract["confirm"]> = {
    perform: async (request) => {
      const { params, body, caller, circumstances } = request;
      const { endpoint: found } = await load(caller.administration, params.id);
      if (found.state === "active") return { subject: params.id };
      const endpoint = "code" in body ? await tryCode(found, body.code, request) : found;
      const arn =
        "link" in body
          ? await topics.confirm(endpoint.topic, tokenOf(body.link))
          : endpoint.channel === "sms"
            ? await topics.subscribePhone(endpoint.topic, endpoint.address, endpoint.id)
            : await topics.find(endpoint.topic, endpoint.address);
      // The link may be that of another address: only the subscription of this one makes it active.
      if (
        arn === undefined ||
        ("link" in body && (await topics.find(endpoint.topic, endpoint.address)) !== arn)
      )
        throw new Problem(
          "conflict",
          `${endpoint.address} is not confirmed by this. Use the link in its own e-mail.`,
        );
      await commit(store, circumstances, {
        action: "subscriptions.confirm",
        subject: params.id,
        steps: [activation(endpoint, arn, circumstances.now)],
      });
      return { subject: params.id };
    },
    render,
  };

  const resend: Command<Contract["resend"]> = {
    perform: async ({ params, caller, circumstances }) => {
      const { endpoint } = await load(caller.administration, params.id);
      if (endpoint.state === "active") return { subject: params.id };
      if (endpoint.code.sendingsLeft <= 0)
        throw new Problem(
          "too-many-requests",
          "No more codes are sent to this address. Remove it and add it again.",
        );
      await commit(store, circumstances, {
        action: "subscriptions.resend",
        subject: params.id,
        steps: [
          {
            put: endpointItem({
              ...endpoint,
              code: newCode(circumstances.newId(), circumstances.now, endpoint.code.sendingsLeft),
              revision: endpoint.revision + 1,
              changedAt: circumstances.now.toISOString(),
            }),
            when: { equals: { revision: endpoint.revision } },
          },
        ],
        outbox: [{ kind: "confirm-endpoint", administration: caller.administration, endpoint: endpoint.id }],
      });
      return { subject: params.id };
    },
    render,
  };

  const get: Read<Contract["get"]> = ({ params, caller }) => answer(caller.administration, params.id);

  return { list, create, get, update, remove, confirm, resend };
};
