import * as z from "zod/mini";
import { DisclosureInput, DisclosureRequest } from "../domain/disclosure-request.ts";
import { Id, Instant } from "../domain/identifiers.ts";
import { lines } from "../domain/text.ts";
import { byId } from "./common.ts";
import type { Noun } from "./endpoint.ts";

/** A request as the two administrations see it. Who asked or decided is told to their own administration alone. */
export const DisclosureView = z.object({
  ...z.omit(DisclosureRequest, { alert: true, by: true, decision: true }).shape,
  by: z.optional(Id),
  decision: z.optional(z.object({ at: Instant, reason: z.optional(z.string()), by: z.optional(Id) })),
});
export type DisclosureView = z.infer<typeof DisclosureView>;

const one = z.strictObject({ id: Id, request: Id });
const reason = lines({ max: 1000 });

export const disclosureRequests = {
  disclosureRequests: {
    method: "GET",
    path: "/v1/alerts/{id}/disclosure-requests",
    summary: "List who asked for leave to disclose an alert further: all to the author, else the own ones",
    access: "alerts.read",
    params: byId,
    status: 200,
    response: z.object({ items: z.array(DisclosureView) }),
  },
  askDisclosure: {
    method: "POST",
    path: "/v1/alerts/{id}/disclosure-requests",
    summary: "Ask the author's administration for leave to disclose an alert further than its marking allows",
    access: "alerts.disclose",
    params: byId,
    body: DisclosureInput,
    status: 201,
    response: DisclosureView,
    refusals: ["conflict"],
  },
  grantDisclosure: {
    method: "POST",
    path: "/v1/alerts/{id}/disclosure-requests/{request}/grant",
    summary: "Give that leave, with conditions if there are any",
    access: "alerts.disclose",
    params: one,
    body: z.strictObject({ reason: z.optional(reason) }),
    status: 200,
    response: DisclosureView,
    refusals: ["conflict"],
  },
  refuseDisclosure: {
    method: "POST",
    path: "/v1/alerts/{id}/disclosure-requests/{request}/refuse",
    summary: "Refuse that leave, with the reason",
    access: "alerts.disclose",
    params: one,
    body: z.strictObject({ reason }),
    status: 200,
    response: DisclosureView,
    refusals: ["conflict"],
  },
} as const satisfies Noun;
