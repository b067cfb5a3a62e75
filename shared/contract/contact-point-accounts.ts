import * as z from "zod/mini";
import { EmailAddress } from "../domain/contact.ts";
import { AdministrationCode, Id, Instant } from "../domain/identifiers.ts";
import { text } from "../domain/text.ts";
import { disablingReasons, userStates } from "../domain/user.ts";
import { pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";

/** What the secretariat sees of the account of another administration's contact point: who, and whether they can come in. */
export const ContactPointAccount = z.object({
  id: Id,
  administration: AdministrationCode,
  name: z.string(),
  state: z.enum(userStates),
  disabledBecause: z.optional(z.enum(disablingReasons)),
  confirmBy: z.optional(Instant.check(z.describe("By when the person is to be confirmed"))),
  revision: z.int().check(z.describe("Sent as If-Match, it names what a list showed")),
});
export type ContactPointAccount = z.infer<typeof ContactPointAccount>;

const within = z.strictObject({ administration: AdministrationCode });
const one = z.strictObject({ administration: AdministrationCode, id: Id });

const help = (verb: string, summary: string) =>
  ({
    method: "POST",
    path: `/v1/contact-point-accounts/{administration}/{id}/${verb}`,
    summary,
    access: "users.assist",
    params: one,
    conditional: true,
    status: 200,
    response: ContactPointAccount,
    refusals: ["conflict"],
  }) as const;

/**
 * How the secretariat helps a contact point whom nobody of the own administration can help. Routes of their own, so that those for the
 * own people reach nobody else whatever is asked of them.
 */
export const contactPointAccounts = {
  accounts: {
    method: "GET",
    path: "/v1/contact-point-accounts/{administration}",
    summary: "List the accounts of another administration's contact points, by name and state",
    access: "users.assist",
    params: within,
    query: z.strictObject(paging),
    status: 200,
    response: pageOf(ContactPointAccount),
    refusals: ["conflict"],
  },
  inviteAccount: {
    method: "POST",
    path: "/v1/contact-point-accounts/{administration}",
    summary: "Invite a contact point of an administration that has none who could come in",
    access: "users.assist",
    params: within,
    body: z.strictObject({ name: text({ max: 120 }), email: EmailAddress }),
    status: 202,
    response: ContactPointAccount,
    refusals: ["conflict"],
  },
  resendAccountInvitation: help(
    "resend-invitation",
    "Mail an invited contact point the invitation again, with a new password for the first sign-in",
  ),
  resetAccountMfa: help(
    "reset-mfa",
    "Let a contact point who lost the authenticator begin again: refused from the next request on, and invited anew",
  ),
  disableAccount: help("disable", "Disable a contact point: refused from the next request on"),
  confirmAccount: help("confirm", "Confirm that somebody is still a contact point; due once a year"),
} as const satisfies Noun;
