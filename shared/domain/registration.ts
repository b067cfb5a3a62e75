import * as z from "zod/mini";
import { EmailAddress, PhoneNumber } from "./contact.ts";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { LanguageTag } from "./language.ts";
import { CodeState } from "./one-time-code.ts";
import { lines, text } from "./text.ts";

/** A national contact point, as an application names it. The first is the primary, the second the deputy. */
export const ContactPoint = z.strictObject({
  name: text({ max: 120 }),
  function: text({ max: 120 }),
  email: EmailAddress,
  phone: PhoneNumber,
  language: LanguageTag,
});
export type ContactPoint = z.infer<typeof ContactPoint>;

export const registrationStates = ["unconfirmed", "confirmed", "approved", "rejected", "closed"] as const;
export const RegistrationState = z.enum(registrationStates);
export type RegistrationState = z.infer<typeof RegistrationState>;

/** How the secretariat made sure, outside the system, that the applicant speaks for the administration. */
export const Verification = z.strictObject({
  method: z.enum(["official-letter", "phone-call-back", "known-contact", "in-person"]),
  note: lines({ max: 1000 }),
});

/** What an applicant sends. */
export const Application = z.strictObject({
  administration: AdministrationCode,
  contactPoints: z
    .array(ContactPoint)
    .check(
      z.minLength(2, "Name at least a primary and a deputy national contact point."),
      z.maxLength(6, "Name at most six contact points; more can be added after the approval."),
    ),
  /** The version of the terms that the applicant accepts; GET /v1/terms gives it. */
  termsVersion: z.string(),
});
export type Application = z.infer<typeof Application>;

export const Registration = z.object({
  id: Id,
  /** What the applicant quotes: eight characters of Crockford's base 32. */
  reference: z.string(),
  ...Application.shape,
  state: RegistrationState,
  /** SHA-256 of the secret that was given to the applicant. */
  secretHash: z.string(),
  code: CodeState,
  verification: z.optional(Verification),
  /** The user of the secretariat who decided, and the reason given to the applicant. */
  decidedBy: z.optional(Id),
  reason: z.optional(z.string()),
  revision: z.int(),
  createdAt: Instant,
  changedAt: Instant,
});
export type Registration = z.infer<typeof Registration>;
