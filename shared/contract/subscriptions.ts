import * as z from "zod/mini";
import { Id, Instant } from "../domain/identifiers.ts";
import { NoticeLanguage } from "../domain/language.ts";
import { EnteredCode } from "../domain/one-time-code.ts";
import { Criteria, Destination, endpointStates } from "../domain/subscription.ts";
import { byId, pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";

export const SubscriptionView = z.object({
  id: Id,
  kind: z.literal("duty"),
  destination: Destination,
  state: z
    .enum(endpointStates)
    .check(z.describe("pending until its owner has confirmed the address; nothing is sent before")),
  language: NoticeLanguage,
  criteria: Criteria,
  createdAt: Instant,
  changedAt: Instant,
});
export type SubscriptionView = z.infer<typeof SubscriptionView>;

/** The code of the message, or the confirmation link of SNS's e-mail as it stands. */
const Confirmation = z.union(
  [z.strictObject({ code: EnteredCode }), z.strictObject({ link: z.url().check(z.maxLength(2000)) })],
  {
    error: "Send either { code } with the six digits, or { link } with the confirmation link of the e-mail.",
  },
);

export const subscriptions = {
  list: {
    method: "GET",
    path: "/v1/subscriptions",
    summary: "List the own administration's duty subscriptions",
    access: "subscriptions.manage",
    query: z.strictObject(paging),
    status: 200,
    response: pageOf(SubscriptionView),
  },
  create: {
    method: "POST",
    path: "/v1/subscriptions",
    summary: "Subscribe a duty mailbox or phone; it is asked to confirm first",
    access: "subscriptions.manage",
    body: z.strictObject({ destination: Destination, language: NoticeLanguage, criteria: Criteria }),
    status: 201,
    response: SubscriptionView,
    refusals: ["conflict", "stale"],
  },
  get: {
    method: "GET",
    path: "/v1/subscriptions/{id}",
    summary: "Show a subscription",
    access: "subscriptions.manage",
    params: byId,
    status: 200,
    response: SubscriptionView,
  },
  update: {
    method: "PATCH",
    path: "/v1/subscriptions/{id}",
    summary: "Change a subscription's language or criteria",
    access: "subscriptions.manage",
    params: byId,
    conditional: true,
    body: z.strictObject({ language: z.optional(NoticeLanguage), criteria: z.optional(Criteria) }),
    status: 200,
    response: SubscriptionView,
  },
  remove: {
    method: "DELETE",
    path: "/v1/subscriptions/{id}",
    summary: "End a subscription; the address is released with the last one that uses it",
    access: "subscriptions.manage",
    params: byId,
    conditional: true,
    status: 204,
  },
  confirm: {
    method: "POST",
    path: "/v1/subscriptions/{id}/confirm",
    summary: "Confirm the address by the link of the e-mail or by the code",
    access: "subscriptions.manage",
    params: byId,
    body: Confirmation,
    status: 200,
    response: SubscriptionView,
  },
  resend: {
    method: "POST",
    path: "/v1/subscriptions/{id}/resend",
    summary: "Send the code again, or ask SNS to send its confirmation e-mail again",
    access: "subscriptions.manage",
    params: byId,
    status: 202,
    response: SubscriptionView,
  },
} as const satisfies Noun;
