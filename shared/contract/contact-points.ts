import * as z from "zod/mini";
import { NationalContactPoint } from "../domain/contact-point.ts";
import { AdministrationCode, Instant } from "../domain/identifiers.ts";
import { pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";

/** A contact point as fellow members see it. */
export const DirectoryContactPoint = z.object({
  ...NationalContactPoint.shape,
  onDuty: z.optional(
    z.boolean().check(z.describe("At the time asked about; absent where no hours are told yet")),
  ),
});
export type DirectoryContactPoint = z.infer<typeof DirectoryContactPoint>;

/** An administration of a common group with its contact points, the primary first. */
export const DirectoryEntry = z.object({
  administration: AdministrationCode,
  name: z.string(),
  contactPoints: z.array(DirectoryContactPoint),
});
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

export const contactPoints = {
  list: {
    method: "GET",
    path: "/v1/contact-points",
    summary:
      "Tell whom to reach in the administrations that share a group with the own one, and who is on duty",
    access: "contact-points.read",
    query: z.strictObject({
      ...paging,
      administration: z.optional(AdministrationCode.check(z.describe("This one alone"))),
      onDuty: z.optional(
        z
          .enum(["true"], "Write true, or leave it out.")
          .check(z.describe("Only who is on duty at the time asked about; a page may then be short")),
      ),
      at: z.optional(Instant.check(z.describe("The time asked about; now when left out"))),
    }),
    status: 200,
    response: pageOf(DirectoryEntry),
  },
} as const satisfies Noun;
