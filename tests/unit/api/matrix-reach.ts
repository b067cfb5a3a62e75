import type { nouns } from "../../../shared/contract/nouns.ts";
import { type Holder, may } from "../../../shared/domain/permissions.ts";
import { CODE, content } from "./exchange.ts";
import type { Kind, Thing } from "./matrix-world.ts";
import { contactPoint, contactPointEntry } from "./people.ts";

/**
 * What comes of a request that the permissions let through the door: done; unknown, as if it were not there; refused,
 * with the reason, because it can be seen; or not possible in the state in which it is.
 */
export type Outcome = "done" | "unknown" | "refused" | "conflict";

export type Asker = Holder;

/** How a route comes to what it is about. */
export interface Reach {
  readonly kind: Kind;
  /** Where the id stands in the address, when it is no path parameter; or what else the address needs. */
  readonly search?: (thing: Thing) => string;
  readonly body?: (thing: Thing) => unknown;
  /** What a second path parameter says. */
  readonly part?: string;
  readonly outcome: (place: string, asker: Asker) => Outcome;
}

type RouteId = {
  [Noun in keyof typeof nouns]: `${Noun}.${keyof (typeof nouns)[Noun] & string}`;
}[keyof typeof nouns];

const always = (): Outcome => "done";
const ofNothing: Reach = { kind: "nothing", outcome: always };
/** The own administration's alone: any other's is unknown. */
const ownAlone = (place: string): Outcome => (place === "own" ? "done" : "unknown");
const exists = (place: string): Outcome => (place === "never" ? "unknown" : "done");

/** A person of the own administration, but nobody with more rights and not oneself. */
const another = (place: string): Outcome =>
  place === "self" || place === "with-more-rights" ? "refused" : ownAlone(place);

/** What waits for a review is seen by who may give it. */
const toReviewer = (outcome: Outcome, asker: Asker): Outcome =>
  may(asker, "alerts.review") ? outcome : "unknown";

/** The secretariat helps others' contact points, and nobody else of them. */
const toAssist =
  (outcome: Outcome) =>
  (place: string): Outcome =>
    place === "own" ? "refused" : ["fellow", "stranger"].includes(place) ? outcome : "unknown";

/** A draft is changed by its administration; what was released is changed by nobody, and others are told so who read it. */
const draftTo =
  (outcome: Outcome) =>
  (place: string, asker: Asker): Outcome =>
    ({
      "own-draft": outcome,
      "own-released": "conflict" as const,
      "fellow-addressed": "refused" as const,
      "fellow-in-review": toReviewer("refused", asker),
    })[place] ?? "unknown";

/** The secretariat's operators manage every group; whoever was in one knows that there is one. */
const managesAll = (asker: Asker): boolean => may(asker, "groups.create");
const toThoseOnceInside = (place: string, asker: Asker): Outcome =>
  managesAll(asker) ? exists(place) : ["own", "fellow", "former"].includes(place) ? "done" : "unknown";
const toThoseInside = (place: string, asker: Asker): Outcome =>
  place === "former" && !managesAll(asker) ? "unknown" : toThoseOnceInside(place, asker);
const toManagers = (place: string, asker: Asker): Outcome =>
  !managesAll(asker) && (place === "fellow" || place === "former")
    ? "refused"
    : toThoseOnceInside(place, asker);

const trail = (place: string, asker: Asker): Outcome =>
  may(asker, "audit.oversee") ? exists(place) : ownAlone(place);
const administrationInSearch = ({ id }: Thing): string => `administration=${id}`;
const groupInSearch = ({ id }: Thing): string => `group=${id}`;
const secretInSearch = ({ secret }: Thing): string => `secret=${secret}`;
const reason = () => ({ reason: "Because of it." });

/** Contact points of the own administration; of any, to those who let administrations in. */
const ownOrAnyToOperators = (place: string, asker: Asker): Outcome =>
  may(asker, "administrations.manage") ? exists(place) : ownAlone(place);
const contactPointEntries = [contactPointEntry("Third"), contactPointEntry("Fourth")];

const subscriptionBody = { language: "fr", criteria: { group: "ipr" } };
const verification = { method: "phone-call-back", note: "Called back on the published number." };

