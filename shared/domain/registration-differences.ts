import type { Administration } from "./administration.ts";
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
    ...(existing === undefined
      ? []
      : [
          {
            kind: "already-active" as const,
            detail: `${existing.name} takes part already (${existing.state}).`,
          },
        ]),
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
  ];
};
