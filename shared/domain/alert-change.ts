import * as z from "zod/mini";
import { AdministrationCode, Id } from "./identifiers.ts";

/** What makes a version of an alert: its release, and each step of its lifecycle after that. */
export const changeKinds = ["release", "revise", "withdraw", "close"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The follow-up that a revision took up, and whose it was. */
export const Credit = z.object({ administration: AdministrationCode, followUp: Id });
export type Credit = z.infer<typeof Credit>;

/** Why there is this version. */
export const AlertChange = z.object({
  kind: z.enum(changeKinds),
  /** Nobody is told of it, and nobody is asked again: a misspelling. */
  minor: z.optional(z.literal(true)),
  reason: z.optional(z.string()),
  creditedTo: z.optional(Credit),
});
export type AlertChange = z.infer<typeof AlertChange>;

/** Whether those whom the version before reached hear of this one. */
export const isTold = ({ kind, minor }: AlertChange): boolean => kind !== "close" && minor !== true;
