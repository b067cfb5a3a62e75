import * as z from "zod/mini";
import { AdministrationCode, Instant } from "./identifiers.ts";

export const GroupId = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{1,30}$/, "A group is named by its short name, such as ipr."));
export type GroupId = z.infer<typeof GroupId>;

/** The group that exists from the start; every approved administration is admitted to it. */
export const IPR_GROUP: GroupId = "ipr";

/** When an administration was in a group: from the first instant on, until the second (open while absent). */
export const Interval = z.object({
  from: Instant,
  until: z.optional(Instant),
  region: z.optional(z.string()),
});

/** An administration's place in a group. `history: all` lets it read what was released before it came. */
export const Membership = z.object({
  group: GroupId,
  administration: AdministrationCode,
  history: z.enum(["all", "from-admission"]),
  intervals: z.array(Interval),
});
export type Membership = z.infer<typeof Membership>;

export const isMember = (membership: Membership, at: Instant): boolean =>
  membership.intervals.some(({ from, until }) => from <= at && (until === undefined || at < until));

/**
 * The one clamp on reading: whether what was released at an instant is within a membership's history.
 * A member of today with `history: all` reads everything; a former member, what fell into its intervals.
 */
export const mayReadBack = (membership: Membership, releasedAt: Instant, now: Instant): boolean =>
  (membership.history === "all" && isMember(membership, now)) || isMember(membership, releasedAt);
