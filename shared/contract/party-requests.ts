import * as z from "zod/mini";
import { Id, Instant } from "../domain/identifiers.ts";
import { HoldInput, PartyHold } from "../domain/party-hold.ts";
import { PartyRequest, PartyRequestDecision, PartyRequestInput } from "../domain/party-request.ts";
import { byId, pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";

/** A request as lists have it: without what it says, which names somebody. */
export const PartyRequestRow = z.object({
  ...z.omit(PartyRequest, { by: true, about: true, decision: true }).shape,
  decision: z.optional(z.object({ at: Instant, reason: z.optional(z.string()) })),
});
export type PartyRequestRow = z.infer<typeof PartyRequestRow>;

export const PartyRequestView = z.object({
  ...PartyRequestRow.shape,
  about: PartyRequest.shape.about.check(z.describe("Gone once it is decided")),
});
export type PartyRequestView = z.infer<typeof PartyRequestView>;

export const HoldView = z.omit(PartyHold, { by: true, alert: true });
export type HoldView = z.infer<typeof HoldView>;

export const partyRequests = {
  partyRequests: {
    method: "GET",
    path: "/v1/requests",
    summary:
      "List requests that names be corrected or erased: those that wait for the own administration, or those about one alert",
    access: "alerts.read-parties",
    query: z.strictObject({ alert: z.optional(Id) }),
    status: 200,
    response: z.object({ items: z.array(PartyRequestRow) }),
    refusals: ["unknown"],
  },
  askAboutParties: {
    method: "POST",
    path: "/v1/requests",
    summary: "Ask an alert's author to correct or to erase a name, whether or not one is shown to you",
    access: "alerts.read-parties",
    body: PartyRequestInput,
    status: 201,
    response: PartyRequestView,
    refusals: ["unknown", "conflict"],
  },
  partyRequest: {
    method: "GET",
    path: "/v1/requests/{id}",
    summary: "Read a request with what it says, to who asked and to who decides; every reading is recorded",
    access: "alerts.read-parties",
    params: byId,
    status: 200,
    response: PartyRequestView,
  },
  decidePartyRequest: {
    method: "PATCH",
    path: "/v1/requests/{id}",
    summary:
      "Grant a request, which changes or erases the names in the same moment and their earlier versions with them, or refuse it",
    access: "alerts.write-parties",
    params: byId,
    conditional: true,
    body: PartyRequestDecision,
    status: 200,
    response: PartyRequestView,
    refusals: ["conflict"],
  },
  holds: {
    method: "GET",
    path: "/v1/holds",
    summary: "List the alerts whose names are held for proceedings",
    access: "alerts.hold-parties",
    query: z.strictObject(paging),
    status: 200,
    response: pageOf(HoldView),
  },
  hold: {
    method: "POST",
    path: "/v1/holds",
    summary: "Keep whom an alert names from being erased until a day, or end that",
    access: "alerts.hold-parties",
    body: HoldInput,
    status: 201,
    response: HoldView,
    refusals: ["conflict"],
  },
} as const satisfies Noun;
