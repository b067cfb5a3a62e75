import { headKey } from "../../../shared/adapters/records/alert-places.ts";
import { commit, inTrailOf, recordDisclosure } from "../../../shared/adapters/records/change.ts";
import {
  getPartyRequest,
  partyRequestItem,
  partyRequestPlace,
  partyRequestsAbout,
  partyRequestsToDecide,
} from "../../../shared/adapters/records/party-requests.ts";
import type { alerts } from "../../../shared/contract/alerts.ts";
import type { PartyRequestRow, PartyRequestView } from "../../../shared/contract/party-requests.ts";
import { PARTY_REQUESTS, type PartyRequest } from "../../../shared/domain/party-request.ts";
import { Problem, unknown } from "../../../shared/domain/problem.ts";
import type { RecordStore } from "../../../shared/domain/record-store.ts";
import type { Caller } from "../../../shared/domain/user.ts";
import type { Command, Read } from "../../runtime/request.ts";
import { seen } from "./access.ts";

type Contract = typeof alerts;

/** A page of what waits. */
const ROWS = 100;

/** Without the people, and without what it says. */
const rowOf = ({ by: _, about: __, decision, ...row }: PartyRequest): PartyRequestRow => ({
  ...row,
  ...(decision === undefined
    ? {}
    : {
        decision: {
          at: decision.at,
          ...(decision.reason === undefined ? {} : { reason: decision.reason }),
        },
      }),
});

export const partyRequestAnswer = (request: PartyRequest) => {
  const body: PartyRequestView = {
    ...rowOf(request),
    ...(request.about === undefined ? {} : { about: request.about }),
  };
  return { body, etag: `request-${request.state}` };
};

/** A request to who asked and to who decides; to everybody else there is none. */
export const foundRequest = async (store: RecordStore, caller: Caller, id: string): Promise<PartyRequest> => {
  const request = await getPartyRequest(store, id);
  if (request === undefined || ![request.author, request.administration].includes(caller.administration))
    throw unknown();
  return request;
};

/** That a name be corrected or erased: asked by any administration that reads the alert, whether it is shown names or not. */
export const askingAboutParties = ({ store }: { readonly store: RecordStore }) => {
  const partyRequests: Read<Contract["partyRequests"]> = async ({ query, caller, circumstances }) => {
    const { administration } = caller;
    const shown = async () => {
      if (query.alert === undefined) return partyRequestsToDecide(store, administration, ROWS);
      const head = await seen(store, caller, query.alert, circumstances.now);
      const of = head.administration === administration ? undefined : administration;
      return partyRequestsAbout(store, head.id, of, ROWS);
    };
    const requests = await shown();
    await recordDisclosure(store, circumstances, {
      action: "alerts.party-requests",
      subject: query.alert ?? "requests",
      detail: { rows: requests.length },
    });
    return { body: { items: requests.map(rowOf) } };
  };

  const partyRequest: Read<Contract["partyRequest"]> = async ({ params, caller, circumstances }) => {
    const request = await foundRequest(store, caller, params.id);
    await recordDisclosure(store, circumstances, {
      action: "alerts.read-party-request",
      subject: request.alert,
      detail: { request: request.id, reference: request.reference },
    });
    return partyRequestAnswer(request);
  };

  const askAboutParties: Command<Contract["askAboutParties"]> = {
    perform: async ({ body, caller, circumstances }) => {
      const { administration } = caller;
      const head = await seen(store, caller, body.alert, circumstances.now);
      if ((await partyRequestsAbout(store, head.id, administration, PARTY_REQUESTS)).length >= PARTY_REQUESTS)
        throw new Problem(
          "conflict",
          `Your administration asked ${PARTY_REQUESTS} times about this alert. Write to its author.`,
        );
      const asked: PartyRequest = {
        ...body,
        id: circumstances.newId(),
        reference: head.reference,
        author: head.administration,
        administration,
        by: caller.id,
        at: circumstances.now.toISOString(),
        state: "waiting",
      };
      const detail = { request: asked.id, kind: asked.kind, reference: head.reference };
      await commit(store, circumstances, {
        action: "alerts.ask-about-parties",
        subject: asked.id,
        detail: { ...detail, alert: head.id },
        steps: [
          { put: partyRequestItem(asked), when: { absent: true } },
          { put: partyRequestPlace(asked), when: { absent: true } },
          { check: headKey(head.id), when: { equals: { state: head.state } } },
          ...inTrailOf(head.administration, circumstances, {
            actor: "system",
            action: "alerts.asked-about-parties",
            subject: head.id,
            detail: { ...detail, by: administration },
          }),
        ],
      });
      return { subject: asked.id };
    },
    render: async (id, { caller }) => ({
      ...partyRequestAnswer(await foundRequest(store, caller, id)),
      location: `/v1/requests/${id}`,
    }),
  };

  return { partyRequests, partyRequest, askAboutParties };
};
