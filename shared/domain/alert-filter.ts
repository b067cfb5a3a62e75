import type { AlertType, Severity } from "./alert-summary.ts";
import type { CommodityCategory } from "./commodity-category.ts";
import type { AdministrationCode } from "./identifiers.ts";

/** What became of what was released, where a list asks for it. */
export const stateFilters = ["withdrawn", "closed", "recalled"] as const;
export type StateFilter = (typeof stateFilters)[number];

/** What a list is narrowed to; all of it has to hold. */
export interface AlertFilter {
  readonly type?: AlertType | undefined;
  readonly severity?: Severity | undefined;
  readonly category?: CommodityCategory | undefined;
  readonly hs?: string | undefined;
  readonly country?: string | undefined;
  readonly author?: AdministrationCode | undefined;
  readonly identifier?: string | undefined;
  readonly state?: StateFilter | undefined;
}
