import { type Administration, isTaken } from "./administration.ts";
import type { Registration } from "./registration.ts";

/** Providers of personal mail: an administration's contact point would have an official address. */
const FREE_MAIL = new Set([
  "gmail.com",
  "outlook.com",
  "hotmail.com",
  "yahoo.com",
  "icloud.com",
  "proton.me",
  "gmx.net",
  "mail.ru",
  "qq.com",
]);

const addresses = (registration: Registration): readonly string[] =>
  registration.contactPoints.map(({ email }) => email);

/** The country in a domain's name where it is not the member's; the United Kingdom's is uk, the Union's eu is its members' too. */
const isElsewhere = (email: string, member: string): boolean => {
  const last = email.split(".").at(-1) ?? "";
  const own = member === "GB" ? "uk" : member.toLowerCase();
  return /^[a-z]{2}$/.test(last) && last !== own && last !== "eu";
};

/** One name or one address for both of the two that an application must name. */
const isOnePerson = ({ contactPoints: [primary, deputy] }: Registration): boolean =>
  primary !== undefined &&
  deputy !== undefined &&
  (primary.email === deputy.email || primary.name.toLowerCase() === deputy.name.toLowerCase());

/** What the secretariat should look at before it decides; each a sentence it can act on. */
export const differences = (
  registration: Registration,
  open: readonly Registration[],
  existing: Administration | undefined,
) => {
  const own = addresses(registration);
  const others = open.filter(({ id }) => id !== registration.id);
  const rivals = others.filter(({ administration }) => administration === registration.administration);
  const sharing = others.filter(
    (other) =>
      other.administration !== registration.administration &&
      addresses(other).some((email) => own.includes(email)),
  );
  return [
    ...(isTaken(existing)
      ? [
          {
            kind: "already-active" as const,
            detail: `${existing.name} takes part already (${existing.state}).`,
          },
        ]
      : []),
    ...rivals.map((rival) => ({
      kind: "other-application" as const,
      detail: `Application ${rival.reference} is open for the same administration${
        addresses(rival).some((email) => own.includes(email)) ? "" : ", with other contact points"
      }.`,
    })),
    ...sharing.map((other) => ({
      kind: "shared-address" as const,
      detail: `Application ${other.reference} of ${other.administration} names one of the same addresses.`,
    })),
    ...own
      .filter((email) => FREE_MAIL.has(email.split("@")[1] ?? ""))
      .map((email) => ({
        kind: "free-mail-address" as const,
        detail: `${email} is an address of a public mail provider.`,
      })),
    ...own
      .filter((email) => isElsewhere(email, registration.administration))
      .map((email) => ({
        kind: "other-country" as const,
        detail: `${email} is an address of another country than ${registration.administration}.`,
      })),
    ...(isOnePerson(registration)
      ? [
          {
            kind: "same-person" as const,
            detail: "Primary and deputy are the same person, so that nobody stands in.",
          },
        ]
      : []),
  ];
};
