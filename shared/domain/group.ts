import * as z from "zod/mini";
import { AdministrationCode, Instant, SECRETARIAT } from "./identifiers.ts";
import { lines, text } from "./text.ts";

export const GroupId = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{1,30}$/, "A group is named by its short name, such as ipr."));
export type GroupId = z.infer<typeof GroupId>;

/** The group that exists from the start; every approved administration is admitted to it. */
export const IPR_GROUP: GroupId = "ipr";

export const groupKinds = ["standing", "operation"] as const;
export const reviewKinds = ["none", "before-release"] as const;
const History = z.enum(["all", "from-admission"]);

/** A closed user group: standing, or an operation with dates. Past its end it is read, not written to. */
export const Group = z.object({
  id: GroupId,
  kind: z.enum(groupKinds),
  name: text({ max: 120 }),
  description: z.optional(lines({ max: 2000 })),
  /** An administration or a regional office, which admits members; the secretariat may, too. */
  owner: AdministrationCode,
  from: z.optional(Instant),
  until: z.optional(Instant),
  /** What a new member may read of what was released before it came. */
  history: History,
  /** Whether somebody beside the author's administration looks at an alert before it is released. */
  review: z.enum(reviewKinds),
  revision: z.int(),
  createdAt: Instant,
  changedAt: Instant,
});
export type Group = z.infer<typeof Group>;

/** As it is from the start. */
export const iprGroup = (at: Instant): Group => ({
  id: IPR_GROUP,
  kind: "standing",
  name: "IPR CENcomm",
  owner: SECRETARIAT,
  history: "all",
  review: "none",
  revision: 1,
  createdAt: at,
  changedAt: at,
});

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
  history: History,
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
