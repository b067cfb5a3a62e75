import * as z from "zod/mini";
import { EmailAddress } from "../domain/contact.ts";
import { AdministrationCode, Id, Instant } from "../domain/identifiers.ts";
import { importColumns } from "../domain/people-import.ts";
import { Role } from "../domain/permissions.ts";
import { text } from "../domain/text.ts";
import { byId, pageOf, paging } from "./common.ts";
import { contactPointAccounts } from "./contact-point-accounts.ts";
import type { Noun } from "./endpoint.ts";
import { oneself } from "./oneself.ts";
import { UserView } from "./user-view.ts";

const Roles = z.array(Role).check(
  z.minLength(1, "Give the user at least one role."),
  z.refine((given) => new Set(given).size === given.length, "Name each role once."),
);

/** What an import made of one row of its file. */
export const ImportedRow = z.object({
  row: z.int().check(z.describe("Counted as a spreadsheet counts: the header is row 1")),
  name: z.string(),
  email: z.string(),
  outcome: z
    .enum(["invited", "known", "refused"])
    .check(z.describe("`known`: somebody of the administration had the address before; nothing was changed")),
  user: z.optional(Id.check(z.describe("Who was invited, or had the address"))),
  errors: z.optional(
    z.array(
      z.object({
        column: z.enum(importColumns),
        detail: z.string().check(z.describe("What would be right")),
      }),
    ),
  ),
});
export type ImportedRow = z.infer<typeof ImportedRow>;

/** An entry of the own trail, of what an account saw and did. */
export const Sighting = z.object({
  at: Instant,
  action: z.string().check(z.describe("Noun and verb, such as alerts.get")),
  subject: z.string().check(z.describe("Id or code of what was shown or changed")),
  reference: z.optional(z.string().check(z.describe("Of a released alert"))),
  administration: z.optional(
    AdministrationCode.check(z.describe("The alert's author, who is to be informed")),
  ),
  rows: z.optional(z.int().check(z.describe("Of a list: how many it showed; they are not named"))),
});
export type Sighting = z.infer<typeof Sighting>;

const Sightings = z.object({ since: Instant, ...pageOf(Sighting).shape });

export const users = {
  ...oneself,
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
  import: {
    method: "POST",
    path: "/v1/users/imports",
    summary:
      "Invite the people of a CSV file, up to 200, and tell row by row what came of it; repeated, it goes on where it was",
    access: "users.manage",
    body: z.strictObject({
      csv: z
        .string()
        .check(
          z.minLength(1, "This is required."),
          z.maxLength(100_000, "This has at most 100000 characters."),
          z.describe(
            "RFC 4180, with a header row that names the columns name, email and roles; several roles are separated by spaces",
          ),
        ),
    }),
    status: 200,
    response: z.object({ rows: z.array(ImportedRow) }),
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
  confirm: {
    method: "POST",
    path: "/v1/users/{id}/confirm",
    summary: "Confirm that a person is still entitled, with the roles that they have; due once a year",
    access: "users.manage",
    params: byId,
    conditional: true,
    status: 200,
    response: UserView,
    refusals: ["conflict"],
  },
  reportCompromised: {
    method: "POST",
    path: "/v1/users/{id}/compromised",
    summary:
      "Disable an account that may be in other hands, end its sessions, and tell what it saw since a time",
    access: "users.manage",
    params: byId,
    body: z.strictObject({
      since: Instant.check(z.describe("From when on the account may have been in other hands")),
    }),
    status: 200,
    response: Sightings,
    refusals: ["conflict"],
  },
  sightings: {
    method: "GET",
    path: "/v1/users/{id}/compromised",
    summary: "Tell what an account saw that was reported as compromised, the oldest first",
    access: "users.manage",
    params: byId,
    query: z.strictObject(paging),
    status: 200,
    response: Sightings,
    refusals: ["conflict"],
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
  ...contactPointAccounts,
} as const satisfies Noun;
