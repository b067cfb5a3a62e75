import * as z from "zod/mini";
import {
  Group,
  GroupId,
  groupKinds,
  groupStates,
  histories,
  Interval,
  reviewKinds,
} from "../domain/group.ts";
import { AdministrationCode, Instant } from "../domain/identifiers.ts";
import { lines, text } from "../domain/text.ts";
import { pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";

/** What an administration is to a group. The secretariat, and nobody else, sees groups that it is not in. */
export const standings = ["member", "former", "outside"] as const;

const toThoseInside = z.describe("Not told to a former member");

/** A group as those inside see it, and whoever manages it; of what it is today, a former member is told nothing. */
export const GroupRow = z.object({
  id: GroupId,
  kind: z.enum(groupKinds),
  name: z.optional(Group.shape.name).check(toThoseInside),
  description: Group.shape.description,
  owner: z.optional(AdministrationCode).check(toThoseInside),
  from: Group.shape.from,
  until: z.optional(Instant).check(z.describe("From then on it is read, not written to")),
  history: z.optional(z.enum(histories)).check(toThoseInside),
  review: z.optional(z.enum(reviewKinds)).check(toThoseInside),
  state: z.optional(z.enum(groupStates)).check(toThoseInside),
  standing: z.enum(standings).check(z.describe("What the own administration is to it")),
  since: z
    .optional(Instant)
    .check(z.describe("When the own administration came, or came last; absent outside")),
  left: z.optional(Instant).check(z.describe("When it left, or was removed; absent inside")),
});
export type GroupRow = z.infer<typeof GroupRow>;

const Member = z.object({ code: AdministrationCode, name: z.string(), since: Instant });

/** A membership with its whole past, as whoever manages the group sees it, and the administration itself. */
export const MemberView = z.object({
  ...Member.shape,
  left: z.optional(Instant).check(z.describe("Absent of a member of today")),
  intervals: z
    .optional(z.array(Interval))
    .check(z.describe("Every admission and removal; to itself and to whoever manages the group")),
});
export type MemberView = z.infer<typeof MemberView>;

export const GroupView = z.object({
  ...GroupRow.shape,
  members: z.array(Member).check(z.describe("Members of today; empty to a former member")),
  past: z
    .optional(z.array(MemberView))
    .check(z.describe("Every membership with its admissions and removals, to whoever manages the group")),
});
export type GroupView = z.infer<typeof GroupView>;

const ChosenId = GroupId.check(
  z.refine((id) => id !== "new", "Choose another short name: new stands for a group yet to be made."),
);
const Name = text({ max: 120 });
const Description = lines({ max: 2000 });
const Review = z.enum(reviewKinds);

const common = {
  id: ChosenId,
  name: Name,
  description: z.optional(Description),
  owner: z
    .optional(AdministrationCode)
    .check(z.describe("The own administration, when left out; another one by the secretariat alone")),
  history: z.enum(histories),
  review: z._default(Review, "none"),
};

/** A standing group, or an operation with its dates. */
export const GroupInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("standing"), ...common }),
  z.strictObject({ kind: z.literal("operation"), from: Instant, until: Instant, ...common }),
]);
export type GroupInput = z.infer<typeof GroupInput>;

/** What may become of a group. Its id, its kind and what new members may read back stay as they are. */
export const GroupPatch = z.strictObject({
  name: z.optional(Name),
  description: z.optional(z.nullable(Description)),
  from: z.optional(Instant),
  until: z.optional(Instant),
  review: z.optional(Review),
  owner: z.optional(AdministrationCode).check(z.describe("By the secretariat alone; a member")),
  ended: z
    .optional(z.literal(true))
    .check(z.describe("Ends the group now, for good: from then on it is read, not written to")),
});
export type GroupPatch = z.infer<typeof GroupPatch>;

const byGroup = z.strictObject({ id: GroupId });
const byMember = z.strictObject({ id: GroupId, code: AdministrationCode });

export const groups = {
  list: {
    method: "GET",
    path: "/v1/groups",
    summary: "List the groups that the own administration is or was in; the secretariat lists all",
    access: "groups.read",
    query: z.strictObject(paging),
    status: 200,
    response: pageOf(GroupRow),
  },
  create: {
    method: "POST",
    path: "/v1/groups",
    summary: "Create a standing group or an operation; its owner is its first member",
    access: "groups.create",
    body: GroupInput,
    status: 201,
    response: GroupView,
    refusals: ["conflict"],
  },
  get: {
    method: "GET",
    path: "/v1/groups/{id}",
    summary: "Show a group and its members to its members and to whoever manages it",
    access: "groups.read",
    params: byGroup,
    status: 200,
    response: GroupView,
    versioned: true,
  },
  update: {
    method: "PATCH",
    path: "/v1/groups/{id}",
    summary: "Change a group, or end it",
    access: "groups.manage",
    params: byGroup,
    conditional: true,
    body: GroupPatch,
    status: 200,
    response: GroupView,
    refusals: ["conflict"],
  },
  member: {
    method: "GET",
    path: "/v1/groups/{id}/members/{code}",
    summary: "Show an administration's membership",
    access: "groups.read",
    params: byMember,
    status: 200,
    response: MemberView,
  },
  admit: {
    method: "PUT",
    path: "/v1/groups/{id}/members/{code}",
    summary: "Admit an administration; one that was in the group before needs If-Match",
    access: "groups.manage",
    params: byMember,
    conditional: "once-made",
    status: 200,
    response: MemberView,
    refusals: ["conflict"],
  },
  remove: {
    method: "DELETE",
    path: "/v1/groups/{id}/members/{code}",
    summary: "Remove an administration from a group; a contact point takes the own one out",
    access: "groups.manage",
    params: byMember,
    conditional: true,
    status: 204,
    refusals: ["conflict"],
  },
} as const satisfies Noun;
