import * as z from "zod/mini";
import { administrationKinds } from "../domain/administration.ts";
import { EmailAddress } from "../domain/contact.ts";
import { AdministrationCode, Id, Instant } from "../domain/identifiers.ts";
import { permissions, Role } from "../domain/permissions.ts";
import { text } from "../domain/text.ts";
import { userStates } from "../domain/user.ts";
import { byId, pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";

export const UserView = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  state: z.enum(userStates),
  createdAt: Instant,
  changedAt: Instant,
});
export type UserView = z.infer<typeof UserView>;

const Roles = z.array(Role).check(
  z.minLength(1, "Give the user at least one role."),
  z.refine((given) => new Set(given).size === given.length, "Name each role once."),
);

export const Me = z.object({
  user: UserView,
  administration: z.object({ code: AdministrationCode, name: z.string(), kind: z.enum(administrationKinds) }),
  groups: z.array(z.string()),
  may: z
    .array(z.enum(Object.keys(permissions) as [keyof typeof permissions]))
    .check(z.describe("Every action of the permissions table that this person's roles open")),
});
export type Me = z.infer<typeof Me>;

export const users = {
  me: {
    method: "GET",
    path: "/v1/me",
    summary: "Tell who is signed in and what they may do",
    access: "signed-in",
    status: 200,
    response: Me,
  },
  list: {
    method: "GET",
    path: "/v1/users",
    summary: "List the own administration's people",
    access: "users.manage",
    query: z.strictObject(paging),
    status: 200,
    response: pageOf(UserView),
  },
  invite: {
    method: "POST",
    path: "/v1/users",
    summary: "Invite a person of the own administration by e-mail",
    access: "users.manage",
    body: z.strictObject({ name: text({ max: 120 }), email: EmailAddress, roles: Roles }),
    status: 201,
    response: UserView,
  },
  get: {
    method: "GET",
    path: "/v1/users/{id}",
    summary: "Show a person of the own administration",
    access: "users.manage",
    params: byId,
    status: 200,
    response: UserView,
  },
  update: {
    method: "PATCH",
    path: "/v1/users/{id}",
    summary: "Change a person's name, roles or state; disabled people are refused from their next request on",
    access: "users.manage",
    params: byId,
    conditional: true,
    body: z.strictObject({
      name: z.optional(text({ max: 120 })),
      roles: z.optional(Roles),
      state: z.optional(z.enum(["active", "disabled"])),
    }),
    status: 200,
    response: UserView,
    refusals: ["conflict"],
  },
} as const satisfies Noun;
