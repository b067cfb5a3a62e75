import * as z from "zod/mini";
import { AdministrationState, administrationKinds, RecognitionPhrase } from "../domain/administration.ts";
import { AdministrationCode, Instant } from "../domain/identifiers.ts";
import { ContactPoint } from "../domain/registration.ts";
import { lines } from "../domain/text.ts";
import { pageOf, paging } from "./common.ts";
import type { Noun } from "./endpoint.ts";

export const SignInOptions = z.object({
  administration: AdministrationCode,
  region: z.string(),
  userPoolId: z.string(),
  clientId: z.string(),
});

/** An administration as its own people and the secretariat see it. */
export const AdministrationView = z.object({
  code: AdministrationCode,
  kind: z.enum(administrationKinds),
  name: z.string(),
  region: z.optional(z.string()),
  state: AdministrationState,
  recognitionPhrase: RecognitionPhrase,
  contactPoints: z.array(ContactPoint),
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
