import { headKey } from "../../../shared/adapters/records/alert-places.ts";
import {
  type Circumstances,
  commit,
  inTrailOf,
  recordDisclosure,
} from "../../../shared/adapters/records/change.ts";
import {
  disclosureItem,
  listDisclosureRequests,
} from "../../../shared/adapters/records/disclosure-requests.ts";
import { getMembership, stillMember } from "../../../shared/adapters/records/groups.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import type { DisclosureView } from "../../../shared/contract/disclosure-requests.ts";
import type { AlertHead } from "../../../shared/domain/alert.ts";
import {
  DISCLOSURE_REQUESTS,
  type DisclosureRequest,
  type DisclosureState,
} from "../../../shared/domain/disclosure-request.ts";
import { isMember } from "../../../shared/domain/group.ts";
import type { AdministrationCode, Id } from "../../../shared/domain/identifiers.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import type { Command, Read, Request } from "../../runtime/request.ts";
import { seen } from "./access.ts";

type Contract = typeof alerts;
type Deciding = Pick<Request<Contract["grantDisclosure"]>, "params" | "body" | "caller" | "circumstances">;

/** The people are told to their own administrations alone. */
const viewOf = (
  request: DisclosureRequest,
  author: AdministrationCode,
  reader: AdministrationCode,
): DisclosureView => {
  const { alert: _, by, decision, ...shown } = request;
  const told = decision && {
    at: decision.at,
    ...(decision.reason === undefined ? {} : { reason: decision.reason }),
  };
  return {
    ...shown,
    ...(request.administration === reader ? { by } : {}),
    ...(decision === undefined || told === undefined
      ? {}
      : { decision: { ...told, ...(author === reader ? { by: decision.by } : {}) } }),
  };
};

/** Leave to disclose an alert further than its marking allows: asked for by who reads it, given or not by its author. */
export const disclosing = ({ store }: { readonly store: RecordStore }) => {
  /** What this reader is shown of the requests: the author all, others their own, as if there were no more. */
  const shownOf = (head: AlertHead, reader: AdministrationCode) =>
    listDisclosureRequests(store, head.id, head.administration === reader ? undefined : reader);

  /** One of the requests that this reader is shown. The same is asked of the store of an alert that is unknown. */
  const found = async (
    caller: Caller,
    { id, request }: { readonly id: Id; readonly request: Id },
    { now, newId }: Circumstances,
  ) => {
    const head = await seen(store, caller, id, now).catch((error: unknown) => {
      if (error instanceof Problem && error.kind === "unknown") return undefined;
      throw error;
    });
    const requests = await listDisclosureRequests(store, head?.id ?? newId(), undefined);
    const one = requests.find((each) => each.id === request);
    const isShown = [head?.administration, one?.administration].includes(caller.administration);
    if (head === undefined || one === undefined || !isShown) throw unknown();
    return { head, one };
  };

  const disclosureRequests: Read<Contract["disclosureRequests"]> = async ({
    params,
    caller,
    circumstances,
  }) => {
    const head = await seen(store, caller, params.id, circumstances.now);
    const requests = await shownOf(head, caller.administration);
    await recordDisclosure(store, circumstances, {
      action: "alerts.disclosure-requests",
      subject: head.id,
      detail: { rows: requests.length },
    });
    return {
      body: { items: requests.map((each) => viewOf(each, head.administration, caller.administration)) },
    };
  };

  const askDisclosure: Command<Contract["askDisclosure"]> = {
    perform: async ({ params, body, caller, circumstances }) => {
      const { administration } = caller;
      const head = await seen(store, caller, params.id, circumstances.now);
      if (head.administration === administration)
        throw new Problem("conflict", "Your own administration issued this alert; it needs nobody's leave.");
      const at = circumstances.now.toISOString();
      const membership = await getMembership(store, head.group, administration);
      if (membership === undefined || !isMember(membership, at))
        throw new Problem("conflict", "Your administration is not in the alert's group any more.");
      if ((await shownOf(head, administration)).length >= DISCLOSURE_REQUESTS)
        throw new Problem(
          "conflict",
          `Your administration asked ${DISCLOSURE_REQUESTS} times about this alert. Write to its author.`,
        );
      const asked: DisclosureRequest = {
        ...body,
        id: circumstances.newId(),
        alert: head.id,
        administration,
        by: caller.id,
        at,
        version: head.version,
        state: "waiting",
      };
      await commit(store, circumstances, {
        action: "alerts.ask-disclosure",
        subject: asked.id,
        detail: { alert: head.id, reference: head.reference },
        steps: [
          { put: disclosureItem(asked), when: { absent: true } },
          // Of what is recalled at this moment, there is nothing left to disclose.
          { check: headKey(head.id), when: { equals: { state: head.state } } },
          stillMember(membership),
          ...inTrailOf(head.administration, circumstances, {
            actor: "system",
            action: "alerts.asked-disclosure",
            subject: head.id,
            detail: { by: administration, reference: head.reference },
          }),
        ],
      });
      return { subject: asked.id };
    },
    render: async (id, { params, caller, circumstances }) => {
      const { head, one } = await found(caller, { id: params.id, request: id }, circumstances);
      return {
        body: viewOf(one, head.administration, caller.administration),
        location: `/v1/alerts/${head.id}/disclosure-requests`,
      };
    },
  };

  const decide = async (
    { params, body, caller, circumstances }: Deciding,
    state: Exclude<DisclosureState, "waiting">,
  ) => {
    const { head, one } = await found(caller, params, circumstances);
    if (head.administration !== caller.administration)
      throw new Problem("forbidden", "Only the administration that issued the alert decides about it.");
    const decided = () => new Problem("conflict", "This was decided already. Read it again.");
    if (one.state !== "waiting") throw decided();
    const at = circumstances.now.toISOString();
    const decision = { by: caller.id, at, ...(body.reason === undefined ? {} : { reason: body.reason }) };
    const action = state === "granted" ? "grant" : "refuse";
    await commit(store, circumstances, {
      action: `alerts.${action}-disclosure`,
      subject: one.id,
      detail: { alert: head.id, reference: head.reference, administration: one.administration },
      steps: [
        {
          put: disclosureItem({ ...one, state, decision }),
          when: { equals: { state: "waiting" } },
          otherwise: decided,
        },
        { check: headKey(head.id), when: { equals: { state: head.state } } },
        ...inTrailOf(one.administration, circumstances, {
          actor: "system",
          action: state === "granted" ? "alerts.granted-disclosure" : "alerts.refused-disclosure",
          subject: head.id,
          detail: { by: head.administration, reference: head.reference },
        }),
      ],
    });
    return { subject: one.id };
  };
  const answer = async ({ params, caller, circumstances }: Deciding) => {
    const { head, one } = await found(caller, params, circumstances);
    return { body: viewOf(one, head.administration, caller.administration) };
  };
  const grantDisclosure: Command<Contract["grantDisclosure"]> = {
    perform: (request) => decide(request, "granted"),
    render: (_, request) => answer(request),
  };
  const refuseDisclosure: Command<Contract["refuseDisclosure"]> = {
    perform: (request) => decide(request, "refused"),
    render: (_, request) => answer(request),
  };

  return { disclosureRequests, askDisclosure, grantDisclosure, refuseDisclosure };
};
