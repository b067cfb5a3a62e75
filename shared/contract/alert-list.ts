import * as z from "zod/mini";
import { AlertReference } from "../domain/alert-reference.ts";
import { AlertSummary } from "../domain/alert-summary.ts";
import { GroupId } from "../domain/group.ts";
import { Instant } from "../domain/identifiers.ts";
import { alertStates, reviewKinds } from "../domain/lifecycle.ts";
import { pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";

/** A row of the list. */
export const AlertRow = z.object({
  ...AlertSummary.shape,
  state: z.enum(alertStates),
  reference: z.optional(z.string()),
  releasedAt: z.optional(Instant),
  changedAt: Instant,
  toAcknowledge: z.boolean().check(z.describe("Whether the own administration has still to acknowledge it")),
  /** Of what waits for the caller's review. */
  review: z.optional(z.enum(reviewKinds)),
});
export type AlertRow = z.infer<typeof AlertRow>;

/** The list, apart from what an alert says: most pages of the console begin with it, and few with more. */
export const listing = {
  list: {
    method: "GET",
    path: "/v1/alerts",
    summary:
      "List alerts the own administration may read, the newest first; its drafts; what it is to review",
    access: "alerts.read",
    query: z.strictObject({
      ...paging,
      group: z
        .optional(GroupId)
        .check(
          z.describe(
            "Of all groups that the own administration is or was in, when left out; of ipr, for what is in review",
          ),
        ),
      status: z._default(
        z
          .enum(
            ["released", "draft", "in-review"],
            "A status is released or draft (all that the own administration has not released), or in-review.",
          )
          .check(
            z.describe(
              "in-review: what others wrote for the group named and the caller is to review, before its release or after",
            ),
          ),
        "released",
      ),
      unacknowledged: z.optional(z.enum(["true", "false"], "Write true or false.")),
      /** The one released alert of this reference; the other filters do not matter then. */
      reference: z.optional(AlertReference),
    }),
    status: 200,
    response: pageOf(AlertRow),
    refusals: ["unknown"],
    versioned: true,
  },
} as const satisfies Noun;
