import * as z from "zod/mini";
import { GroupId } from "../domain/group.ts";
import { AdministrationCode, Instant } from "../domain/identifiers.ts";
import type { Noun } from "./endpoint.ts";

export const GroupView = z.object({
  id: GroupId,
  members: z.array(z.object({ code: AdministrationCode, name: z.string(), since: Instant })),
});
export type GroupView = z.infer<typeof GroupView>;

export const groups = {
  list: {
    method: "GET",
    path: "/v1/groups",
    summary: "List the groups that the own administration is a member of",
    access: "groups.read",
    status: 200,
    response: z.object({ items: z.array(z.object({ id: GroupId, since: Instant })) }),
  },
  get: {
    method: "GET",
    path: "/v1/groups/{id}",
    summary: "Show a group's members to its members",
    access: "groups.read",
    params: z.strictObject({ id: GroupId }),
    status: 200,
    response: GroupView,
  },
} as const satisfies Noun;
