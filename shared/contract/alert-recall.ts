import * as z from "zod/mini";
import { AlertReference } from "../domain/alert-reference.ts";
import { AdministrationCode, Id, Instant } from "../domain/identifiers.ts";
import { alertStates } from "../domain/lifecycle.ts";
import { capacities, Recall, RecallReason, RecallReceiptInput } from "../domain/recall.ts";
import { byId, pageOf } from "./common.ts";
import type { Noun } from "./endpoint.ts";

/** One administration's line of who dropped a recalled alert: by its people, and by its systems. */
export const ReceiptLine = z.object({
  administration: AdministrationCode,
  people: z.optional(z.object({ at: Instant, note: z.optional(z.string()) })),
  system: z.optional(z.object({ at: Instant, note: z.optional(z.string()) })),
});
export type ReceiptLine = z.infer<typeof ReceiptLine>;

/** What somebody who may sign is told of a first signature. Who gave it is told by administration and role. */
const OpenSignature = z.object({
  administration: AdministrationCode,
  as: z.array(z.enum(capacities)),
  reason: z.string(),
  at: Instant,
  until: Instant.check(z.describe("When it lapses, unless a second one carries it out")),
  isOwn: z.boolean(),
});

/** Where the recall of an alert stands; of one that was recalled, all that is left. */
export const RecallView = z.object({
  id: Id,
  reference: z.string(),
  administration: z.optional(AdministrationCode),
  state: z.enum(alertStates),
  recalled: z.optional(Recall),
  /** To those who may sign: nobody else learns that a recall was begun. */
  signatures: z.optional(z.array(OpenSignature)),
  next: z.optional(
    z
      .enum(["open", "complete", "wait"])
      .check(
        z.describe(
          "What the caller's signature would do: open a recall; carry out what somebody else opened; nothing before somebody else signs",
        ),
      ),
  ),
  /** To its author and to the secretariat's operators, of everybody; to others, of their own. */
  receipts: z.optional(z.array(ReceiptLine)),
});
export type RecallView = z.infer<typeof RecallView>;

const RecallRow = z.object({
  id: Id,
  reference: z.string(),
  state: z.enum(alertStates),
  /** Of what waits for a second signature. */
  until: z.optional(Instant),
});
export type RecallRow = z.infer<typeof RecallRow>;

export const recalls = {
  recall: {
    method: "POST",
    path: "/v1/alerts/{id}/recall",
    summary:
      "Sign the recall of an alert: a second person's signature within 24 hours carries it out, with the first one's reason",
    access: "alerts.recall",
    params: byId,
    conditional: true,
    body: z.strictObject({
      reason: z
        .optional(RecallReason)
        .check(z.describe("Told to everybody whom the alert reached; needed of the first signature")),
    }),
    status: 200,
    response: RecallView,
  },
  recallState: {
    method: "GET",
    path: "/v1/alerts/{id}/recall",
    summary: "Show when and why an alert was recalled; to those who may sign, where its recall stands",
    access: "alerts.read",
    params: byId,
    status: 200,
    response: RecallView,
  },
  confirmRecall: {
    method: "PUT",
    path: "/v1/alerts/{id}/recall-receipt",
    summary: "Confirm that the own administration, or a system of it, dropped a recalled alert",
    access: "alerts.confirm-recall",
    params: byId,
    body: RecallReceiptInput,
    status: 200,
    response: ReceiptLine,
    refusals: ["conflict"],
  },
  recalls: {
    method: "GET",
    path: "/v1/alert-recalls",
    summary:
      "List the recalls that wait for a second signature of the caller's side, or find the alert of a reference in order to recall it",
    access: "alerts.recall",
    query: z.strictObject({ reference: z.optional(AlertReference) }),
    status: 200,
    response: pageOf(RecallRow),
  },
} as const satisfies Noun;
