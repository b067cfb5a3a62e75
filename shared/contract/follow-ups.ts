import * as z from "zod/mini";
import { FollowUp, FollowUpInput, FollowUpReply } from "../domain/follow-up.ts";
import { AdministrationCode, Id } from "../domain/identifiers.ts";
import { lines } from "../domain/text.ts";
import { byId, pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";
import { followUpTasks } from "./follow-up-tasks.ts";

/** A follow-up as a reader sees it. Who wrote or replied is told by administration; the person, to their own. */
export const FollowUpView = z.object({
  ...z.omit(FollowUp, { alert: true, by: true, reply: true }).shape,
  by: z.optional(Id),
  reply: z.optional(
    z.object({
      ...z.omit(FollowUpReply, { by: true }).shape,
      by: z.optional(Id),
      administration: AdministrationCode,
    }),
  ),
});
export type FollowUpView = z.infer<typeof FollowUpView>;

const one = z.strictObject({ id: Id, followUp: Id });
const written = lines({ max: 2000 });

const reply = (name: "accept" | "reject" | "answer", summary: string) =>
  ({
    method: "POST",
    path: `/v1/alerts/{id}/follow-ups/{followUp}/${name}`,
    summary: `${summary}; If-Match names the alert as it was read`,
    access: name === "answer" ? "alerts.follow-up" : "alerts.release",
    params: one,
    conditional: true,
    status: 200,
    response: FollowUpView,
  }) as const;

export const followUps = {
  followUps: {
    method: "GET",
    path: "/v1/alerts/{id}/follow-ups",
    summary: "List what the administrations of its audience added to an alert, the newest first",
    access: "alerts.read",
    params: byId,
    query: z.strictObject({
      ...paging,
      type: z
        .optional(z.literal("translation"))
        .check(z.describe("translation: the latest of each administration and language")),
    }),
    status: 200,
    response: pageOf(FollowUpView),
    versioned: true,
  },
  followUp: {
    method: "POST",
    path: "/v1/alerts/{id}/follow-ups",
    summary: "Add something to an alert, for all who may read it",
    access: "alerts.follow-up",
    params: byId,
    body: FollowUpInput,
    status: 201,
    response: FollowUpView,
  },
  acceptFollowUp: {
    ...reply("accept", "Make a proposed correction a revision of the alert, crediting who proposed it"),
    body: z.strictObject({
      minor: z
        .optional(z.literal(true))
        .check(z.describe("Nobody is told, and nobody is asked again: a misspelling")),
      text: z.optional(written),
    }),
  },
  rejectFollowUp: {
    ...reply("reject", "Leave the alert as it is, and say why"),
    body: z.strictObject({ text: written }),
  },
  answerFollowUp: {
    ...reply("answer", "Answer a question, once, for all who may read the alert"),
    body: z.strictObject({ text: written }),
  },
  ...followUpTasks,
} as const satisfies Noun;
