import * as z from "zod/mini";
import { AdministrationCode, Id, Instant } from "../domain/identifiers.ts";
import { EnteredCode } from "../domain/one-time-code.ts";
import { Application, ContactPoint, RegistrationState, Verification } from "../domain/registration.ts";
import { lines } from "../domain/text.ts";
import { byId, pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";

/** What the applicant alone holds: the secret is shown once. */
export const Receipt = z.object({
  id: Id,
  reference: z.string(),
  state: RegistrationState,
  secret: z.optional(
    z
      .string()
      .check(
        z.describe(
          "Proves to be the applicant when asking for the status; absent when the answer is given again",
        ),
      ),
  ),
});

/** What the applicant may follow. */
export const RegistrationStatus = z.object({
  reference: z.string(),
  administration: AdministrationCode,
  state: RegistrationState,
  reason: z.optional(z.string()),
  changedAt: Instant,
});
export type RegistrationStatus = z.infer<typeof RegistrationStatus>;

/** What the secretariat decides on. */
export const RegistrationView = z.object({
  id: Id,
  reference: z.string(),
  administration: AdministrationCode,
  administrationName: z.string(),
  contactPoints: z.array(ContactPoint),
  termsVersion: z.string(),
  state: RegistrationState,
  createdAt: Instant,
  changedAt: Instant,
  verification: z.optional(Verification),
  reason: z.optional(z.string()),
  differences: z
    .array(
      z.object({
        kind: z.enum([
          "already-active",
          "other-application",
          "shared-address",
          "free-mail-address",
          "other-country",
          "same-person",
        ]),
        detail: z.string(),
      }),
    )
    .check(
      z.describe("What does not agree with the members' list or with other applications; each a sentence"),
    ),
});
export type RegistrationView = z.infer<typeof RegistrationView>;

export const registrations = {
  apply: {
    method: "POST",
    path: "/v1/registrations",
    summary: "Apply for an administration to join",
    access: "public",
    body: Application,
    status: 201,
    response: Receipt,
  },
  confirm: {
    method: "POST",
    path: "/v1/registrations/{id}/confirm",
    summary: "Enter the code that was mailed to the applicant, so that the application counts",
    access: "public",
    params: byId,
    body: z.strictObject({ code: EnteredCode }),
    status: 200,
    response: z.omit(RegistrationStatus, { reason: true }),
  },
  resend: {
    method: "POST",
    path: "/v1/registrations/{id}/resend",
    summary: "Mail the applicant a new code",
    access: "public",
    params: byId,
    body: z.strictObject({ secret: z.string().check(z.maxLength(64)) }),
    status: 202,
    response: RegistrationStatus,
  },
  status: {
    method: "GET",
    path: "/v1/registrations/{id}/status",
    summary: "Ask how far an application is, by the secret given to the applicant",
    access: "public",
    params: byId,
    query: z.strictObject({ secret: z.string().check(z.maxLength(64)) }),
    status: 200,
    response: RegistrationStatus,
  },
  list: {
    method: "GET",
    path: "/v1/registrations",
    summary: "List applications of one state, the newest first",
    access: "applications.decide",
    query: z.strictObject({ ...paging, state: z._default(RegistrationState, "confirmed") }),
    status: 200,
    response: pageOf(RegistrationView),
  },
  get: {
    method: "GET",
    path: "/v1/registrations/{id}",
    summary: "Show an application with what differs from the members' list and other applications",
    access: "applications.decide",
    params: byId,
    status: 200,
    response: RegistrationView,
  },
  approve: {
    method: "POST",
    path: "/v1/registrations/{id}/approve",
    summary: "Approve an application: the administration's pool, topic and first user are made",
    access: "applications.decide",
    params: byId,
    conditional: true,
    body: z.strictObject({ verification: Verification }),
    status: 200,
    response: RegistrationView,
  },
  reject: {
    method: "POST",
    path: "/v1/registrations/{id}/reject",
    summary: "Reject an application with a reason, which is mailed to the applicant",
    access: "applications.decide",
    params: byId,
    conditional: true,
    body: z.strictObject({ reason: lines({ max: 1000 }) }),
    status: 200,
    response: RegistrationView,
  },
} as const satisfies Noun;
