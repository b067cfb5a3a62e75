import * as z from "zod/mini";
import { RegistrationState } from "../../../../shared/domain/registration.ts";

/** A contact point as it is being typed. */
const TypedContactPoint = z.object({
  name: z.string(),
  function: z.string(),
  email: z.string(),
  phone: z.string(),
  language: z.string(),
});
export type TypedContactPoint = z.infer<typeof TypedContactPoint>;

/** The form as it is being typed. */
export const TypedApplication = z.object({
  administration: z.string(),
  contactPoints: z.array(TypedContactPoint),
  accepted: z.boolean(),
});
export type TypedApplication = z.infer<typeof TypedApplication>;

export const LEAST_CONTACT_POINTS = 2;
export const MOST_CONTACT_POINTS = 6;

export const noContactPoint = (language: string): TypedContactPoint => ({
  name: "",
  function: "",
  email: "",
  phone: "",
  language,
});

export const emptyApplication = (language: string): TypedApplication => ({
  administration: "",
  contactPoints: [noContactPoint(language), noContactPoint(language)],
  accepted: false,
});

/** Spaces, hyphens and brackets in a phone number help the eye; the number has none. */
const phoneOf = (typed: string): string => typed.replaceAll(/[\s().\-/]/g, "");

/** What is sent. Terms that were not accepted have no version, which the contract refuses. */
export const toApplication = (typed: TypedApplication, termsVersion: string | undefined) => ({
  administration: typed.administration,
  contactPoints: typed.contactPoints.map((point) => ({ ...point, phone: phoneOf(point.phone) })),
  ...(typed.accepted && termsVersion !== undefined ? { termsVersion } : {}),
});

/** What the applicant's browser keeps: the secret is told once, and proves whose application it is. */
export const KeptApplication = z.object({
  id: z.string(),
  reference: z.string(),
  secret: z.string(),
  administration: z.string(),
  email: z.string(),
  state: RegistrationState,
});
export type KeptApplication = z.infer<typeof KeptApplication>;

const KEY = "cencomm.application";

export const keptApplication = {
  get(): KeptApplication | undefined {
    try {
      return KeptApplication.parse(JSON.parse(localStorage.getItem(KEY) ?? ""));
    } catch {
      return undefined;
    }
  },
  set(application: KeptApplication | undefined): void {
    if (application === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(application));
  },
};
