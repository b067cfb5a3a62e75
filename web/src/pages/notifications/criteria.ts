import type * as z from "zod/mini";
import { severities } from "../../../../shared/domain/alert-summary.ts";
import type { Criteria } from "../../../../shared/domain/subscription.ts";

export type SubscriptionCriteria = z.output<typeof Criteria>;

/** Everything of a group: what a duty desk most often wants. */
export const everything = (group: string): SubscriptionCriteria => ({
  group,
  minimumSeverity: severities[0],
  types: [],
  categories: [],
  hsPrefixes: [],
  countries: [],
});
