import type { AlertContent } from "../../shared/domain/alert.ts";
import type { AdministrationCode } from "../../shared/domain/identifiers.ts";
import { mapRecord } from "./mapping.ts";
import { isFields, type LeftOver, type Line } from "./record.ts";

/** Fields by which whoever keeps the records finds them again; they say nothing of what happened. */
const bookkeeping: ReadonlySet<string> = new Set(["id"]);

/** A record by the number of its line and, where it has one, its own. */
interface OfRecord {
  readonly at: number;
  readonly id?: unknown;
}

export interface Conversion {
  readonly records: number;
  readonly alerts: readonly { readonly administration: AdministrationCode; readonly alert: AlertContent }[];
  readonly leftOver: readonly (OfRecord & LeftOver)[];
  readonly refused: readonly (OfRecord & { readonly refused: string })[];
}

export const convert = (lines: readonly Line[], now: Date): Conversion => {
  const outcomes = lines.map((line) => {
    const id = "record" in line && isFields(line.record) ? line.record["id"] : undefined;
    return { of: { at: line.at, id }, ...("record" in line ? mapRecord(line.record, now) : line) };
  });
  return {
    records: lines.length,
    alerts: outcomes.flatMap((outcome) =>
      "refused" in outcome
        ? []
        : outcome.alerts.map((alert) => ({ administration: outcome.administration, alert })),
    ),
    leftOver: outcomes.flatMap((outcome) =>
      "refused" in outcome ? [] : outcome.leftOver.map((left) => ({ ...outcome.of, ...left })),
    ),
    refused: outcomes.flatMap((outcome) =>
      "refused" in outcome ? [{ ...outcome.of, refused: outcome.refused }] : [],
    ),
  };
};

const counted = (fields: readonly string[]): string =>
  fields.length === 0
    ? "none"
    : [...new Set(fields)]
        .map((name) => `${name} ${fields.filter((field) => field === name).length}`)
        .join(", ");

const MOST_SHOWN = 60;

const shown = (value: unknown): string => {
  const json = JSON.stringify(value);
  return json.length > MOST_SHOWN ? `${json.slice(0, MOST_SHOWN)}…` : json;
};

const named = ({ at, id }: OfRecord): string => `Line ${at}${id === undefined ? "" : ` (${shown(id)})`}`;

/** What became of the records, in lines to be printed: first the counts, then one line for each thing that is not in an alert. */
export const reportOf = ({ records, alerts, leftOver, refused }: Conversion): readonly string[] => {
  const [kept, lost] = [true, false].map((isKept) =>
    leftOver.filter(({ field }) => bookkeeping.has(field) === isKept),
  );
  return [
    `Of ${records} records: ${alerts.length} alerts; refused: ${refused.length}.`,
    `Left out, their own bookkeeping: ${counted((kept ?? []).map(({ field }) => field))}; anything else: ${counted((lost ?? []).map(({ field }) => field))}.`,
    ...refused.map((record) => `${named(record)} is no alert. ${record.refused}`),
    ...(lost ?? []).map((left) => `${named(left)}: ${left.field} ${shown(left.value)}: ${left.why}.`),
  ];
};
