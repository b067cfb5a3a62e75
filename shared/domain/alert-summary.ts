import * as z from "zod/mini";
import { Tlp } from "./audience.ts";
import { GroupId } from "./group.ts";
import { AdministrationCode, Id, Instant } from "./identifiers.ts";
import { LanguageTag } from "./language.ts";

export const alertTypes = ["alert", "warning", "seizure", "modus-operandi", "request", "bulletin"] as const;
export const AlertType = z.enum(alertTypes);
export type AlertType = z.infer<typeof AlertType>;

/** From the least to the most severe; the position is the rank that subscriptions compare (CAP 1.2, our words). */
export const severities = ["low", "medium", "high", "critical"] as const;
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;

/** What a row of a list shows; the feed's pointers carry it, so that a page needs no second read per row. */
export const AlertSummary = z.object({
  id: Id,
  reference: z.string(),
  version: z.int(),
  administration: AdministrationCode,
  group: GroupId,
  audience: z.enum(["group", "administrations"]),
  type: AlertType,
  severity: Severity,
  tlp: Tlp,
  title: z.string(),
  language: LanguageTag,
  categories: z.array(z.string()),
  countries: z.array(z.string()),
  releasedAt: Instant,
});
export type AlertSummary = z.infer<typeof AlertSummary>;
