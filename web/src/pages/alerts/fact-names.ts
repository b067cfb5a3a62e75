import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import {
  adverseReactionNames,
  certaintyNames,
  concealmentMethodNames,
  credibilityNames,
  detectionMethodNames,
  directionNames,
  laboratoryResultNames,
  locationTypeNames,
  outcomeNames,
  procedureNames,
  purposeNames,
  reliabilityNames,
  rightNames,
  urgencyNames,
} from "./code-names.ts";

/** The fields of the long form in words, in the order in which they are read. */
export const factNames = {
  purpose: msg`Purpose`,
  urgency: msg`Urgency`,
  certainty: msg`Certainty`,
  reliability: msg`Source`,
  credibility: msg`Information`,
  outcome: msg`What became of the goods`,
  date: msg`Date`,
  place: msg`Place`,
  locode: msg`UN/LOCODE`,
  country: msg`Country`,
  countries: msg`Countries`,
  locationType: msg`Kind of place`,
  procedure: msg`Customs procedure`,
  direction: msg`Direction`,
  mode: msg`Transport`,
  vessel: msg`Vessel or aircraft`,
  imo: msg`IMO number`,
  voyage: msg`Voyage or flight`,
  containers: msg`Containers`,
  seals: msg`Seals`,
  airWaybills: msg`Air waybills`,
  billsOfLading: msg`Bills of lading`,
  postalItems: msg`Postal items`,
  plates: msg`Number plates`,
  courier: msg`Express carrier`,
  consignments: msg`Other consignment numbers`,
  method: msg`Method`,
  indicators: msg`Indicators`,
  result: msg`Result`,
  laboratory: msg`Laboratory`,
  report: msg`Report`,
  findings: msg`Findings`,
  standing: msg`Harm`,
  cases: msg`People harmed`,
  deaths: msg`People who died`,
  text: msg`In words`,
  category: msg`Category`,
  hs: msg`HS code`,
  quantity: msg`Quantity`,
  batches: msg`Batches`,
  manufactured: msg`Manufactured`,
  expires: msg({ message: "Expires", context: "a product" }),
  origin: msg`Country of manufacture`,
  falsification: msg`What is false`,
  inn: msg`Active substances`,
  atc: msg`ATC code`,
  strength: msg`Strength`,
  form: msg`Form`,
  storage: msg`Storage`,
  right: msg`Right infringed`,
  mark: msg`Protected mark`,
  niceClass: msg`Nice class`,
  rightHolder: msg`Right holder`,
  applicationForAction: msg`Application for action`,
  evidence: msg`Evidence`,
  gtins: msg`Article numbers (GTIN)`,
  serials: msg`Serial numbers`,
  registrations: msg`Authorisations`,
  models: msg`Models`,
  marks: msg`Marks on the packages`,
  value: msg`Value`,
} as const satisfies Readonly<Record<string, MessageDescriptor>>;

export type FactName = keyof typeof factNames;

/** Fields with numbers that colleagues search for: each can be copied. */
export const identifierFacts: ReadonlySet<string> = new Set<FactName>([
  "imo",
  "voyage",
  "containers",
  "seals",
  "airWaybills",
  "billsOfLading",
  "postalItems",
  "plates",
  "consignments",
  "report",
  "applicationForAction",
  "gtins",
  "serials",
  "registrations",
  "models",
  "atc",
]);

/** Codes of a field, where it has a list; `method` has another one in each of its parts. */
export const codesOf = (
  part: string,
  field: string,
): Readonly<Record<string, MessageDescriptor>> | undefined =>
  field === "method"
    ? part === "detection"
      ? detectionMethodNames
      : concealmentMethodNames
    : (
        {
          purpose: purposeNames,
          urgency: urgencyNames,
          certainty: certaintyNames,
          reliability: reliabilityNames,
          credibility: credibilityNames,
          outcome: outcomeNames,
          locationType: locationTypeNames,
          procedure: procedureNames,
          direction: directionNames,
          result: laboratoryResultNames,
          standing: adverseReactionNames,
          right: rightNames,
        } as Readonly<Record<string, Readonly<Record<string, MessageDescriptor>>>>
      )[field];
