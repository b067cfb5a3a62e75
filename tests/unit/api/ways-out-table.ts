import type { FunctionFile } from "../../../infra/functions.ts";
import type { reaches } from "./matrix-reach.ts";

/** Where an alert can come out, or why nothing of one can. */
export type Way =
  | {
      /** Asks the one decision (audience.ts) before it says anything of an alert. */
      readonly decides: true;
      /** A reader who is addressed, or the author, and finds the alert there: what is refused to others is something. */
      readonly shownTo?: string;
      /** What the address is asked beside, for the alert as it is there. */
      readonly searches?: (alert: { readonly reference: string }) => readonly string[];
      /** Who may know that there is such an alert whoever it is addressed to (domain.md: recall any alert). */
      readonly knownTo?: readonly string[];
      /** Who may know that something was done to an alert, and when, and nothing else of it (audit.ts, overseen). */
      readonly countedBy?: readonly string[];
    }
  | { readonly nothing: string };

const decides = { decides: true } as const;
const authorAlone = { ...decides, shownTo: "FR releaser" } as const;
const ofOthers = (what: string) => ({ nothing: `It is about ${what}.` });
const people = ofOthers("people");
const systems = ofOthers("systems' accounts");
const applications = ofOthers("applications");
const administrations = ofOthers("administrations");
const groups = ofOthers("groups and who is in them");
const subscriptions = ofOthers("addresses and what they want to hear of");
const service = ofOthers("the exchange itself");
const secretariat = ["WCO operator"];

/** Every route of the contract; the compiler asks for those that are missing, and so does the test. */
export const waysOut: Readonly<Record<keyof typeof reaches, Way>> = {
  "service.health": service,
  "service.terms": service,
  "service.openapi": service,
  "reference.lists": service,
  "reference.list": service,

  "registrations.apply": applications,
  "registrations.confirm": applications,
  "registrations.resend": applications,
  "registrations.status": applications,
  "registrations.list": applications,
  "registrations.get": applications,
  "registrations.approve": applications,
  "registrations.reject": applications,

  "administrations.signIn": administrations,
  "administrations.list": administrations,
  "administrations.get": administrations,
  "administrations.update": administrations,
  "administrations.suspend": administrations,
  "administrations.reinstate": administrations,
  "administrations.create": administrations,
  "administrations.leave": administrations,
  "administrations.contactPoints": administrations,
  "administrations.replaceContactPoints": administrations,
  "administrations.confirmContactPoint": administrations,
  "administrations.retryProvisioning": administrations,
  "contactPoints.list": administrations,

  "users.me": people,
  "users.updateMe": people,
  "users.list": people,
  "users.invite": people,
  "users.get": people,
  "users.update": people,
  "users.resetMfa": people,
  "users.remove": people,
  "users.resendInvitation": people,
  "users.import": people,
  "users.confirm": people,
  "users.reportCompromised": people,
  // What an account saw is named to its own administration: what that was shown by these very ways.
  "users.sightings": decides,
  "users.accounts": people,
  "users.inviteAccount": people,
  "users.resendAccountInvitation": people,
  "users.resetAccountMfa": people,
  "users.disableAccount": people,
  "users.confirmAccount": people,

  "systemAccounts.list": systems,
  "systemAccounts.create": systems,
  "systemAccounts.get": systems,
  "systemAccounts.rotate": systems,
  "systemAccounts.remove": systems,

  "groups.list": groups,
  "groups.create": groups,
  "groups.get": groups,
  "groups.update": groups,
  "groups.member": groups,
  "groups.admit": groups,
  "groups.remove": groups,

  "subscriptions.list": subscriptions,
  "subscriptions.create": subscriptions,
  "subscriptions.get": subscriptions,
  "subscriptions.update": subscriptions,
  "subscriptions.remove": subscriptions,
  "subscriptions.confirm": subscriptions,
  "subscriptions.resend": subscriptions,

  "alerts.list": {
    ...decides,
    shownTo: "KE officer",
    searches: ({ reference }) => [
      "",
      "group=ipr",
      "group=ipr&limit=1",
      "unacknowledged=true",
      "unacknowledged=false",
      "status=draft",
      "status=in-review&group=ipr",
      `reference=${reference}`,
      `reference=${reference}&group=ipr`,
    ],
  },
  "alerts.create": decides,
  "alerts.get": { ...decides, shownTo: "KE officer" },
  "alerts.update": decides,
  "alerts.discard": decides,
  "alerts.submit": decides,
  "alerts.return": decides,
  "alerts.release": decides,
  "alerts.review": decides,
  "alerts.withdraw": decides,
  "alerts.close": decides,
  "alerts.versions": { ...decides, shownTo: "KE officer" },
  "alerts.version": { ...decides, shownTo: "KE officer" },
  "alerts.acknowledge": decides,
  "alerts.acknowledgements": authorAlone,
  "alerts.followUps": { ...decides, shownTo: "KE officer" },
  "alerts.followUp": decides,
  "alerts.acceptFollowUp": decides,
  "alerts.rejectFollowUp": decides,
  "alerts.answerFollowUp": decides,
  "alerts.followUpTasks": authorAlone,
  "alerts.parties": decides,
  "alerts.replaceParties": decides,
  "alerts.removeParties": decides,
  "alerts.disclosureRequests": authorAlone,
  "alerts.askDisclosure": decides,
  "alerts.grantDisclosure": authorAlone,
  "alerts.refuseDisclosure": authorAlone,
  "alerts.suggestedAudience": authorAlone,
  "alerts.recall": { ...decides, knownTo: secretariat },
  "alerts.recallState": { ...decides, shownTo: "KE officer", knownTo: secretariat },
  "alerts.confirmRecall": decides,
  "alerts.recalls": { ...decides, knownTo: secretariat },

  "attachments.list": { ...decides, shownTo: "KE officer" },
  "attachments.create": decides,
  "attachments.complete": decides,
  "attachments.get": { ...decides, shownTo: "KE officer" },
  "attachments.remove": decides,

  // Of another administration's alerts, subject and detail are left out (audit.ts, overseen).
  "audit.list": { ...decides, shownTo: "FR auditor", countedBy: secretariat },
  "audit.verification": { ...decides, countedBy: secretariat },
  "audit.actors": people,
  "audit.export": decides,
  "audit.checkpoints": { nothing: "It is about ends of trails, by their hashes." },
};

const answersNobody = (what: string) => ({ nothing: `It ${what}, and tells nobody of an alert.` });

/** The functions that no route leads to; those of routes are above. */
export const waysBeside: Readonly<Record<Exclude<FunctionFile, `api/${string}`>, Way>> = {
  authorizer: answersNobody("says who calls"),
  "streams/dispatch": decides,
  "streams/index": answersNobody("seals trails where they are"),
  "queues/provision": answersNobody("makes pools and people"),
  "queues/endpoint": answersNobody("confirms addresses"),
  "queues/mail": answersNobody("mails people about their accounts"),
  "queues/hand-over": decides,
  "queues/attachment": answersNobody("checks files and keeps them"),
  "events/malware-scan": answersNobody("writes down what a scanner said"),
  "schedules/sweep": decides,
  "schedules/checkpoint": answersNobody("signs trails"),
  "schedules/upkeep": answersNobody("looks after accounts"),
};
