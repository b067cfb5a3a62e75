import type { NoticeLanguage } from "../../shared/domain/language.ts";
import type { Role } from "../../shared/domain/permissions.ts";
import { memberByCode } from "../../shared/reference/members.ts";

export interface SeededAdministration {
  readonly code: string;
  readonly name: string;
  readonly language: NoticeLanguage;
  /** Its position, which makes its telephone numbers. */
  readonly number: number;
}

/** Members that take part in a seeded system: those of whose seizures the public alerts tell most, and neighbours. */
export const members: readonly SeededAdministration[] = ["US", "HK", "PH", "IT", "CN", "FR", "DE", "GB"].map(
  (code, n) => ({
    code,
    name: memberByCode(code)?.name ?? code,
    language: code === "FR" ? "fr" : "en",
    number: n + 1,
  }),
);

export const secretariat: SeededAdministration = {
  code: "WCO",
  name: "World Customs Organization",
  language: "en",
  number: 0,
};

/** Whom a contact point invites: one person of each role. */
export const invited = ["releaser", "officer", "duty", "reader"] as const satisfies readonly Role[];

/** Nobody's address: `.example` is reserved (RFC 2606). */
export const addressOf = ({ code }: SeededAdministration, what: string): string =>
  `${what}@${code.toLowerCase()}.customs.example`;

/** Nobody's number: Ofcom keeps +44 7700 900000 to 900999 for drama. */
export const phoneOf = ({ number }: SeededAdministration, extension: number): string =>
  `+447700900${String(number * 10 + extension).padStart(3, "0")}`;
