import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

type Words = Readonly<Record<string, MessageDescriptor>>;

/** What entries are about, by the noun their action begins with; in the order in which the filter offers them. */
export const nounWords = {
  alerts: { title: msg`Alerts`, one: msg`an alert` },
  users: { title: msg`People`, one: msg`a person` },
  "system-accounts": { title: msg`System accounts`, one: msg`a system account` },
  "contact-points": { title: msg`Contact points`, one: msg`an administration` },
  subscriptions: { title: msg`Notifications`, one: msg`a duty address` },
  groups: { title: msg`Groups`, one: msg`a group` },
  administrations: { title: msg`Administrations`, one: msg`an administration` },
  registrations: { title: msg`Applications`, one: msg`an application` },
  audit: { title: msg`Audit trail`, one: msg`an administration` },
} as const satisfies Readonly<Record<string, Readonly<Record<"title" | "one", MessageDescriptor>>>>;

export type Noun = keyof typeof nounWords;
export const nounList = Object.keys(nounWords) as readonly Noun[];

/** The noun of an action, where the console knows it. */
export const nounOf = (action: string): Noun | undefined =>
  nounList.find((noun) => action.startsWith(`${noun}.`));

/** What somebody did, as a sentence. A test holds it to every action that the exchange records. */
export const actionWords: Words = {
  "alerts.create": msg({ message: "{actor} began {subject}" }),
  "alerts.update": msg({ message: "{actor} changed {subject}" }),
  "alerts.discard": msg({ message: "{actor} discarded {subject}" }),
  "alerts.submit": msg({ message: "{actor} submitted {subject} for release" }),
  "alerts.review": msg({ message: "{actor} reviewed {subject}" }),
  "alerts.return": msg({ message: "{actor} sent back {subject}" }),
  "alerts.release": msg({ message: "{actor} released {subject}" }),
  "alerts.get": msg({ message: "{actor} read {subject}" }),
  "alerts.list": msg({ message: "{actor} read a list of alerts" }),
  "alerts.acknowledge": msg({ message: "{actor} acknowledged {subject}" }),
  "alerts.acknowledgements": msg({ message: "{actor} read who acknowledged {subject}" }),
  "alerts.hand-over": msg({ message: "{actor} notified duty addresses of {subject}" }),

  "users.invite": msg({ message: "{actor} invited {subject}" }),
  "users.resend-invitation": msg({ message: "{actor} invited {subject} again" }),
  "users.update": msg({ message: "{actor} changed the roles or access of {subject}" }),
  "users.update-me": msg({ message: "{actor} chose a language or a time zone" }),
  "users.reset-mfa": msg({ message: "{actor} reset the authenticator of {subject}" }),
  "users.confirm": msg({ message: "{actor} confirmed {subject} for another year" }),
  "users.import": msg({ message: "{actor} invited people from a file" }),
  "users.warn-unused": msg({ message: "{actor} warned {subject} before disabling" }),
  "users.disable": msg({ message: "{actor} disabled {subject}" }),
  "users.disable-unused": msg({ message: "{actor} disabled {subject} after long disuse" }),
  "users.report-compromised": msg({ message: "{actor} closed the account of {subject} as compromised" }),
  "users.accounts": msg({ message: "{actor} read the accounts of {subject}" }),
  "users.sightings": msg({ message: "{actor} read what {subject} was shown" }),
  "users.remove": msg({ message: "{actor} deleted {subject}" }),

  "system-accounts.create": msg({ message: "{actor} made {subject}" }),
  "system-accounts.rotate": msg({ message: "{actor} gave a new secret to {subject}" }),
  "system-accounts.remove": msg({ message: "{actor} deleted {subject}" }),
  "system-accounts.retire-secrets": msg({ message: "{actor} ended earlier secrets of {subject}" }),

  "subscriptions.create": msg({ message: "{actor} added {subject}" }),
  "subscriptions.update": msg({ message: "{actor} changed what {subject} hears of" }),
  "subscriptions.remove": msg({ message: "{actor} removed {subject}" }),
  "subscriptions.resend": msg({ message: "{actor} asked {subject} to confirm again" }),
  "subscriptions.confirm": msg({ message: "{actor} confirmed {subject}" }),
  "subscriptions.try-code": msg({ message: "{actor} entered a wrong code for {subject}" }),

  "contact-points.list": msg({ message: "{actor} read the contact points of fellow members" }),
  "contact-points.replace": msg({ message: "{actor} changed the contact points of {subject}" }),
  "contact-points.confirm": msg({ message: "{actor} confirmed a contact point of {subject}" }),
  "contact-points.remind": msg({ message: "{actor} reminded contact points of {subject} to confirm" }),

  "groups.create": msg({ message: "{actor} made {subject}" }),
  "groups.update": msg({ message: "{actor} changed {subject}" }),
  "groups.end": msg({ message: "{actor} ended {subject}" }),
  "groups.admit": msg({ message: "{actor} admitted an administration to {subject}" }),
  "groups.admitted": msg({ message: "The administration was admitted to {subject}" }),
  "groups.remove": msg({ message: "{actor} removed an administration from {subject}" }),
  "groups.removed": msg({ message: "The administration was removed from {subject}" }),
  "groups.leave": msg({ message: "{actor} left {subject}" }),

  "administrations.create": msg({ message: "{actor} created {subject}" }),
  "administrations.update": msg({ message: "{actor} changed the settings of {subject}" }),
  "administrations.suspend": msg({ message: "{actor} suspended {subject}" }),
  "administrations.reinstate": msg({ message: "{actor} reinstated {subject}" }),
  "administrations.leave": msg({ message: "{actor} took {subject} out of the exchange" }),
  "administrations.leave-groups": msg({ message: "{actor} ended the memberships of {subject}" }),
  "administrations.end-subscriptions": msg({ message: "{actor} ended the subscriptions of {subject}" }),
  "administrations.end-addresses": msg({ message: "{actor} let go of duty addresses of {subject}" }),
  "administrations.end-system-account": msg({ message: "{actor} ended a system account of {subject}" }),
  "administrations.retire-people": msg({ message: "{actor} deleted the accounts of {subject}" }),
  "administrations.let-go": msg({ message: "{actor} deleted the sign-in and topics of {subject}" }),
  "administrations.ask-to-let-go": msg({ message: "{actor} asked to delete what {subject} left behind" }),
  "administrations.ask-recertification": msg({ message: "{actor} asked {subject} to confirm its people" }),
  "administrations.recertification-changed": msg({ message: "{actor} noted whom {subject} has to confirm" }),
  "administrations.contact-point-unused": msg({
    message: "{actor} noted that no contact point of {subject} signs in",
  }),
  "administrations.contact-point-returned": msg({
    message: "{actor} noted that a contact point of {subject} signs in again",
  }),
  "administrations.retry-provisioning": msg({ message: "{actor} tried again to set up {subject}" }),
  "administrations.provisioning": msg({ message: "{actor} began to set up {subject}" }),
  "administrations.pool-made": msg({ message: "{actor} made the sign-in of {subject}" }),
  "administrations.topic-made": msg({ message: "{actor} made the topic for notices of {subject}" }),
  "administrations.admitted": msg({ message: "{actor} admitted {subject} to the group of all" }),
  "administrations.provisioned": msg({ message: "{actor} finished setting up {subject}" }),
  "administrations.provisioning-failed": msg({ message: "{actor} could not set up {subject}" }),

  "registrations.apply": msg({ message: "{actor} made {subject}" }),
  "registrations.confirm": msg({ message: "{actor} confirmed {subject}" }),
  "registrations.wrong-code": msg({ message: "{actor} entered a wrong code for {subject}" }),
  "registrations.resend": msg({ message: "{actor} asked for another code for {subject}" }),
  "registrations.close": msg({
    message: "{actor} confirmed {subject} of an administration that takes part already",
  }),
  "registrations.approve": msg({ message: "{actor} approved {subject}" }),
  "registrations.reject": msg({ message: "{actor} rejected {subject}" }),

  "audit.list": msg({ message: "{actor} read the audit trail of {subject}" }),
  "audit.actors": msg({ message: "{actor} read who is named in the audit trail of {subject}" }),
  "audit.verification": msg({ message: "{actor} verified the audit trail of {subject}" }),
  "audit.checkpoints": msg({ message: "{actor} read the signed checkpoints" }),
  "audit.export": msg({ message: "{actor} exported the audit trail of {subject}" }),
};

/** The sentence of an action, where the console has one. A trail may hold whatever somebody wrote into it. */
export const wordsOf = (action: string): MessageDescriptor | undefined =>
  Object.hasOwn(actionWords, action) ? actionWords[action] : undefined;
