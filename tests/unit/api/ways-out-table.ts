import type { FunctionFile } from "../../../infra/functions.ts";
import type { reaches } from "./matrix-reach.ts";

/**
 * Its own words, or what is said of it; its id or reference; whom it names; or no more than that it is there, by another answer than
 * an outsider's.
 */
export type Shown = "words" | "name" | "parties" | "existence";
/** Asked of no alert that there is, it has nothing to show: why it decides all the same. */
type NothingOfIt = { readonly nothing: string };

/** Where an alert can come out, or why nothing of one can. */
export type Way =
  | {
      /** Asks the one decision (audience.ts) before it says anything of an alert. */
      readonly decides: true;
      /** A reader who is addressed, or the author, and what of the alert they find there: what is refused to others is something. */
      readonly shows: readonly [who: string, what: Shown] | NothingOfIt;
      /** Of what is changed there, where it is not the alert's. */
      readonly etag?: string;
      /** What the address is asked beside, for the alert as it is there. */
      readonly searches?: (alert: { readonly reference: string }) => readonly string[];
      /** Who may know that there is such an alert whoever it is addressed to (domain.md: recall any alert). */
      readonly knownTo?: readonly string[];
      /** Who may know that something was done to an alert, and when, and nothing else of it (audit.ts, overseen). */
      readonly countedBy?: readonly string[];
    }
  | { readonly nothing: string };

const shows = (what: Shown, who: string) => ({ decides: true, shows: [who, what] }) as const;
/** The author's administration, or a reader's, finds what is said of it there. */
const toAuthor = (what: Shown) => shows(what, "FR releaser");
const toReader = (what: Shown) => shows(what, "KE officer");
const none = (why: string) => ({ decides: true, shows: { nothing: why } }) as const;
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
  "users.sightings": none("Nobody reported an account to be in other hands."),
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
    ...toReader("words"),
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
      "author=FR",
      "category=gloves&country=CN&severity=high",
      "status=withdrawn",
      "type=seizure&unacknowledged=true&group=ipr&limit=1",
      "from=2026-01-01T00:00:00.000Z",
    ],
  },
  "alerts.create": none("It makes another one."),
  "alerts.get": toReader("words"),
  "alerts.update": toAuthor("words"),
  "alerts.discard": toAuthor("name"),
  "alerts.submit": toAuthor("name"),
  "alerts.return": toAuthor("name"),
  "alerts.release": toAuthor("name"),
  "alerts.review": toAuthor("existence"),
  "alerts.withdraw": toAuthor("words"),
  "alerts.close": toAuthor("words"),
  "alerts.versions": toReader("existence"),
  "alerts.version": toReader("words"),
  "alerts.acknowledge": shows("existence", "KE duty"),
  "alerts.acknowledgements": toAuthor("words"),
  "alerts.followUps": toReader("words"),
  "alerts.followUp": toReader("existence"),
  "alerts.acceptFollowUp": toAuthor("existence"),
  "alerts.rejectFollowUp": toAuthor("existence"),
  "alerts.answerFollowUp": toAuthor("words"),
  "alerts.followUpTasks": toAuthor("name"),
  "alerts.parties": toReader("parties"),
  "alerts.replaceParties": { ...toAuthor("existence"), etag: "parties-1" },
  "alerts.removeParties": { ...toAuthor("existence"), etag: "parties-1" },
  "alerts.partyRequests": toAuthor("name"),
  "alerts.askAboutParties": toReader("name"),
  "alerts.partyRequest": toAuthor("parties"),
  "alerts.decidePartyRequest": { ...toAuthor("name"), etag: "request-waiting" },
  // By the reference that a court or an author wrote to them; nothing else of the alert, and no name.
  "alerts.holds": { ...shows("name", "WCO operator"), knownTo: secretariat },
  "alerts.hold": { ...shows("name", "WCO operator"), knownTo: secretariat },
  "alerts.disclosureRequests": toAuthor("words"),
  "alerts.askDisclosure": toReader("existence"),
  "alerts.grantDisclosure": toAuthor("words"),
  "alerts.refuseDisclosure": toAuthor("words"),
  "alerts.suggestedAudience": toAuthor("existence"),
  "alerts.recall": { ...toAuthor("name"), knownTo: secretariat },
  "alerts.recallState": { ...toReader("name"), knownTo: secretariat },
  "alerts.confirmRecall": shows("name", "KE duty"),
  "alerts.recalls": { ...none("None waits for a second signature."), knownTo: secretariat },

  "attachments.list": toReader("words"),
  "attachments.create": toAuthor("name"),
  "attachments.complete": toAuthor("name"),
  "attachments.get": toReader("words"),
  "attachments.remove": toAuthor("name"),

  // Of another administration's alerts, subject and detail are left out (audit.ts, overseen).
  "audit.list": { ...shows("name", "FR auditor"), countedBy: secretariat },
  "audit.verification": { ...shows("existence", "FR auditor"), countedBy: secretariat },
  "audit.actors": people,
  "audit.export": shows("name", "FR auditor"),
  "audit.checkpoints": { nothing: "It is about ends of trails, by their hashes." },
};

const decides = { decides: true } as const;
const answersNobody = (what: string) => ({ nothing: `It ${what}, and tells nobody of an alert.` });

/** The functions that no route leads to; those of routes are above. */
export const waysBeside: Readonly<
  Record<Exclude<FunctionFile, `api/${string}`>, { readonly decides: true } | { readonly nothing: string }>
> = {
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
