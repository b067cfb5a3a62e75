import * as z from "zod/mini";
import { administrationKinds } from "../domain/administration.ts";
import { EmailAddress } from "../domain/contact.ts";
import { AdministrationCode, Id, Instant } from "../domain/identifiers.ts";
import { actions, Role, Scope } from "../domain/permissions.ts";
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
  lastSeenAt: z.optional(
    Instant.check(z.describe("Of the last request, to the hour; absent before the first sign-in")),
  ),
  deletedAt: z.optional(
    Instant.check(
      z.describe(
        "Disabled for good; kept so that the audit trail's entries still have a name, and in no list",
      ),
    ),
  ),
});
export type UserView = z.infer<typeof UserView>;

const Roles = z.array(Role).check(
  z.minLength(1, "Give the user at least one role."),
  z.refine((given) => new Set(given).size === given.length, "Name each role once."),
);

const whoever = {
  administration: z.object({ code: AdministrationCode, name: z.string(), kind: z.enum(administrationKinds) }),
  groups: z.array(z.string()),
  may: z
    .array(z.enum(actions))
    .check(z.describe("Every action of the permissions table that is open to the caller")),
};

export const Me = z.object({ user: UserView, ...whoever });
export type Me = z.infer<typeof Me>;

export const SystemMe = z.object({
  systemAccount: z.object({
    id: Id,
    name: z.string(),
    scopes: z
      .array(Scope)
      .check(
        z.describe(
          "Those of the account that the token was got for; fewer than it has where fewer were asked for",
        ),
      ),
  }),
  ...whoever,
});

export const users = {
  me: {
    method: "GET",
    path: "/v1/me",
    summary: "Tell who calls, a person or a system account, and what they may do",
    access: "signed-in",
    status: 200,
    response: z.union([Me, SystemMe]),
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
  resendInvitation: {
    method: "POST",
    path: "/v1/users/{id}/resend-invitation",
    summary: "Mail an invited person the invitation again, with a new password for the first sign-in",
    access: "users.manage",
    params: byId,
    status: 202,
    response: UserView,
  },
  resetMfa: {
    method: "POST",
    path: "/v1/users/{id}/reset-mfa",
    summary:
      "Let a person who lost the authenticator begin again: refused from the next request on, and invited anew",
    access: "users.manage",
    params: byId,
    conditional: true,
    status: 202,
    response: UserView,
  },
  remove: {
    method: "DELETE",
    path: "/v1/users/{id}",
    summary: "Delete a person: refused from the next request on, in no list any more, the address free again",
    access: "users.manage",
    params: byId,
    conditional: true,
    status: 204,
    refusals: ["conflict"],
  },
} as const satisfies Noun;
