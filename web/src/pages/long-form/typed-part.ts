import * as z from "zod/mini";
import { AirWaybill } from "../../../../shared/domain/air-waybill.ts";
import { ContainerNumber } from "../../../../shared/domain/container-number.ts";
import { ImoNumber } from "../../../../shared/domain/imo-number.ts";
import { PostalItem } from "../../../../shared/domain/postal-item.ts";
import { numbersOf, TypedNumber, toNumbers } from "../alerts/stated-numbers.ts";
import { dateIn, numberIn } from "../alerts/typed-values.ts";
import type { FieldKind } from "./record-fields.ts";

type Numbers = Parameters<typeof toNumbers>[0];

/** By which standard the numbers of a field are checked. */
export const standards: Readonly<Record<string, typeof ContainerNumber>> = {
  containers: ContainerNumber,
  imo: ImoNumber,
  airWaybills: AirWaybill,
  postalItems: PostalItem,
};

const TypedValue = z.union([z.string(), z.array(z.string()), z.array(TypedNumber)]);
type TypedValue = z.infer<typeof TypedValue>;

/** A part of the record as it is being typed: its fields that somebody wrote into, and what the form has no field for. */
export const TypedPart = z.object({
  fields: z.record(z.string(), TypedValue),
  rest: z.record(z.string(), z.unknown()),
});
export type TypedPart = z.infer<typeof TypedPart>;

export const emptyPart: TypedPart = { fields: {}, rest: {} };

type Kinds = Readonly<Record<string, FieldKind>>;
type Values = Readonly<Record<string, unknown>>;

export const textIn = ({ fields }: TypedPart, name: string): string => {
  const value = fields[name];
  return typeof value === "string" ? value : "";
};

export const textsIn = ({ fields }: TypedPart, name: string): readonly string[] => {
  const value = fields[name] ?? [];
  return typeof value === "string" ? [] : value.filter((each) => typeof each === "string");
};

export const numbersIn = ({ fields }: TypedPart, name: string): readonly TypedNumber[] => {
  const value = fields[name] ?? [];
  return typeof value === "string" ? [] : value.filter((each) => typeof each !== "string");
};

export const withField = (part: TypedPart, name: string, value: TypedValue): TypedPart => ({
  ...part,
  fields: { ...part.fields, [name]: value },
});

/** A text has one entry in each of its lines. */
const linesIn = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const writtenNumbers = (part: TypedPart, name: string) => {
  const standard = standards[name];
  return standard === undefined ? [] : numbersOf(standard, numbersIn(part, name));
};

const typedFrom = (kind: FieldKind, value: unknown): TypedValue => {
  switch (kind) {
    case "codes":
      return (value as readonly unknown[]).map(String);
    case "texts":
      return (value as readonly unknown[]).join("\n");
    case "numbers":
      return toNumbers(value as Numbers);
    case "number":
      return toNumbers([value] as Numbers);
    default:
      return String(value);
  }
};

/** What is sent of a field; undefined while nothing stands in it. */
const writtenOf = (kind: FieldKind, part: TypedPart, name: string): unknown => {
  const filled = <List extends readonly unknown[]>(list: List) => (list.length === 0 ? undefined : list);
  const text = textIn(part, name).trim();
  switch (kind) {
    case "codes":
      return filled(textsIn(part, name));
    case "texts":
      return filled(linesIn(text));
    case "numbers":
      return filled(writtenNumbers(part, name));
    case "number":
      return writtenNumbers(part, name)[0];
    default:
      return text === "" ? undefined : spelled(kind, text);
  }
};

const spelled = (kind: FieldKind, text: string): unknown => {
  if (kind === "whole" || kind === "grade") return numberIn(text);
  return kind === "date" ? dateIn(text) : text;
};

/** What would be sent of a part; without fields when nothing stands in it. */
export const writtenPart = (kinds: Kinds, part: TypedPart): Values => {
  const written = Object.entries(kinds).map(([name, kind]) => [name, writtenOf(kind, part, name)] as const);
  return { ...part.rest, ...Object.fromEntries(written.filter(([, value]) => value !== undefined)) };
};

/** The form for a part that was written before. */
export const typedPart = (kinds: Kinds, content: Values): TypedPart => {
  const known = Object.entries(content).filter(([, value]) => value !== undefined);
  return {
    fields: Object.fromEntries(
      known.flatMap(([name, value]) => {
        const kind = kinds[name];
        return kind === undefined ? [] : [[name, typedFrom(kind, value)] as const];
      }),
    ),
    rest: Object.fromEntries(known.filter(([name]) => kinds[name] === undefined)),
  };
};

/**
 * Where an entry of a list stands in what is sent, which leaves out empty ones; those come after the others, so that each
 * entry has a place of its own.
 */
export const placeIn = <Entry>(
  entries: readonly Entry[],
  index: number,
  isEmpty: (entry: Entry) => boolean,
): number => {
  const entry = entries[index];
  const before = entries.slice(0, index);
  return entry !== undefined && isEmpty(entry)
    ? entries.filter((each) => !isEmpty(each)).length + before.filter(isEmpty).length
    : before.filter((each) => !isEmpty(each)).length;
};
