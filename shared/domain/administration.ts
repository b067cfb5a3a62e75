import * as z from "zod/mini";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { text } from "./text.ts";

export const administrationKinds = ["member", "secretariat", "regional-office", "partner"] as const;
export type AdministrationKind = (typeof administrationKinds)[number];

const administrationStates = [
  "approved",
  "provisioning",
  "provisioning-failed",
  "active",
  "suspended",
  "left",
] as const;
export const AdministrationState = z.enum(administrationStates);
export type AdministrationState = z.infer<typeof AdministrationState>;

/**
 * Which state may follow which. `approved` begins with the approval of an application, also of an administration that
 * left and comes back.
 */
const transitions: Record<AdministrationState, readonly AdministrationState[]> = {
  approved: ["provisioning"],
  provisioning: ["active", "provisioning-failed"],
  "provisioning-failed": ["provisioning"],
  active: ["suspended", "left"],
  suspended: ["active", "left"],
  left: ["approved"],
};

export const mayBecome = (from: AdministrationState, to: AdministrationState): boolean =>
  transitions[from].includes(to);

/** Where an administration's people sign in: its own user pool and the console's client in it. */
export const SignInPool = z.object({
  userPoolId: z.string(),
  clientId: z.string(),
  issuer: z.url(),
});
export type SignInPool = z.infer<typeof SignInPool>;

/** The phrase by which an administration's people recognise a genuine notice, since senders can be forged. */
export const RecognitionPhrase = text({ max: 60 });

export const Administration = z.object({
  code: AdministrationCode,
  kind: z.enum(administrationKinds),
  name: text({ max: 120 }),
  /** WCO region of a member. */
  region: z.optional(z.string()),
  state: AdministrationState,
  recognitionPhrase: RecognitionPhrase,
  registrationId: z.optional(Id),
  /** The first user, invited by provisioning. */
  firstUserId: Id,
  pool: z.optional(SignInPool),
  /** SNS topics, the newest last. */
  topics: z.array(z.string()),
  leftAt: z.optional(Instant),
  /** Of the last suspension that ended. */
  reinstatedAt: z.optional(Instant),
  /** Since when somebody's yearly confirmation is overdue; how many and who, the administration alone sees. */
  recertificationOverdueSince: z.optional(Instant),
  /** The last days of people's confirmation that the contact points were asked for: soon due, and due. */
  recertificationAsked: z.optional(z.object({ soonUpTo: z.optional(Instant), dueUpTo: z.optional(Instant) })),
  /** Since when the last contact point who can come in has not. */
  contactPointUnusedSince: z.optional(Instant),
  /** Of one that came back: what it had before, until provisioning has let go of it. */
  formerly: z.optional(z.object({ pool: z.optional(SignInPool), topics: z.array(z.string()) })),
  /** Why provisioning stopped, in words an operator can act on. */
  failure: z.optional(z.string()),
  revision: z.int(),
  createdAt: Instant,
  changedAt: Instant,
});
export type Administration = z.infer<typeof Administration>;

/** Whether a code is taken. One that left may come back by a new application; until then it is as if it had never been here. */
export const isTaken = (administration: Administration | undefined): administration is StillHere =>
  administration !== undefined && administration.state !== "left";
type StillHere = Administration & { readonly state: Exclude<AdministrationState, "left"> };

/** How long an administration that left keeps its pool and topics, which nobody can use any more. */
const KEPT_DAYS = 90;

/** Whether what an administration that left still has is to be let go of by now. */
export const isToBeLetGo = (
  { state, leftAt, pool, topics }: Pick<Administration, "state" | "leftAt" | "pool" | "topics">,
  now: Date,
): boolean =>
  state === "left" &&
  leftAt !== undefined &&
  Date.parse(leftAt) + KEPT_DAYS * 86_400_000 <= now.getTime() &&
  (pool !== undefined || topics.length > 0);

const regionalOffice = /^RILO-[A-Z0-9-]{2,30}$/;
const partner = /^X-[A-Z0-9-]{2,30}$/;

/** What a code that is no member's says of who has it. */
export const kindOf = (code: AdministrationCode): "regional-office" | "partner" | undefined => {
  if (regionalOffice.test(code)) return "regional-office";
  return partner.test(code) ? "partner" : undefined;
};
