import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { acknowledgementResults } from "../../../shared/domain/acknowledgement.ts";
import type { AlertType, Severity } from "../../../shared/domain/alert-summary.ts";
import type { Tlp } from "../../../shared/domain/audience.ts";
import type { CommodityCategory } from "../../../shared/domain/commodity-category.ts";
import type { AlertState } from "../../../shared/domain/lifecycle.ts";
import type { Role } from "../../../shared/domain/permissions.ts";

type Labels<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** Coded fields in the reader's language. A code without a label does not compile. */
export const typeLabels = {
  alert: msg`Alert`,
  warning: msg`Warning`,
  seizure: msg`Seizure`,
  "modus-operandi": msg`Modus operandi`,
  request: msg`Request`,
  bulletin: msg`Bulletin`,
} as const satisfies Labels<AlertType>;

export const severityLabels = {
  low: msg({ message: "Low", context: "severity" }),
  medium: msg({ message: "Medium", context: "severity" }),
  high: msg({ message: "High", context: "severity" }),
  critical: msg({ message: "Critical", context: "severity" }),
} as const satisfies Labels<Severity>;

export const categoryLabels = {
  medicines: msg`Medicines`,
  vaccines: msg`Vaccines`,
  "test-kits": msg`Test kits`,
  "masks-and-respirators": msg`Masks and respirators`,
  gloves: msg`Gloves`,
  "sanitisers-and-disinfectants": msg`Sanitisers and disinfectants`,
  "other-ppe": msg`Other protective equipment`,
  "medical-devices": msg`Medical devices`,
  "other-medical": msg`Other medical goods`,
  "other-ipr": msg`Other infringing goods`,
} as const satisfies Labels<CommodityCategory>;

export const stateLabels = {
  draft: msg({ message: "Draft", context: "state of an alert" }),
  submitted: msg({ message: "Submitted", context: "state of an alert" }),
  "in-review": msg({ message: "In review", context: "state of an alert" }),
  released: msg({ message: "Released", context: "state of an alert" }),
} as const satisfies Labels<AlertState>;

export const resultLabels = {
  "no-trace": msg`No trace found here`,
  "trace-found": msg`Trace found here`,
  "action-taken": msg`Action taken`,
} as const satisfies Labels<(typeof acknowledgementResults)[number]>;

export const roleLabels = {
  "contact-point": msg`Contact point`,
  releaser: msg`Releaser`,
  officer: msg`Officer`,
  reader: msg`Reader`,
  duty: msg`Duty officer`,
  auditor: msg`Auditor`,
  operator: msg`Operator`,
} as const satisfies Labels<Role>;

/** What each label of TLP 2.0 (FIRST) lets a reader do, in one sentence. */
export const tlpMeanings = {
  RED: msg`For the named administrations’ readers only; passed on to nobody.`,
  "AMBER+STRICT": msg`Stays inside each recipient administration.`,
  AMBER: msg`Stays with the recipient administration and those whom it has to inform.`,
  GREEN: msg`May be shared within the group and its community, not publicly.`,
  CLEAR: msg`May be shared without limit.`,
} as const satisfies Labels<Tlp>;
