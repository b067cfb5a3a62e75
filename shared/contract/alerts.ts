import * as z from "zod/mini";
import { AcknowledgementInput, LedgerLine } from "../domain/acknowledgement.ts";
import { AlertContent, AlertSummary } from "../domain/alert.ts";
import { GroupId } from "../domain/group.ts";
import { AdministrationCode, Id, Instant } from "../domain/identifiers.ts";
import { alertStates, type TransitionName, transitions } from "../domain/lifecycle.ts";
import { lines } from "../domain/text.ts";
import { byId, pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";

/** An alert as a reader sees it: what it says, and where it stands. */
export const AlertView = z.object({
  ...AlertContent.shape,
  id: Id,
  administration: AdministrationCode,
  state: z.enum(alertStates),
  /** 0 until it is released. */
  version: z.int(),
  reference: z.optional(z.string()),
  createdAt: Instant,
  changedAt: Instant,
  releasedAt: z.optional(Instant),
  /** Steps of the lifecycle that follow from this state; whether the caller may take them, its permissions say. */
  steps: z.array(z.enum(Object.keys(transitions) as [TransitionName])),
});
export type AlertView = z.infer<typeof AlertView>;

/** A row of the list. */
export const AlertRow = z.object({
  ...AlertSummary.shape,
  state: z.enum(alertStates),
  reference: z.optional(z.string()),
  releasedAt: z.optional(Instant),
  changedAt: Instant,
  /** Whether the own administration has still to acknowledge it. */
  toAcknowledge: z.boolean(),
});
export type AlertRow = z.infer<typeof AlertRow>;

const step = (name: TransitionName, summary: string) =>
  ({
    method: "POST",
    path: `/v1/alerts/{id}/${name}`,
    summary,
    access: transitions[name].needs,
    params: byId,
    conditional: true,
    status: 200,
    response: AlertView,
  }) as const;

export const alerts = {
  list: {
    method: "GET",
    path: "/v1/alerts",
    summary: "List alerts the own administration may read, the newest first; or its drafts",
    access: "alerts.read",
    query: z.strictObject({
      ...paging,
      group: z._default(GroupId, "ipr"),
      status: z._default(
        z.enum(["released", "draft"], "A status is released or draft (drafts include submitted ones)."),
        "released",
      ),
      unacknowledged: z.optional(z.enum(["true", "false"], "Write true or false.")),
    }),
    status: 200,
    response: pageOf(AlertRow),
  },
  create: {
    method: "POST",
    path: "/v1/alerts",
    summary: "Draft an alert; nobody outside the own administration sees it before its release",
    access: "alerts.draft",
    body: AlertContent,
    status: 201,
    response: AlertView,
  },
  get: {
    method: "GET",
    path: "/v1/alerts/{id}",
    summary: "Read an alert",
    access: "alerts.read",
    params: byId,
    status: 200,
    response: AlertView,
  },
  update: {
    method: "PATCH",
    path: "/v1/alerts/{id}",
    summary: "Change a draft (RFC 7396 merge patch)",
    access: "alerts.draft",
    params: byId,
    conditional: true,
    body: z.record(z.string(), z.unknown()),
    status: 200,
    response: AlertView,
  },
  discard: {
    method: "DELETE",
    path: "/v1/alerts/{id}",
    summary: "Discard a draft",
    access: "alerts.draft",
    params: byId,
    conditional: true,
    status: 204,
  },
  submit: step("submit", "Hand a draft to the own administration's releasers"),
  return: {
    ...step("return", "Send a submitted draft back to its author with a reason"),
    body: z.strictObject({ reason: lines({ max: 1000 }) }),
  },
  release: step("release", "Release a draft to its audience"),
  acknowledge: {
    method: "PUT",
    path: "/v1/alerts/{id}/acknowledgement",
    summary: "Acknowledge an alert for the own administration; changing an acknowledgement needs If-Match",
    access: "alerts.acknowledge",
    params: byId,
    body: AcknowledgementInput,
    status: 200,
    response: LedgerLine,
  },
  acknowledgements: {
    method: "GET",
    path: "/v1/alerts/{id}/acknowledgements",
    summary: "Show who was told, has read and has acknowledged: all to the author, else the own line",
    access: "alerts.read",
    params: byId,
    status: 200,
    response: z.object({ items: z.array(LedgerLine) }),
  },
} as const satisfies Noun;
