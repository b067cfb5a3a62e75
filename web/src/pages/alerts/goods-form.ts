import * as z from "zod/mini";
import type { Goods } from "../../../../shared/domain/goods.ts";
import { Gtin } from "../../../../shared/domain/gtin.ts";
import { unitCodes } from "../../../../shared/reference/units.ts";
import { numbersOf, TypedNumber, toNumbers } from "./stated-numbers.ts";
import { dateIn, given, inDigits, numberIn } from "./typed-values.ts";

/**
 * What a line of goods can say beyond the short form, by JSON Pointers into it, and how each is typed: a `list` has one
 * entry in each line, a `code` is written in capitals.
 */
export const moreGoods = {
  "/brand": "text",
  "/statedManufacturer": "text",
  "/origin": "code",
  "/batches": "list",
  "/manufactured": "date",
  "/expires": "date",
  "/identifiers/serials": "list",
  "/identifiers/registrations": "list",
  "/identifiers/models": "list",
  "/marks": "text",
  "/value/amount": "number",
  "/value/currency": "code",
  "/medicine/inn": "list",
  "/medicine/strength": "text",
  "/medicine/form": "text",
  "/medicine/atc": "code",
  "/medicine/storage": "text",
  "/falsification/code": "text",
  "/ipr/right": "text",
  "/ipr/mark": "text",
  "/ipr/rightHolder": "text",
  "/ipr/niceClass": "number",
  "/ipr/applicationForAction": "text",
  "/ipr/evidence": "text",
  "/categoryAsReported": "text",
  "/hsAsReported": "text",
  "/quantityAsReported": "text",
  "/valueAsReported": "text",
  "/batchesAsReported": "text",
  "/manufacturedAsReported": "text",
  "/expiresAsReported": "text",
  "/originAsReported": "text",
  "/medicine/innAsReported": "text",
  "/medicine/atcAsReported": "text",
  "/falsification/asReported": "text",
  "/ipr/rightAsReported": "text",
} as const satisfies Readonly<Record<string, "text" | "list" | "code" | "date" | "number">>;
export type MoreGoods = keyof typeof moreGoods;

export const moreFields = Object.keys(moreGoods) as readonly MoreGoods[];

/** As many as the schema of an alert takes. */
export const linesOfGoods = 30;

/** A line of goods as it is being typed. */
export const TypedGoods = z.object({
  category: z.string(),
  description: z.string(),
  hs: z.string(),
  quantity: z.string(),
  /** A code of UN/ECE Rec 20 or 21, or the author's own word. */
  unit: z.string(),
  /** By {@link moreGoods}; what is empty need not be there. */
  more: z._default(z.record(z.string(), z.string()), {}),
  gtins: z._default(z.array(TypedNumber), []),
  /** Parts that say nothing, as another system may send them, stay as they were. */
  rest: z.record(z.string(), z.unknown()),
});
export type TypedGoods = z.infer<typeof TypedGoods>;

export const noGoods: TypedGoods = {
  category: "",
  description: "",
  hs: "",
  quantity: "",
  unit: "",
  more: {},
  gtins: [],
  rest: {},
};

/** What is each batch's own. */
const ofBatch: readonly MoreGoods[] = [
  "/batches",
  "/batchesAsReported",
  "/manufactured",
  "/manufacturedAsReported",
  "/expires",
  "/expiresAsReported",
  "/identifiers/serials",
  "/quantityAsReported",
  "/value/amount",
  "/value/currency",
  "/valueAsReported",
];

/** A line for the same product in another batch: how much of it, its dates and numbers are yet to be said. */
export const anotherBatch = (line: TypedGoods): TypedGoods => ({
  ...line,
  quantity: "",
  unit: "",
  more: Object.fromEntries(
    Object.entries(line.more).filter(([field]) => !ofBatch.some((own) => own === field)),
  ),
  rest: {},
});

const quantityOf = ({ quantity, unit }: TypedGoods) => {
  if (quantity.trim() === "" && unit.trim() === "") return {};
  const value = quantity.trim() === "" ? undefined : numberIn(quantity);
  const named = unitCodes.has(unit) ? given("unit", unit) : given("unitText", unit);
  return { quantity: { ...(value === undefined ? {} : { value }), ...named } };
};

/** `3004.90`, or with an edition before it, as `HS 2017 3002.20`, which the schema then judges. */
const hsOf = ({ hs }: TypedGoods) => {
  if (hs.trim() === "") return {};
  const [, year = "2022", code = ""] = /^\s*(?:HS[\s-]*(\d{4})\b)?\s*:?(.*)$/i.exec(inDigits(hs)) ?? [];
  return { hs: { edition: `HS${year}`, code: code.replaceAll(/[\s.]/g, "") } };
};

const linesIn = (typed: string): readonly string[] =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** What was typed into a field, in what its schema takes; undefined while it is empty. */
const entered = (field: MoreGoods, typed = ""): unknown => {
  if (typed.trim() === "") return undefined;
  switch (moreGoods[field]) {
    case "list":
      return linesIn(typed);
    case "number":
      return numberIn(typed);
    case "date":
      return dateIn(typed);
    case "code":
      return typed.trim().toUpperCase();
    case "text":
      return typed.trim();
  }
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const fieldsAt = (goods: Fields, name: string): Fields => {
  const value = goods[name];
  return isFields(value) ? value : {};
};

const put = (goods: Fields, pointer: string, value: unknown): Fields => {
  const [, first = "", second] = pointer.split("/");
  return {
    ...goods,
    [first]: second === undefined ? value : { ...fieldsAt(goods, first), [second]: value },
  };
};

/** What would be sent of a line; the contract decides whether it can be. */
export const goodsOf = (line: TypedGoods): Fields => {
  const short: Fields = {
    ...line.rest,
    category: line.category,
    description: line.description,
    ...hsOf(line),
    ...quantityOf(line),
  };
  const gtins = numbersOf(Gtin, line.gtins);
  return moreFields.reduce(
    (goods, field) => {
      const value = entered(field, line.more[field]);
      return value === undefined ? goods : put(goods, field, value);
    },
    gtins.length === 0 ? short : put(short, "/identifiers/gtins", gtins),
  );
};

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join("\n") : value === undefined ? "" : String(value);

const at = (goods: Fields, pointer: string): unknown => {
  const [, first = "", second] = pointer.split("/");
  return second === undefined ? goods[first] : fieldsAt(goods, first)[second];
};

/** The form for a line that was written before. */
export const toGoods = (line: Goods): TypedGoods => ({
  category: line.category,
  description: line.description,
  hs: line.hs?.code ?? "",
  quantity: line.quantity === undefined ? "" : String(line.quantity.value),
  unit: line.quantity?.unit ?? line.quantity?.unitText ?? "",
  more: Object.fromEntries(
    moreFields.map((field) => [field, textOf(at(line, field))] as const).filter(([, typed]) => typed !== ""),
  ),
  gtins: toNumbers(line.identifiers?.gtins),
  rest: Object.fromEntries(
    Object.entries(line).filter(([, part]) => isFields(part) && Object.keys(part).length === 0),
  ),
});
