import * as z from "zod/mini";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { Party } from "./parties.ts";
import { lines } from "./text.ts";

export const partyRequestKinds = ["correction", "erasure"] as const;
export type PartyRequestKind = (typeof partyRequestKinds)[number];

/** That a name be corrected or erased: what somebody who is named, or an administration, asks of the alert's author. */
export const PartyRequestInput = z.strictObject({
  alert: Id,
  kind: z.enum(partyRequestKinds),
  about: lines({ max: 1000 }).check(
    z.describe("Who is named, what is wrong, who asks for it; kept with the names until it is decided"),
  ),
});
export type PartyRequestInput = z.infer<typeof PartyRequestInput>;

export const partyRequestStates = ["waiting", "granted", "refused"] as const;
export type PartyRequestState = (typeof partyRequestStates)[number];

export const PartyRequest = z.object({
  id: Id,
  alert: Id,
  reference: z.string(),
  /** Whose alert it is, and who decides. */
  author: AdministrationCode,
  administration: AdministrationCode,
  by: Id,
  at: Instant,
  kind: z.enum(partyRequestKinds),
  /** Gone once it is decided: what is erased stays in no request for it. */
  about: z.optional(z.string()),
  state: z.enum(partyRequestStates),
  decision: z.optional(z.object({ by: Id, at: Instant, reason: z.optional(z.string()) })),
});
export type PartyRequest = z.infer<typeof PartyRequest>;

/** What becomes of it. What is granted is done in the same moment: who is named from then on is said with it. */
export const PartyRequestDecision = z.discriminatedUnion("decision", [
  z.strictObject({
    decision: z.literal("granted"),
    version: z.int().check(z.describe("Of the parties as they were read")),
    parties: z
      .array(Party)
      .check(
        z.maxLength(20, "An alert names at most 20 parties."),
        z.describe("Who is named from now on; nobody, where all of them are erased"),
      ),
  }),
  z.strictObject({
    decision: z.literal("refused"),
    reason: lines({ max: 1000 }).check(z.describe("Told to who asked; without names")),
  }),
]);
export type PartyRequestDecision = z.infer<typeof PartyRequestDecision>;

/** As many of one administration's about one alert. */
export const PARTY_REQUESTS = 20;
