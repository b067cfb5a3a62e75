import { auditItem, type Circumstances, type Step } from "../../../shared/adapters/records/change.ts";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import type { AdministrationCode } from "../../../shared/domain/identifiers.ts";

/**
 * What the secretariat did to an administration, in that one's own trail, too: it is theirs to know, and the person behind it is known to
 * the secretariat's trail alone. Nothing where an administration changes itself.
 */
export const inTheirTrail = (
  administration: AdministrationCode,
  { administration: by, now, newId }: Circumstances,
  about: Pick<AuditEntry, "action" | "detail">,
): readonly Step[] =>
  administration === by
    ? []
    : [
        {
          put: auditItem({
            ...about,
            id: newId(),
            at: now.toISOString(),
            administration,
            actor: "secretariat",
            subject: administration,
          }),
        },
      ];
