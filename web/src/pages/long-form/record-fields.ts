/**
 * How a field of the record is typed: `code` one of a list, `grade` a number of one, `moment` an instant, `whole` a whole
 * number, `texts` a text in each line, `numbers` any number of those that a standard checks, `codes` any number of codes.
 */
export type FieldKind =
  | "text"
  | "lines"
  | "code"
  | "grade"
  | "date"
  | "moment"
  | "whole"
  | "codes"
  | "texts"
  | "numbers"
  /** As `numbers`, but one. */
  | "number";

type Fields = Readonly<Record<string, FieldKind>>;

/** What the record can say beside goods, route and handling: its parts, and their fields in the order in which they are asked for. */
export const recordFields = {
  event: {
    outcome: "code",
    date: "date",
    country: "code",
    place: "text",
    locode: "text",
    locationType: "code",
    procedure: "code",
    direction: "code",
    outcomeAsReported: "text",
    dateAsReported: "text",
    locationTypeAsReported: "text",
    procedureAsReported: "text",
    directionAsReported: "text",
  },
  detection: { method: "code", indicators: "texts", methodAsReported: "text" },
  concealment: { method: "code", text: "lines", methodAsReported: "text" },
  laboratory: {
    result: "code",
    date: "date",
    laboratory: "text",
    report: "text",
    findings: "lines",
    resultAsReported: "text",
  },
  adverseReactions: {
    standing: "code",
    cases: "whole",
    deaths: "whole",
    text: "lines",
    standingAsReported: "text",
  },
  grading: { reliability: "code", credibility: "grade" },
  area: { countries: "codes", asReported: "text" },
  publishedBy: {
    authority: "text",
    date: "date",
    sourceUrl: "text",
    sourceAsReported: "text",
    dateAsReported: "text",
  },
} as const satisfies Readonly<Record<string, Fields>>;
export type RecordPart = keyof typeof recordFields;

/** Of each leg of the way. */
export const legFields = {
  mode: "code",
  courier: "text",
  vessel: "text",
  imo: "number",
  voyage: "text",
  containers: "numbers",
  seals: "texts",
  airWaybills: "numbers",
  billsOfLading: "texts",
  postalItems: "numbers",
  plates: "texts",
  consignments: "texts",
  modeAsReported: "text",
} as const satisfies Fields;

/** What stands beside the parts, at the alert itself. */
export const headFields = {
  urgency: "code",
  certainty: "code",
  purpose: "code",
  acknowledgeBy: "moment",
  expires: "moment",
  typeAsReported: "text",
} as const satisfies Fields;

/** Which field of the record a pointer is to, wherever in it. */
export const fieldOfRecord = (pointer: string): string | undefined => {
  const [first = "", second, third] = pointer.split("/").slice(1);
  if (first in headFields) return first;
  if (first === "conveyance") return third;
  return first in recordFields ? second : undefined;
};
