import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type * as z from "zod/mini";
import type { AdministrationKind, AdministrationState } from "../../../../shared/domain/administration.ts";
import type { RegistrationState, Verification } from "../../../../shared/domain/registration.ts";
import type { StateTone } from "../../components/state.tsx";

type Labels<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

export type VerificationMethod = z.infer<typeof Verification>["method"];

/** As the tabs name them: what waits for the secretariat first. */
export const applicationLabels = {
  confirmed: msg({ message: "Waiting", context: "applications" }),
  unconfirmed: msg({ message: "Unconfirmed", context: "applications" }),
  approved: msg({ message: "Approved", context: "applications" }),
  rejected: msg({ message: "Rejected", context: "applications" }),
  closed: msg({ message: "Closed", context: "applications" }),
} as const satisfies Labels<RegistrationState>;

/** As one application is said to be. */
export const applicationStateLabels = {
  confirmed: msg({ message: "Waiting", context: "state of an application" }),
  unconfirmed: msg({ message: "Unconfirmed", context: "state of an application" }),
  approved: msg({ message: "Approved", context: "state of an application" }),
  rejected: msg({ message: "Rejected", context: "state of an application" }),
  closed: msg({ message: "Closed", context: "state of an application" }),
} as const satisfies Labels<RegistrationState>;

export const applicationTones = {
  confirmed: "waiting",
  unconfirmed: "off",
  approved: "good",
  rejected: "bad",
  closed: "off",
} as const satisfies Readonly<Record<RegistrationState, StateTone>>;

/** What each state's empty list says, so that nobody takes it for a failure. */
export const applicationEmptiness = {
  confirmed: msg`Applications appear here once their applicant has confirmed the e-mail address.`,
  unconfirmed: msg`Applications whose applicant has not entered the code yet appear here. They do not count.`,
  approved: msg`Applications that the secretariat approved appear here.`,
  rejected: msg`Applications that the secretariat rejected appear here, with the reason.`,
  closed: msg`Applications that another one of the same administration made needless appear here.`,
} as const satisfies Labels<RegistrationState>;

export const verificationLabels = {
  "official-letter": msg`Official letter of the administration`,
  "phone-call-back": msg`Call back to a number known before`,
  "known-contact": msg`Known contact of the secretariat`,
  "in-person": msg`In person`,
} as const satisfies Labels<VerificationMethod>;

export const administrationLabels = {
  approved: msg({ message: "Approved", context: "state of an administration" }),
  provisioning: msg({ message: "Being set up", context: "state of an administration" }),
  "provisioning-failed": msg({ message: "Set-up stopped", context: "state of an administration" }),
  active: msg({ message: "Active", context: "state of an administration" }),
  suspended: msg({ message: "Suspended", context: "state of an administration" }),
  left: msg({ message: "Left", context: "state of an administration" }),
} as const satisfies Labels<AdministrationState>;

export const kindLabels = {
  member: msg`Member of the WCO`,
  secretariat: msg`Secretariat`,
  "regional-office": msg`Regional office`,
  partner: msg`Partner`,
} as const satisfies Labels<AdministrationKind>;

export const administrationTones = {
  approved: "waiting",
  provisioning: "waiting",
  "provisioning-failed": "bad",
  active: "good",
  suspended: "off",
  left: "off",
} as const satisfies Readonly<Record<AdministrationState, StateTone>>;
