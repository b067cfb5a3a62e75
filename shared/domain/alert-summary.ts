import * as z from "zod/mini";
import { audienceKinds, Tlp } from "./audience.ts";
import { GroupId } from "./group.ts";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { LanguageTag } from "./language.ts";
import { releasedStates } from "./lifecycle.ts";

export const alertTypes = ["alert", "warning", "seizure", "modus-operandi", "request", "bulletin"] as const;
export const AlertType = z
  .enum(alertTypes)
  .check(
    z.describe(
      "Kind of alert, list of our own; modus-operandi: a way in which goods are smuggled; request: something is asked of the readers",
    ),
  );
export type AlertType = z.infer<typeof AlertType>;

/** From the least to the most severe; the position is the rank that subscriptions compare (CAP 1.2, our words). */
export const severities = ["low", "medium", "high", "critical"] as const;
export const Severity = z
  .enum(severities)
  .check(z.describe("How grave it is (CAP 1.2 severity, in words of our own), from the least to the most"));
export type Severity = z.infer<typeof Severity>;

/** What a row of a list shows; the feed's pointers carry it, so that a page needs no second read per row. */
export const AlertSummary = z.object({
  id: Id,
  reference: z.string(),
  version: z.int(),
  administration: AdministrationCode,
  group: GroupId,
  audience: z.enum(audienceKinds),
  type: AlertType,
  severity: Severity,
  tlp: Tlp,
  title: z.string(),
  language: LanguageTag,
  categories: z.array(z.string()),
  countries: z.array(z.string()),
  releasedAt: Instant,
  /** Of what was changed since; absent: released, as it was then. */
  state: z.optional(z.enum(releasedStates)),
  changedAt: z.optional(Instant),
  /** Until when it is good; absent: without end. */
  expires: z.optional(Instant),
  /** Of what was recalled: then there is neither title, nor category, nor country. */
  recalled: z.optional(z.object({ at: Instant, reason: z.string(), administration: AdministrationCode })),
});
export type AlertSummary = z.infer<typeof AlertSummary>;
