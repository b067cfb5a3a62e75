import * as z from "zod/mini";
import { followUpStates, followUpTypes } from "../domain/follow-up-kind.ts";
import { AdministrationCode, Id, Instant } from "../domain/identifiers.ts";
import { pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";

/** A line of what waits for an administration: what is asked of it, and for two weeks what it was answered. */
export const FollowUpRow = z.object({
  id: Id,
  alert: Id,
  reference: z.string(),
  type: z.enum(followUpTypes),
  state: z.enum(followUpStates),
  from: AdministrationCode,
  at: Instant,
});
export type FollowUpRow = z.infer<typeof FollowUpRow>;

export const followUpTasks = {
  followUpTasks: {
    method: "GET",
    path: "/v1/alert-follow-ups",
    summary:
      "List questions and proposals that wait for the own administration, and for two weeks what its own were answered",
    access: "alerts.read",
    query: z.strictObject(paging),
    status: 200,
    response: pageOf(FollowUpRow),
    versioned: true,
  },
} as const satisfies Noun;
