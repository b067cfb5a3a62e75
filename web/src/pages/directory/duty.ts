import type { DirectoryContactPoint } from "../../../../shared/contract/contact-points.ts";
import { isOnDuty, nextChange } from "../../../../shared/domain/duty-hours.ts";

/** Whether somebody is on duty at a moment, and until when it stays so. */
export type Duty =
  | { readonly state: "unknown" }
  | { readonly state: "on" | "off"; readonly until: string | undefined };

export const dutyOf = ({ hours, timeZone }: DirectoryContactPoint, at: Date): Duty =>
  hours === undefined || timeZone === undefined
    ? { state: "unknown" }
    : {
        state: isOnDuty(hours, timeZone, at) ? "on" : "off",
        until: nextChange(hours, timeZone, at),
      };
