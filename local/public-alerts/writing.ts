import * as z from "zod/mini";
import { PartialDate } from "../../shared/domain/partial-date.ts";
import type { Leave } from "./record.ts";

/** A field's words, whatever it is: a list with commas, an object as it stands. */
export const wordsOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(wordsOf).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const BREAKS_IN_A_LINE = /(?:(?!\n)[\p{Cc}\p{Zl}\p{Zp}])+/gu;
/** What text.ts refuses everywhere, and what it refuses in what is printed on goods. */
const REFUSED = /[\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

const inner = (schema: z.core.$ZodType): z.core.$ZodType => {
  const { def } = schema._zod as z.core.$ZodTypes["_zod"];
  return def.type === "optional" ? inner(def.innerType) : schema;
};

const takes = (schema: z.core.$ZodType, value: unknown): boolean => z.safeParse(schema, value).success;

/** A date at its own precision; of an instant its day, beside which its words are kept. */
export const dateOf = (value: unknown) => {
  const words = wordsOf(value).trim();
  const [, day] = /^(\d{4}-\d{2}-\d{2})[T ]/.exec(words) ?? [];
  const date = codeOf(PartialDate, day ?? words);
  return date === undefined ? undefined : { date, isWhole: day === undefined };
};

/** The value where the schema takes it. */
export const codeOf = <S extends z.core.$ZodType>(schema: S, value: unknown): z.output<S> | undefined =>
  z.safeParse(schema, value).data;

const compact = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

/** Writes a record's words into texts of an alert. What does not fit is left, never dropped. */
export const writer =
  (leave: Leave) =>
  (schema: z.core.$ZodType, field: string, value: unknown): string | undefined => {
    if (value === undefined) return undefined;
    const words = wordsOf(value);
    if (takes(schema, words)) return words;
    const limit = Number(z.globalRegistry.get(inner(schema))?.["maxLength"] ?? Number.POSITIVE_INFINITY);
    const readable = words
      .normalize("NFC")
      .replaceAll(REFUSED, "")
      .replaceAll(takes(schema, "a\nb") ? BREAKS_IN_A_LINE : BREAKS, " ")
      .trim();
    const characters = Array.from(readable);
    const isLong = characters.length > limit;
    const fitting = isLong ? `${characters.slice(0, limit - 1).join("")}…` : readable;
    const text = takes(schema, fitting) ? fitting : fitting.replaceAll(UNSEEN, "").trim();
    if (!takes(schema, text)) {
      leave(field, value, "nothing in it can be written here");
      return undefined;
    }
    if (isLong) leave(field, value, `its first ${limit - 1} characters alone fit`);
    if (compact(isLong ? readable : text) !== compact(words.normalize("NFC")))
      leave(field, value, "characters that no alert holds were taken out");
    return text;
  };
export type Write = ReturnType<typeof writer>;
