import * as z from "zod/mini";
import { EmailAddress } from "./contact.ts";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";

/** What the secretariat does to the account of another administration's contact point. */
export const assistance = [
  "invited",
  "invited-again",
  "authenticator-reset",
  "disabled",
  "confirmed",
] as const;
export type Assistance = (typeof assistance)[number];

/** Tells the readers and their administrations of a version. */
const Release = z.object({ kind: z.literal("alert-released"), alert: Id, version: z.int() });

/** Makes an administration's pool, topic and first user; its people; and lets go of all that when it has left. */
export const ProvisionWork = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("provision-administration"), administration: AdministrationCode }),
  z.object({ kind: z.literal("let-go-administration"), administration: AdministrationCode }),
  z.object({ kind: z.literal("invite-user"), administration: AdministrationCode, user: Id }),
  z.object({ kind: z.literal("invite-user-again"), administration: AdministrationCode, user: Id }),
  z.object({ kind: z.literal("user-state-changed"), administration: AdministrationCode, user: Id }),
]);
export type ProvisionWork = z.infer<typeof ProvisionWork>;

/** Asks an address to confirm, and lets go of one. */
export const EndpointWork = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("confirm-endpoint"), administration: AdministrationCode, endpoint: z.string() }),
  z.object({
    kind: z.literal("remove-endpoint"),
    administration: AdministrationCode,
    endpoint: z.string(),
    topic: z.string(),
    address: z.string(),
    /** Unknown of an address that was never confirmed with us; SNS's link may have been followed all the same. */
    subscriptionArn: z.optional(z.string()),
  }),
]);
export type EndpointWork = z.infer<typeof EndpointWork>;

/** Mails an applicant. */
export const ApplicantWork = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("registration-code"), registration: Id }),
  z.object({ kind: z.literal("registration-decided"), registration: Id }),
]);
export type ApplicantWork = z.infer<typeof ApplicantWork>;

/** Mails people of an administration. */
export const PersonWork = z.discriminatedUnion("kind", [
  /** To somebody whose account will be disabled, since nobody uses it. */
  z.object({ kind: z.literal("unused-warning"), administration: AdministrationCode, user: Id }),
  /** To a contact point, who is asked to confirm people. */
  z.object({ kind: z.literal("recertification-due"), administration: AdministrationCode, user: Id }),
  /** To whoever answers for an administration: that the secretariat changed an account of it. */
  z.object({
    kind: z.literal("contact-point-assisted"),
    administration: AdministrationCode,
    user: Id,
    action: z.enum(assistance),
  }),
]);
export type PersonWork = z.infer<typeof PersonWork>;

/** Asks a contact point to confirm what is said of the administration's, until a day. */
export const ContactPointWork = z.object({
  kind: z.literal("contact-points-due"),
  administration: AdministrationCode,
  email: EmailAddress,
  due: Instant,
});
export type ContactPointWork = z.infer<typeof ContactPointWork>;

/** Everything that leaves by SES. */
export const MailWork = z.discriminatedUnion("kind", [ApplicantWork, PersonWork, ContactPointWork]);
export type MailWork = z.infer<typeof MailWork>;

/**
 * Work that follows from a change, written in the change's own transaction: what was acknowledged to a person is
 * never lost, because its consequences are driven from here (data-model.md, "Then").
 */
export const OutboxWork = z.discriminatedUnion("kind", [Release, ProvisionWork, EndpointWork, MailWork]);
export type OutboxWork = z.infer<typeof OutboxWork>;

/** Work in its envelope. */
export const OutboxEntry = z.object({ id: Id, at: Instant, work: OutboxWork });
export type OutboxEntry = z.infer<typeof OutboxEntry>;

/** One administration to be told of one version: what the hand-over queue carries. */
export const HandOver = z.object({ alert: Id, version: z.int(), administration: AdministrationCode });
export type HandOver = z.infer<typeof HandOver>;