/** Every route of the contract; the compiler asks for those that are missing, and so does the test. */
export const reaches: Readonly<Record<RouteId, Reach>> = {
  "service.health": ofNothing,
  "service.terms": ofNothing,
  "service.openapi": ofNothing,

  "registrations.apply": {
    ...ofNothing,
    body: () => ({
      administration: "AU",
      termsVersion: "2026-11",
      contactPoints: [contactPoint("First"), contactPoint("Second")],
    }),
  },
  // Whoever has the code is the applicant.
  "registrations.confirm": { kind: "application", body: () => ({ code: CODE }), outcome: exists },
  "registrations.resend": { kind: "application", body: ({ secret }) => ({ secret }), outcome: ownAlone },
  "registrations.status": { kind: "application", search: secretInSearch, outcome: ownAlone },
  "registrations.list": ofNothing,
  "registrations.get": { kind: "confirmed", outcome: exists },
  "registrations.approve": { kind: "confirmed", body: () => ({ verification }), outcome: exists },
  "registrations.reject": { kind: "confirmed", body: reason, outcome: exists },

  // That an administration uses the exchange is public.
  "administrations.signIn": { kind: "administration", outcome: exists },
  "administrations.list": ofNothing,
  "administrations.get": {
    kind: "administration",
    outcome: (place, asker) => (may(asker, "administrations.read") ? exists(place) : ownAlone(place)),
  },
  "administrations.update": {
    kind: "administration",
    body: () => ({ recognitionPhrase: "a loud harbour" }),
    outcome: ownAlone,
  },
  // The secretariat does not suspend itself.
  "administrations.suspend": {
    kind: "administration",
    body: reason,
    outcome: (place) => (place === "own" ? "conflict" : exists(place)),
  },
  "administrations.reinstate": {
    kind: "administration",
    body: reason,
    outcome: (place) => (place === "never" ? "unknown" : "conflict"),
  },
  "administrations.create": {
    ...ofNothing,
    body: () => ({ code: "X-OBSERVER", name: "Observer", contactPoints: contactPointEntries }),
  },
  // Nor does it leave.
  "administrations.leave": {
    kind: "administration",
    body: ({ id }) => ({ code: id }),
    outcome: (place, { administrationKind }) =>
      place === "own" && administrationKind === "secretariat" ? "conflict" : ownAlone(place),
  },
  "administrations.contactPoints": { kind: "contactPoints", outcome: ownOrAnyToOperators },
  "administrations.replaceContactPoints": {
    kind: "contactPoints",
    body: () => ({ contactPoints: contactPointEntries }),
    outcome: ownOrAnyToOperators,
  },
  "administrations.confirmContactPoint": {
    kind: "contactPoints",
    part: "2",
    outcome: ownOrAnyToOperators,
  },
  "administrations.retryProvisioning": {
    kind: "administration",
    outcome: (place) => (place === "never" ? "unknown" : "conflict"),
  },

  // Of an administration that shares no group, nothing is found: contact-points.test.ts.
  "contactPoints.list": ofNothing,

  "users.me": ofNothing,
  "users.updateMe": {
    kind: "nothing",
    body: () => ({ language: "fr" }),
    outcome: (_, { scopes }) => (scopes.length > 0 ? "refused" : "done"),
  },
  "users.list": ofNothing,
  "users.invite": {
    ...ofNothing,
    body: () => ({ name: "New", email: "new@customs.example", roles: ["officer"] }),
  },
  "users.get": {
    kind: "person",
    outcome: (place) => (["own", "self", "with-more-rights"].includes(place) ? "done" : "unknown"),
  },
  "users.update": { kind: "person", body: () => ({ roles: ["reader"] }), outcome: another },
  "users.resetMfa": { kind: "person", outcome: another },
  "users.remove": { kind: "person", outcome: another },
  "users.resendInvitation": { kind: "invitee", outcome: ownAlone },
  "users.import": {
    ...ofNothing,
    body: () => ({ csv: "name,email,roles\nNew,new@customs.example,officer" }),
  },
  "users.confirm": { kind: "person", outcome: another },
  "users.reportCompromised": {
    kind: "person",
    body: () => ({ since: "2026-11-01T00:00:00.000Z" }),
    outcome: another,
  },
  // Nobody said of any of them that it may be in other hands.
  "users.sightings": {
    kind: "person",
    outcome: (place) => (["own", "self", "with-more-rights"].includes(place) ? "conflict" : "unknown"),
  },
  "users.accounts": { kind: "administration", outcome: toAssist("done") },
  // Each has one who can come in, and has come in.
  "users.inviteAccount": {
    kind: "administration",
    body: () => ({ name: "New", email: "new@customs.example" }),
    outcome: toAssist("conflict"),
  },
  "users.resendAccountInvitation": { kind: "account", outcome: toAssist("conflict") },
  "users.resetAccountMfa": { kind: "account", outcome: toAssist("done") },
  "users.disableAccount": { kind: "account", outcome: toAssist("done") },
  "users.confirmAccount": { kind: "account", outcome: toAssist("done") },

  "systemAccounts.list": ofNothing,
  "systemAccounts.create": {
    ...ofNothing,
    body: () => ({ name: "Risk", purpose: "Reads alerts.", scopes: ["alerts/read"] }),
  },
  "systemAccounts.get": { kind: "systemAccount", outcome: ownAlone },
  "systemAccounts.rotate": { kind: "systemAccount", body: () => ({ overlapDays: 0 }), outcome: ownAlone },
  "systemAccounts.remove": { kind: "systemAccount", outcome: ownAlone },

  "groups.list": ofNothing,
  "groups.create": {
    ...ofNothing,
    body: () => ({ kind: "standing", id: "another", name: "Another", history: "all" }),
  },
  "groups.get": { kind: "group", outcome: toThoseOnceInside },
  "groups.update": { kind: "group", body: () => ({ name: "Renamed" }), outcome: toManagers },
  // Kenya is in each of them; to a former member, whether it is today is not told.
  "groups.member": { kind: "group", part: "KE", outcome: toThoseInside },
  "groups.admit": { kind: "group", part: "DE", outcome: toManagers },
  // It owns two of them, and is not taken out of what it owns.
  "groups.remove": {
    kind: "group",
    part: "KE",
    outcome: (place, asker) =>
      managesAll(asker) && (place === "fellow" || place === "former") ? "conflict" : toManagers(place, asker),
  },

  "subscriptions.list": ofNothing,
  "subscriptions.create": {
    ...ofNothing,
    body: () => ({ ...subscriptionBody, destination: { channel: "sms", address: "+33140246511" } }),
  },
  "subscriptions.get": { kind: "subscription", outcome: ownAlone },
  "subscriptions.update": { kind: "subscription", body: () => subscriptionBody, outcome: ownAlone },
  "subscriptions.remove": { kind: "subscription", outcome: ownAlone },
  "subscriptions.confirm": { kind: "subscription", body: () => ({ code: CODE }), outcome: ownAlone },
  "subscriptions.resend": { kind: "subscription", outcome: ownAlone },

  "alerts.list": {
    kind: "group",
    search: groupInSearch,
    outcome: (place) => (["own", "fellow", "former"].includes(place) ? "done" : "unknown"),
  },
  "alerts.create": { ...ofNothing, body: () => content },
  "alerts.get": {
    kind: "alert",
    outcome: (place, asker) => {
      if (place === "own-draft") return may(asker, "alerts.draft") ? "done" : "unknown";
      if (place === "fellow-in-review") return toReviewer("done", asker);
      return place === "own-released" || place === "fellow-addressed" ? "done" : "unknown";
    },
  },
  "alerts.update": { kind: "alert", body: () => ({ title: "Masks" }), outcome: draftTo("done") },
  "alerts.discard": { kind: "alert", outcome: draftTo("done") },
  "alerts.submit": { kind: "alert", outcome: draftTo("done") },
  // It was not submitted.
  "alerts.return": { kind: "alert", body: reason, outcome: draftTo("conflict") },
  "alerts.release": { kind: "alert", outcome: draftTo("done") },
  // Nobody reviews what their own administration wrote, nor what does not wait for it.
  "alerts.review": {
    kind: "alert",
    body: () => ({ decision: "approve" }),
    outcome: (place, asker) => {
      if (place === "fellow-in-review") return toReviewer("done", asker);
      // The secretariat owns the group, so that its contact points review in it as its operators do.
      if (place === "fellow-addressed")
        return asker.administrationKind === "secretariat" ? "conflict" : "refused";
      return place.startsWith("own-") ? "refused" : "unknown";
    },
  },
  "alerts.acknowledge": {
    kind: "alert",
    body: () => ({ result: "no-trace" }),
    outcome: (place) =>
      (({ "own-released": "conflict", "fellow-addressed": "done" }) as const)[place] ?? "unknown",
  },
  "alerts.acknowledgements": {
    kind: "alert",
    outcome: (place) => (["own-released", "fellow-addressed"].includes(place) ? "done" : "unknown"),
  },

  "audit.list": { kind: "administration", search: administrationInSearch, outcome: trail },
  "audit.verification": { kind: "administration", search: administrationInSearch, outcome: trail },
  "audit.actors": ofNothing,
  "audit.export": ofNothing,
  "audit.checkpoints": ofNothing,
};
