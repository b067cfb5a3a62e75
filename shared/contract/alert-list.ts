import * as z from "zod/mini";
import { stateFilters } from "../domain/alert-filter.ts";
import { AlertReference } from "../domain/alert-reference.ts";
import { AlertSummary, alertTypes, severities } from "../domain/alert-summary.ts";
import { commodityCategories } from "../domain/commodity-category.ts";
import { GroupId } from "../domain/group.ts";
import { AdministrationCode, Instant } from "../domain/identifiers.ts";
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

const time = (description: string) =>
  z.optional(
    z.iso
      .datetime({ precision: 3, error: "Write a time in UTC, such as 2026-11-01T08:00:00.000Z." })
      .check(z.describe(description)),
  );

/** By what an alert says. Codes are looked up where they are asked for: their lists are longer than all of this page. */
const filters = {
  type: z.optional(z.enum(alertTypes).check(z.describe("Kind of alert"))),
  severity: z.optional(z.enum(severities).check(z.describe("Of this severity alone"))),
  category: z.optional(z.enum(commodityCategories).check(z.describe("With goods of this category"))),
  hs: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^(\d{2}|\d{4}|\d{6})$/,
          "Write the 2, 4 or 6 digits of a chapter, heading or subheading of HS 2022, such as 30 or 3004.",
        ),
        z.describe("With goods of this chapter (2 digits), heading (4) or subheading (6) of HS 2022"),
      ),
  ),
  country: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^[A-Z]{2}$/,
          "A country is written as its ISO 3166-1 code: two capital letters, such as CN.",
        ),
        z.describe("Country on the route, or of manufacture as stated: ISO 3166-1 alpha-2, or XK"),
      ),
  ),
  author: z.optional(AdministrationCode.check(z.describe("The administration that wrote it"))),
  identifier: z.optional(
    z
      .string()
      .check(
        z.maxLength(60, "An identifier has at most 60 characters."),
        z.regex(/[\p{L}\p{N}]/u, "Write the number as it is printed, such as CSQU3054383 or 020-12345675."),
        z.describe(
          "With this number on goods, packages, papers or conveyances, whole: batch, serial, article or registration number, container, seal, waybill, postal item, plate, voyage, IMO number. Spaces, hyphens and case do not matter",
        ),
      ),
  ),
  from: time("Released at this time or later; RFC 3339, UTC"),
  to: time("Released at this time or earlier; RFC 3339, UTC"),
};

/** The list, apart from what an alert says: most pages of the console begin with it, and few with more. */
export const listing = {
  list: {
    method: "GET",
    path: "/v1/alerts",
    summary:
      "List alerts the own administration may read, the newest first; its drafts; what it is to review. Of several filters all have to hold; a page of several may be short, or empty, and still have a next one",
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
            ["released", ...stateFilters, "draft", "in-review"],
            `A status is released (all that ever was), ${stateFilters.join(", ")}, draft (all that the own administration has not released), or in-review.`,
          )
          .check(
            z.describe(
              "released: all that was, whatever became of it. in-review: what others wrote for the group named and the caller is to review, before its release or after",
            ),
          ),
        "released",
      ),
      unacknowledged: z.optional(
        z
          .enum(["true", "false"], "Write true or false.")
          .check(z.describe("Whether the own administration has still to acknowledge it")),
      ),
      ...filters,
      /** The one released alert of this reference; the other filters do not matter then. */
      reference: z.optional(AlertReference),
    }),
    status: 200,
    response: pageOf(AlertRow),
    refusals: ["unknown"],
    versioned: true,
  },
} as const satisfies Noun;
