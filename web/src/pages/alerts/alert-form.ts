import * as z from "zod/mini";
import { AlertContent, contentConflict } from "../../../../shared/domain/alert.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { unitCodes } from "../../../../shared/reference/units.ts";
import { fieldErrorsOf } from "../../api/field-errors.ts";

/** A place as it is being typed; empty while it is not known. */
const TypedPlace = z.object({ country: z.string(), place: z.string(), locode: z.string() });
export type TypedPlace = z.infer<typeof TypedPlace>;

/** A line of goods as it is being typed. */
const TypedGoods = z.object({
  category: z.string(),
  description: z.string(),
  hs: z.string(),
  quantity: z.string(),
  /** A code of UN/ECE Rec 20 or 21, or the author's own word. */
  unit: z.string(),
  /** What the short form does not show stays as it was. */
  rest: z.record(z.string(), z.unknown()),
});
export type TypedGoods = z.infer<typeof TypedGoods>;

/** The short form as it is being typed. */
export const TypedAlert = z.object({
  type: z.string(),
  severity: z.string(),
  tlp: z.string(),
  group: z.string(),
  audience: z.enum(["group", "administrations"]),
  administrations: z.array(z.string()),
  title: z.string(),
  summary: z.string(),
  language: z.string(),
  goods: z.array(TypedGoods),
  departure: TypedPlace,
  transits: z.array(TypedPlace),
  destination: TypedPlace,
  rest: z.record(z.string(), z.unknown()),
});
export type TypedAlert = z.infer<typeof TypedAlert>;

export const noPlace: TypedPlace = { country: "", place: "", locode: "" };
export const noGoods: TypedGoods = {
  category: "",
  description: "",
  hs: "",
  quantity: "",
  unit: "",
  rest: {},
};

export const emptyAlert = (group: string, language: string): TypedAlert => ({
  type: "",
  severity: "",
  tlp: "",
  group,
  audience: "group",
  administrations: [],
  title: "",
  summary: "",
  language,
  goods: [noGoods],
  departure: noPlace,
  transits: [],
  destination: noPlace,
  rest: {},
});

const isKnown = ({ country, place, locode }: TypedPlace): boolean =>
  `${country}${place}${locode}`.trim() !== "";

const given = <Name extends string>(name: Name, value: string): { readonly [K in Name]?: string } =>
  value.trim() === "" ? {} : ({ [name]: value.trim() } as { readonly [K in Name]: string });

const placeOf = ({ country, place, locode }: TypedPlace) => ({
  country,
  ...given("place", place),
  ...given("locode", locode),
});

/** `4,000` in an English hand and `4 000` or `4000,5` in a French one; what is no number is left for the schema to refuse. */
export const numberIn = (typed: string): number | string => {
  const plain = typed.replaceAll(/[\s\u00A0\u202F'’]/g, "");
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
    ? plain.replaceAll(",", "")
    : plain.replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(grouped) ? Number(grouped) : typed;
};

const quantityOf = ({ quantity, unit }: TypedGoods) => {
  if (quantity.trim() === "" && unit.trim() === "") return {};
  const value = quantity.trim() === "" ? undefined : numberIn(quantity);
  const named = unitCodes.has(unit) ? given("unit", unit) : given("unitText", unit);
  return { quantity: { ...(value === undefined ? {} : { value }), ...named } };
};

const goodsOf = (line: TypedGoods) => ({
  ...line.rest,
  category: line.category,
  description: line.description,
  ...(line.hs.trim() === "" ? {} : { hs: { edition: "HS2022", code: line.hs.replaceAll(/[\s.]/g, "") } }),
  ...quantityOf(line),
});

const routeOf = ({ departure, transits, destination }: TypedAlert) => {
  const passed = transits.filter(isKnown);
  const route = {
    ...(isKnown(departure) ? { departure: placeOf(departure) } : {}),
    ...(passed.length > 0 ? { transits: passed.map(placeOf) } : {}),
    ...(isKnown(destination) ? { destination: placeOf(destination) } : {}),
  };
  return Object.keys(route).length === 0 ? {} : { route };
};

/** What would be sent of the form; the contract decides whether it can be. */
export const toContent = (typed: TypedAlert): Readonly<Record<string, unknown>> => ({
  ...typed.rest,
  type: typed.type,
  severity: typed.severity,
  tlp: typed.tlp,
  group: typed.group,
  audience:
    typed.audience === "group"
      ? { kind: "group" }
      : { kind: "administrations", administrations: typed.administrations },
  title: typed.title,
  summary: typed.summary,
  language: typed.language,
  goods: typed.goods.map(goodsOf),
  ...routeOf(typed),
});

/** Everything that the API would refuse, by the same rules, from the form's top to its end. */
export const alertErrors = (content: unknown): readonly FieldError[] => {
  const errors = fieldErrorsOf(AlertContent, content);
  if (errors.length > 0)
    return errors.toSorted((one, other) => placeOnForm(one.pointer) - placeOnForm(other.pointer));
  const conflict = contentConflict(AlertContent.parse(content));
  return conflict === undefined ? [] : [conflict];
};

const toPlace = (
  place: { country: string; place?: string | undefined; locode?: string | undefined } | undefined,
) => ({
  country: place?.country ?? "",
  place: place?.place ?? "",
  locode: place?.locode ?? "",
});

/** The form for what was written before; what it has no field for is carried along. */
export const fromContent = (content: AlertContent): TypedAlert => {
  const { type, severity, tlp, group, audience, title, summary, language, goods, route, ...rest } = content;
  return {
    type,
    severity,
    tlp,
    group,
    audience: audience.kind,
    administrations: audience.kind === "group" ? [] : [...audience.administrations],
    title,
    summary,
    language,
    goods: goods.map(({ category, description, hs, quantity, ...more }) => ({
      category,
      description,
      hs: hs?.code ?? "",
      quantity: quantity === undefined ? "" : String(quantity.value),
      unit: quantity?.unit ?? quantity?.unitText ?? "",
      rest: more,
    })),
    departure: toPlace(route?.departure),
    transits: (route?.transits ?? []).map(toPlace),
    destination: toPlace(route?.destination),
    rest,
  };
};

const contentFields = new Set(Object.keys(AlertContent.shape));

/** What the author wrote, of an alert as it is read. */
export const contentOf = (alert: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(alert).filter(([name]) => contentFields.has(name)));

/** The parts of the form, in order; a part is complete while nothing in it would be refused. */
const parts = {
  what: ["/title", "/type", "/severity", "/summary", "/language"],
  goods: ["/goods"],
  route: ["/route"],
  readers: ["/tlp", "/audience", "/group"],
} as const satisfies Record<string, readonly string[]>;
export type Part = keyof typeof parts;

export const partOf = (pointer: string): Part | undefined =>
  (Object.keys(parts) as Part[]).find((part) =>
    parts[part].some((field) => pointer === field || pointer.startsWith(`${field}/`)),
  );

const fieldsInOrder: readonly string[] = Object.values(parts).flat();

const placeOnForm = (pointer: string): number =>
  fieldsInOrder.findIndex((field) => pointer === field || pointer.startsWith(`${field}/`));
