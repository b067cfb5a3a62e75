import { type Circumstances, inTrailOf, type Step } from "../../../shared/adapters/records/change.ts";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";

/** What the secretariat did to an administration, in that one's own trail. */
export const inTheirTrail = (
  administration: AdministrationCode,
  circumstances: Circumstances,
  about: Pick<AuditEntry, "action" | "detail">,
): readonly Step[] =>
  inTrailOf(administration, circumstances, { ...about, actor: "secretariat", subject: administration });
