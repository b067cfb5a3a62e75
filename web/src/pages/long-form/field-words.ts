import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { type FactName, factNames } from "../alerts/fact-names.ts";

/** What fields are called, where a page that shows them has other words for it, or none. */
const fieldNames: Readonly<Record<string, MessageDescriptor>> = {
  containers: msg`Container`,
  airWaybills: msg`Air waybill`,
  postalItems: msg`Postal item`,
  acknowledgeBy: msg`Answer wanted by`,
  expires: msg`Good until`,
  authority: msg`Published by`,
  sourceUrl: msg`Link to the source`,
  sourceAsReported: msg`Source, as reported`,
  typeAsReported: msg`Type, as reported`,
  outcomeAsReported: msg`What became of the goods, as reported`,
  dateAsReported: msg`Date, as reported`,
  locationTypeAsReported: msg`Kind of place, as reported`,
  procedureAsReported: msg`Customs procedure, as reported`,
  directionAsReported: msg`Direction, as reported`,
  modeAsReported: msg`Transport, as reported`,
  methodAsReported: msg`Method, as reported`,
  resultAsReported: msg`Result, as reported`,
  standingAsReported: msg`Harm, as reported`,
  asReported: msg`Countries, as reported`,
};

export const nameOfField = (name: string): MessageDescriptor =>
  fieldNames[name] ?? factNames[name as FactName];

const eachInALine = msg`Each in a line of its own.`;
const partialDate = msg`As far as it is known: 2026-11-24, 2026-11 or 2026.`;

/** What is to be written in a field, with an example in its own form. */
export const fieldHelp: Readonly<Record<string, MessageDescriptor>> = {
  date: partialDate,
  mode: msg`Words or a digit of UN/ECE Recommendation 19. Example: air or 4`,
  containers: msg`Four letters and seven digits, the last a check digit. Example: CSQU3054383`,
  imo: msg`Seven digits, the last a check digit. Example: 9074729`,
  airWaybills: msg`Prefix of the airline and eight digits. Example: 176-12345675`,
  postalItems: msg`Thirteen characters under the barcode. Example: RR473124829GB`,
  seals: eachInALine,
  billsOfLading: eachInALine,
  plates: eachInALine,
  consignments: eachInALine,
  indicators: msg`What gave the goods away, for colleagues to look for. Each in a line of its own.`,
  "laboratory/laboratory": msg`Its name and country.`,
  findings: msg`Method, amounts with their units.`,
  cases: msg`The dead included. Nothing here may name or describe one of them.`,
  authority: msg`The authority whose notice this alert relays.`,
};
