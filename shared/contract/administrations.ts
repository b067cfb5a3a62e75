import * as z from "zod/mini";
import {
  AdministrationState,
  administrationKinds,
  kindOf,
  RecognitionPhrase,
} from "../domain/administration.ts";
import { ContactPointEntries, MOST_CONTACT_POINTS, NationalContactPoint } from "../domain/contact-point.ts";
import { AdministrationCode, Instant } from "../domain/identifiers.ts";
import { WcoRegion } from "../domain/region.ts";
import { lines, text } from "../domain/text.ts";
import { pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";

export const SignInOptions = z.object({
  administration: AdministrationCode,
  region: z.string(),
  userPoolId: z.string(),
  clientId: z.string(),
});

/** A contact point as its own administration and the secretariat see it. */
const OwnContactPoint = z.object({
  ...NationalContactPoint.shape,
  overdue: z
    .boolean()
    .check(z.describe("Not confirmed for a year: the administration is to say that all of it is right")),
});

export const ContactPoints = z.object({
  administration: AdministrationCode,
  contactPoints: z
    .array(OwnContactPoint)
    .check(z.describe("The first is the primary, the second the deputy")),
  changedAt: Instant,
});
export type ContactPoints = z.infer<typeof ContactPoints>;

/** An administration as its own people and the secretariat see it. */
export const AdministrationView = z.object({
  code: AdministrationCode,
  kind: z.enum(administrationKinds),
  name: z.string(),
  region: z.optional(z.string()),
  state: AdministrationState,
  recognitionPhrase: RecognitionPhrase,
  contactPoints: z.array(OwnContactPoint),
  contactPointsOverdue: z
    .boolean()
    .check(z.describe("Whether one of them was not confirmed for a year, or there is none")),
  recertificationOverdueSince: z.optional(
    Instant.check(z.describe("Since when the yearly confirmation of somebody of its people is overdue")),
  ),
  contactPointUnusedSince: z.optional(
    Instant.check(z.describe("Since when the last contact point who can come in has not")),
  ),
  leftAt: z.optional(Instant),
  failure: z.optional(z.string()),
  createdAt: Instant,
  changedAt: Instant,
});
export type AdministrationView = z.infer<typeof AdministrationView>;

const byCode = z.strictObject({ code: AdministrationCode });

const change = (verb: string, summary: string) =>
  ({
    method: "POST",
    path: `/v1/administrations/{code}/${verb}`,
    summary,
    access: "administrations.manage",
    params: byCode,
    conditional: true,
    body: z.strictObject({ reason: lines({ max: 1000 }) }),
    status: 200,
    response: AdministrationView,
  }) as const;

export const administrations = {
  signIn: {
    method: "GET",
    path: "/v1/sign-in/{administration}",
    summary: "Tell which user pool and client an administration's people sign in with",
    access: "public",
    params: z.strictObject({ administration: AdministrationCode }),
    status: 200,
    response: SignInOptions,
  },
  list: {
    method: "GET",
    path: "/v1/administrations",
    summary: "List administrations by code",
    access: "administrations.read",
    query: z.strictObject(paging),
    status: 200,
    response: pageOf(z.omit(AdministrationView, { contactPoints: true, recognitionPhrase: true })),
  },
  create: {
    method: "POST",
    path: "/v1/administrations",
    summary:
      "Let in a regional office or a partner, whose first contact point is invited; members apply (/v1/registrations)",
    access: "administrations.manage",
    body: z.strictObject({
      code: AdministrationCode.check(
        z.refine(
          (code) => kindOf(code) !== undefined,
          "A regional office is named RILO- and its name, a partner X- and a short name, such as RILO-EUROPE.",
        ),
      ),
      name: text({ max: 120 }),
      /** The region whose alerts a regional office is addressed with. */
      region: z.optional(WcoRegion),
      contactPoints: ContactPointEntries,
    }),
    status: 201,
    response: AdministrationView,
    refusals: ["conflict"],
  },
  get: {
    method: "GET",
    path: "/v1/administrations/{code}",
    summary: "Show an administration: the own one, or any to the secretariat's operators",
    access: "signed-in",
    params: byCode,
    status: 200,
    response: AdministrationView,
  },
  update: {
    method: "PATCH",
    path: "/v1/administrations/{code}",
    summary: "Change the phrase by which the own people recognise a genuine notice",
    access: "users.manage",
    params: byCode,
    conditional: true,
    body: z.strictObject({ recognitionPhrase: RecognitionPhrase }),
    status: 200,
    response: AdministrationView,
  },
  suspend: change("suspend", "Suspend an administration: it is refused from its next request on"),
  reinstate: change("reinstate", "Reinstate a suspended administration"),
  leave: {
    method: "POST",
    path: "/v1/administrations/{code}/leave",
    summary:
      "Leave the exchange: the own administration is refused from its next request on and leaves every group",
    access: "administrations.leave",
    params: byCode,
    conditional: true,
    body: z.strictObject({
      code: AdministrationCode.check(z.describe("The own code again, so that nobody leaves by a slip")),
    }),
    status: 200,
    response: AdministrationView,
    refusals: ["conflict"],
  },
  contactPoints: {
    method: "GET",
    path: "/v1/administrations/{code}/contact-points",
    summary: "Show the contact points of the own administration, or of any to the secretariat's operators",
    access: "contact-points.manage",
    params: byCode,
    status: 200,
    response: ContactPoints,
  },
  replaceContactPoints: {
    method: "PUT",
    path: "/v1/administrations/{code}/contact-points",
    summary: "Name an administration's contact points anew, all of them; what is changed is confirmed by it",
    access: "contact-points.manage",
    params: byCode,
    conditional: true,
    body: z.strictObject({ contactPoints: ContactPointEntries }),
    status: 200,
    response: ContactPoints,
    refusals: ["conflict"],
  },
  confirmContactPoint: {
    method: "POST",
    path: "/v1/administrations/{code}/contact-points/{n}/confirm",
    summary: "Say that all of a contact point is still right, as is due once a year; the primary is 1",
    access: "contact-points.manage",
    params: z.strictObject({
      code: AdministrationCode,
      n: z.coerce
        .number()
        .check(
          z.int("Contact points are numbered from 1."),
          z.minimum(1, "The primary contact point is 1."),
          z.maximum(MOST_CONTACT_POINTS, "There are at most six contact points."),
        ),
    }),
    conditional: true,
    status: 200,
    response: ContactPoints,
    refusals: ["conflict"],
  },
  retryProvisioning: {
    method: "POST",
    path: "/v1/administrations/{code}/retry-provisioning",
    summary: "Try again what stopped while an administration's pool, topic and first user were made",
    access: "administrations.manage",
    params: byCode,
    status: 202,
    response: AdministrationView,
  },
} as const satisfies Noun;
