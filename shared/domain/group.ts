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
export const histories = ["all", "from-admission"] as const;
const History = z.enum(histories);

/** Where most is meant for, of the groups that somebody is in. */
export const usualGroup = (groups: readonly GroupId[]): GroupId =>
  groups.includes(IPR_GROUP) ? IPR_GROUP : (groups[0] ?? IPR_GROUP);

/** A closed user group: standing, or an operation with dates. Past its end it is read, not written to. */
export const Group = z.object({
  id: GroupId,
  kind: z.enum(groupKinds),
  name: text({ max: 120 }),
  description: z.optional(lines({ max: 2000 })),
  /** An administration or a regional office, which admits members; the secretariat may, too. */
  owner: AdministrationCode,
  /** When an operation begins, for people to know: its members prepare it before, by alerts as well. */
  from: z.optional(Instant),
  /** From then on it is read only: the end of an operation, or when a standing group was closed. */
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

export const groupStates = ["upcoming", "running", "ended"] as const;
export type GroupState = (typeof groupStates)[number];

export const groupState = ({ from, until }: Pick<Group, "from" | "until">, now: Instant): GroupState => {
  if (until !== undefined && until <= now) return "ended";
  return from !== undefined && now < from ? "upcoming" : "running";
};

/** Why nothing is written to a group any more; undefined as long as something is. */
export const endedRefusal = (
  group: Pick<Group, "name" | "from" | "until">,
  now: Instant,
): string | undefined =>
  groupState(group, now) === "ended"
    ? `${group.name} ended on ${group.until?.slice(0, 10)}; it can be read, not written to.`
    : undefined;

/** How the groups of a regional office begin, so that none of its ids can meet one that it does not know of. */
export const idPrefix = (regionalOffice: AdministrationCode): string => `${regionalOffice.toLowerCase()}-`;

/** When an administration was in a group: from the first instant on, until the second (open while absent). */
export const Interval = z.object({
  from: Instant,
  until: z.optional(Instant),
  region: z.optional(z.string()),
});
export type Interval = z.infer<typeof Interval>;

/** An administration's place in a group. `history: all` lets it read what was released before it came. */
export const Membership = z.object({
  group: GroupId,
  administration: AdministrationCode,
  history: History,
  /** In order, none reaching into another. */
  intervals: z.array(Interval),
  /** One more with every admission and removal; absent where it was stored before these were counted. */
  revision: z.optional(z.int()),
});
export type Membership = z.infer<typeof Membership>;

/** Admitted, and not removed since. */
export const isOpen = ({ intervals }: Pick<Membership, "intervals">): boolean => {
  const last = intervals.at(-1);
  return last !== undefined && last.until === undefined;
};

export const isMember = (membership: Membership, at: Instant): boolean =>
  membership.intervals.some(({ from, until }) => from <= at && (until === undefined || at < until));

/** Clocks differ: what follows in a membership is never before what it follows on. */
const later = (at: Instant, than: Instant | undefined): Instant =>
  than === undefined || at > than ? at : than;

/** A membership with an interval that begins; one that is open stays as it is. */
export const admitted = (membership: Membership, at: Instant, region?: string): Membership => {
  if (isOpen(membership)) return membership;
  const from = later(at, membership.intervals.at(-1)?.until);
  return {
    ...membership,
    intervals: [...membership.intervals, { from, ...(region === undefined ? {} : { region }) }],
    revision: (membership.revision ?? 0) + 1,
  };
};

/** A membership with its open interval ended; one that is not open stays as it is. */
export const removed = (membership: Membership, at: Instant): Membership => {
  const last = membership.intervals.at(-1);
  if (last === undefined || last.until !== undefined) return membership;
  return {
    ...membership,
    intervals: membership.intervals.with(-1, { ...last, until: later(at, last.from) }),
    revision: (membership.revision ?? 0) + 1,
  };
};

/**
 * The one clamp on reading: whether what was released at an instant is within a membership's history.
 * A member of today with `history: all` reads everything; a former member, what fell into its intervals.
 */
export const mayReadBack = (membership: Membership, releasedAt: Instant, now: Instant): boolean =>
  (membership.history === "all" && isMember(membership, now)) || isMember(membership, releasedAt);
