import { type Holder, mayGive } from "./permissions.ts";
import type { ProblemKind } from "./problem.ts";
import { assignableRoles, type User } from "./user.ts";

/** What a contact point does to a person of the own administration. */
export type PersonChange =
  | "rename"
  | "change-roles"
  | "disable"
  | "let-in"
  | "delete"
  | "resend-invitation"
  | "reset-authenticator"
  | "confirm"
  | "report-compromised";

/** As the API shows a person, and as one is stored. */
type Person = Pick<User, "id" | "name" | "roles" | "state" | "deletedAt">;

interface Refusal {
  readonly kind: ProblemKind;
  readonly detail: string;
}

/** What nobody does to themselves, so that an administration always has a contact point (decision 030). */
const toOneself: Readonly<Partial<Record<PersonChange, string>>> = {
  "change-roles": "Nobody changes their own roles or state. Ask another contact point.",
  disable: "Nobody changes their own roles or state. Ask another contact point.",
  "let-in": "Nobody changes their own roles or state. Ask another contact point.",
  delete: "Nobody deletes themselves. Ask another contact point.",
  "reset-authenticator": "Nobody resets their own authenticator. Ask another contact point.",
  confirm: "Nobody confirms themselves. Ask another contact point, or the secretariat where there is none.",
  "report-compromised":
    "Nobody closes their own account. Ask another contact point, or the secretariat where there is none.",
};

/** Why this cannot be done to somebody in the state in which they are, whoever does it; undefined where it can. */
export const refusalInState = (
  { name, state }: Pick<User, "name" | "state">,
  change: PersonChange,
): string | undefined => {
  if (change === "resend-invitation" && state === "active")
    return `${name} has signed in already. Reset the authenticator if it is lost.`;
  if (state !== "disabled") return undefined;
  if (change === "resend-invitation" || change === "reset-authenticator")
    return `${name} is disabled. Let the person in again first.`;
  return change === "confirm"
    ? `${name} is disabled. Whoever lets the person in again confirms with it.`
    : undefined;
};

/** Why the caller may not do this to a person as they are now; undefined where they may. The one rule of API and console. */
export const refusalOf = (
  caller: Holder & Pick<User, "id">,
  person: Person,
  change: PersonChange,
): Refusal | undefined => {
  const { name, roles, deletedAt } = person;
  const existing = assignableRoles(caller.administrationKind);
  const greater = roles.find((role) => existing.includes(role) && !mayGive(caller, role));
  if (greater !== undefined)
    return {
      kind: "forbidden",
      detail: `${name} is ${greater} and may do what you may not do yourself; you cannot change this person.`,
    };
  if (deletedAt !== undefined)
    return { kind: "conflict", detail: `${name} was deleted. Invite the person anew.` };
  const self = person.id === caller.id ? toOneself[change] : undefined;
  if (self !== undefined) return { kind: "forbidden", detail: self };
  const detail = refusalInState(person, change);
  return detail === undefined ? undefined : { kind: "conflict", detail };
};
