import * as z from "zod/mini";
import type { AlertContent } from "../../../../shared/domain/alert.ts";
import { headFields, legFields, type RecordPart, recordFields } from "./record-fields.ts";
import { emptyPart, TypedPart, typedPart, writtenPart } from "./typed-part.ts";

/** The long form as it is being typed, but for goods, route and handling. */
export const TypedRecord = z.object({
  head: TypedPart,
  event: TypedPart,
  /** At least one leg, in which nothing stands yet. */
  conveyance: z.array(TypedPart),
  detection: TypedPart,
  concealment: TypedPart,
  laboratory: TypedPart,
  adverseReactions: TypedPart,
  grading: TypedPart,
  area: TypedPart,
  publishedBy: TypedPart,
});
export type TypedRecord = z.infer<typeof TypedRecord>;

const partNames = Object.keys(recordFields) as readonly RecordPart[];

const eachPart = <Value>(made: (name: RecordPart) => Value) =>
  Object.fromEntries(partNames.map((name) => [name, made(name)])) as Record<RecordPart, Value>;

export const emptyRecord: TypedRecord = {
  head: emptyPart,
  conveyance: [emptyPart],
  ...eachPart(() => emptyPart),
};

const saysNothing = (fields: object): boolean => Object.keys(fields).length === 0;

/** Whether nothing stands in a leg, so that it is left out. */
export const isEmptyLeg = (leg: TypedPart): boolean => saysNothing(writtenPart(legFields, leg));

/** What would be sent of the long form; a part in which nothing stands is left out. */
export const writtenRecord = (record: TypedRecord): Readonly<Record<string, unknown>> => {
  const parts = eachPart((name) => writtenPart(recordFields[name], record[name]));
  const legs = record.conveyance.map((leg) => writtenPart(legFields, leg)).filter((leg) => !saysNothing(leg));
  return {
    ...writtenPart(headFields, record.head),
    ...Object.fromEntries(Object.entries(parts).filter(([, part]) => !saysNothing(part))),
    ...(legs.length === 0 ? {} : { conveyance: legs }),
  };
};

const ofRecord: ReadonlySet<string> = new Set([...Object.keys(headFields), ...partNames, "conveyance"]);

type Content = Readonly<Partial<AlertContent>>;

/** The form for what was written before, and what is not of it. */
export const typedRecord = (
  content: Content,
): { readonly record: TypedRecord; readonly rest: Readonly<Record<string, unknown>> } => {
  const entries = Object.entries(content);
  const head = Object.fromEntries(entries.filter(([name]) => name in headFields));
  const { conveyance = [{}] } = content;
  return {
    record: {
      head: typedPart(headFields, head),
      conveyance: conveyance.map((leg) => typedPart(legFields, leg)),
      ...eachPart((name) => typedPart(recordFields[name], content[name] ?? {})),
    },
    rest: Object.fromEntries(entries.filter(([name]) => !ofRecord.has(name))),
  };
};
