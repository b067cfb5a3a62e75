import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { concealmentMethods } from "../../../../shared/domain/concealment.ts";
import type { detectionMethods } from "../../../../shared/domain/detection.ts";
import type {
  customsProcedures,
  directions,
  locationTypes,
  outcomes,
} from "../../../../shared/domain/event.ts";
import type { credibilities, reliabilities } from "../../../../shared/domain/grading.ts";
import type { rightTypes } from "../../../../shared/domain/intellectual-property.ts";
import type { adverseReactionStandings, laboratoryResults } from "../../../../shared/domain/laboratory.ts";
import type { certainties, purposes, urgencies } from "../../../../shared/domain/urgency.ts";

type Names<List extends readonly (string | number)[]> = Readonly<Record<List[number], MessageDescriptor>>;

/** The codes of the record in words: the list that a field chooses from, by the field's name. */
export const reliabilityNames = {
  A: msg`A: completely reliable`,
  B: msg`B: usually reliable`,
  C: msg`C: fairly reliable`,
  D: msg`D: not usually reliable`,
  E: msg`E: unreliable`,
  F: msg`F: cannot be judged`,
} satisfies Names<typeof reliabilities>;

export const credibilityNames = {
  1: msg`1: confirmed by other sources`,
  2: msg`2: probably true`,
  3: msg`3: possibly true`,
  4: msg`4: doubtful`,
  5: msg`5: improbable`,
  6: msg`6: cannot be judged`,
} satisfies Names<typeof credibilities>;

export const urgencyNames = {
  immediate: msg`Act at once`,
  expected: msg`Act within the hour`,
  future: msg`Act soon`,
  past: msg`Nothing to act on any more`,
  unknown: msg({ message: "Not known", context: "urgency" }),
} satisfies Names<typeof urgencies>;

export const certaintyNames = {
  observed: msg`Observed`,
  likely: msg`Likely`,
  possible: msg`Possible`,
  unlikely: msg`Unlikely`,
  unknown: msg({ message: "Not known", context: "certainty" }),
} satisfies Names<typeof certainties>;

export const purposeNames = {
  actual: msg`Actual`,
  exercise: msg`Exercise`,
  test: msg`Test`,
} satisfies Names<typeof purposes>;

export const locationTypeNames = {
  seaport: msg`Seaport`,
  airport: msg`Airport`,
  "land-border": msg`Land border`,
  "rail-terminal": msg`Rail terminal`,
  "inland-port": msg`Inland port`,
  "postal-centre": msg`Postal centre`,
  "express-hub": msg`Hub of an express carrier`,
  warehouse: msg`Warehouse`,
  "free-zone": msg({ message: "Free zone", context: "kind of place" }),
  factory: msg`Factory`,
  "shop-or-market": msg`Shop or market`,
  "pharmacy-or-hospital": msg`Pharmacy or hospital`,
  online: msg`Online`,
  premises: msg`Business or private premises`,
  road: msg`Road`,
  "at-sea": msg`At sea`,
  other: msg({ message: "Other", context: "kind of place" }),
} satisfies Names<typeof locationTypes>;

export const procedureNames = {
  "home-use": msg`Clearance for home use`,
  transit: msg`Customs transit`,
  transhipment: msg`Transhipment`,
  "customs-warehousing": msg`Customs warehousing`,
  "free-zone": msg({ message: "Free zone", context: "customs procedure" }),
  "temporary-admission": msg`Temporary admission`,
  "inward-processing": msg`Inward processing`,
  "outward-processing": msg`Outward processing`,
  exportation: msg`Exportation`,
  "re-exportation": msg`Re-exportation`,
  "re-importation": msg`Re-importation`,
  "postal-traffic": msg`Postal traffic`,
  travellers: msg`Travellers`,
  "relief-consignments": msg`Relief consignments`,
  "not-declared": msg({ message: "Not declared", context: "customs procedure" }),
} satisfies Names<typeof customsProcedures>;

export const directionNames = {
  import: msg({ message: "Import", context: "direction" }),
  export: msg({ message: "Export", context: "direction" }),
  transit: msg({ message: "Transit", context: "direction" }),
} satisfies Names<typeof directions>;

export const outcomeNames = {
  detained: msg`Detained`,
  seized: msg`Seized`,
  released: msg({ message: "Released", context: "what became of the goods" }),
  destroyed: msg`Destroyed`,
  found: msg({ message: "Found", context: "what became of the goods" }),
} satisfies Names<typeof outcomes>;

export const rightNames = {
  trademark: msg`Trade mark`,
  copyright: msg`Copyright`,
  design: msg`Design`,
  patent: msg`Patent`,
  "supplementary-protection-certificate": msg`Supplementary protection certificate`,
  "utility-model": msg`Utility model`,
  "geographical-indication": msg`Geographical indication`,
  "plant-variety": msg`Plant variety right`,
  "trade-name": msg`Trade name`,
  "semiconductor-topography": msg`Topography of a semiconductor`,
} satisfies Names<typeof rightTypes>;

export const detectionMethodNames = {
  "risk-profile": msg`Risk profile`,
  intelligence: msg`Intelligence`,
  "x-ray": msg`X-ray`,
  dog: msg`Dog`,
  random: msg`Random check`,
  "right-holder": msg`Told by the right holder`,
  "post-clearance": msg`Post-clearance control`,
  declaration: msg`Check of the declaration`,
} satisfies Names<typeof detectionMethods>;

export const concealmentMethodNames = {
  none: msg`Not hidden`,
  misdeclared: msg`Declared as something else`,
  "not-declared": msg({ message: "Not declared", context: "concealment" }),
  "among-other-goods": msg`Among other goods`,
  "in-other-packaging": msg`In other packaging`,
  relabelled: msg`Relabelled`,
  "split-consignments": msg`Split into several consignments`,
  "hidden-space": msg`In a hidden space`,
  "in-baggage": msg`In baggage`,
  "on-person": msg`On a person`,
  other: msg({ message: "Other", context: "concealment" }),
} satisfies Names<typeof concealmentMethods>;

export const laboratoryResultNames = {
  pending: msg`Waiting for the result`,
  conforms: msg`Conforms`,
  "no-active-ingredient": msg`No active ingredient`,
  "wrong-active-ingredient": msg`Wrong active ingredient`,
  "too-little-active-ingredient": msg`Too little active ingredient`,
  "too-much-active-ingredient": msg`Too much active ingredient`,
  "undeclared-active-ingredient": msg`Undeclared active ingredient`,
  contaminated: msg`Contaminated`,
  "does-not-perform": msg`Does not perform`,
  "other-fault": msg`Another fault`,
  inconclusive: msg`Inconclusive`,
} satisfies Names<typeof laboratoryResults>;

export const adverseReactionNames = {
  "none-known": msg`None known`,
  suspected: msg({ message: "Suspected", context: "adverse reactions" }),
  confirmed: msg({ message: "Confirmed", context: "adverse reactions" }),
} satisfies Names<typeof adverseReactionStandings>;
