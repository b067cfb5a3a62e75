import * as z from "zod/mini";
import { AlertContent, contentConflict } from "../../../../shared/domain/alert.ts";
import { audienceKinds } from "../../../../shared/domain/audience.ts";
import { dateToCome } from "../../../../shared/domain/dates-to-come.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { fieldErrorsOf } from "../../api/field-errors.ts";
import { emptyRecord, TypedRecord, typedRecord, writtenRecord } from "../long-form/typed-record.ts";
import { goodsOf, noGoods, TypedGoods, toGoods } from "./goods-form.ts";
import { dateIn, given } from "./typed-values.ts";

/** A place as it is being typed; empty while it is not known. */
const TypedPlace = z.object({
  country: z.string(),
  place: z.string(),
  locode: z.string(),
  date: z._default(z.string(), ""),
});
export type TypedPlace = z.infer<typeof TypedPlace>;

/** An alert as it is being typed: the short form, and what else is known. */
export const TypedAlert = z.object({
  type: z.string(),
  severity: z.string(),
  tlp: z.string(),
  group: z.string(),
  /** A code, or none. */
  handling: z._default(z.string(), ""),
  conditions: z._default(z.string(), ""),
  audience: z.enum(audienceKinds),
  administrations: z.array(z.string()),
  regions: z._default(z.array(z.string()), []),
  /** All but these. */
  leftOut: z._default(z.array(z.string()), []),
  title: z.string(),
  summary: z.string(),
  language: z.string(),
  goods: z.array(TypedGoods),
  departure: TypedPlace,
  transits: z.array(TypedPlace),
  destination: TypedPlace,
  /** The route in somebody else's words. */
  routeAsReported: z._default(z.string(), ""),
  record: z._default(TypedRecord, emptyRecord),
  rest: z.record(z.string(), z.unknown()),
});
export type TypedAlert = z.infer<typeof TypedAlert>;

export const noPlace: TypedPlace = { country: "", place: "", locode: "", date: "" };

export const emptyAlert = (group: string, language: string): TypedAlert => ({
  type: "",
  severity: "",
  tlp: "",
  group,
  handling: "",
  conditions: "",
  audience: "group",
  administrations: [],
  regions: [],
  leftOut: [],
  title: "",
  summary: "",
  language,
  goods: [noGoods],
  departure: noPlace,
  transits: [],
  destination: noPlace,
  routeAsReported: "",
  record: emptyRecord,
  rest: {},
});

export const isUnknown = ({ country, place, locode, date }: TypedPlace): boolean =>
  `${country}${place}${locode}${date}`.trim() === "";

const isKnown = (place: TypedPlace): boolean => !isUnknown(place);

const placeOf = ({ country, place, locode, date }: TypedPlace) => ({
  country,
  ...given("place", place),
  ...given("locode", locode),
  ...given("date", dateIn(date)),
});

const routeOf = ({ departure, transits, destination, routeAsReported }: TypedAlert) => {
  const passed = transits.filter(isKnown);
  const route = {
    ...(isKnown(departure) ? { departure: placeOf(departure) } : {}),
    ...(passed.length > 0 ? { transits: passed.map(placeOf) } : {}),
    ...(isKnown(destination) ? { destination: placeOf(destination) } : {}),
    ...given("asReported", routeAsReported),
  };
  return Object.keys(route).length === 0 ? {} : { route };
};

const audienceOf = ({ audience, administrations, regions, leftOut }: TypedAlert) => {
  switch (audience) {
    case "group":
      return { kind: audience };
    case "regions":
      return { kind: audience, regions };
    case "administrations":
      return { kind: audience, administrations };
    case "all-but":
      return { kind: audience, administrations: leftOut };
  }
};

const handlingOf = ({ handling, conditions }: TypedAlert) =>
  handling === "" ? {} : { handling: { code: handling, ...given("conditions", conditions) } };

/** What would be sent of the form; the contract decides whether it can be. */
export const toContent = (typed: TypedAlert): Readonly<Record<string, unknown>> => ({
  ...typed.rest,
  type: typed.type,
  severity: typed.severity,
  tlp: typed.tlp,
  ...handlingOf(typed),
  group: typed.group,
  audience: audienceOf(typed),
  title: typed.title,
  summary: typed.summary,
  language: typed.language,
  goods: typed.goods.map(goodsOf),
  ...routeOf(typed),
  ...writtenRecord(typed.record),
});

/** Everything that the API would refuse, by the same rules, from the form's top to its end. */
export const alertErrors = (content: unknown): readonly FieldError[] => {
  const errors = fieldErrorsOf(AlertContent, content);
  if (errors.length > 0)
    return errors.toSorted((one, other) => placeOnForm(one.pointer) - placeOnForm(other.pointer));
  const written = AlertContent.parse(content);
  const conflict = contentConflict(written) ?? dateToCome(written, new Date());
  return conflict === undefined ? [] : [conflict];
};

const toPlace = (
  place:
    | { country: string; place?: string | undefined; locode?: string | undefined; date?: string | undefined }
    | undefined,
): TypedPlace => ({
  country: place?.country ?? "",
  place: place?.place ?? "",
  locode: place?.locode ?? "",
  date: place?.date ?? "",
});

/** The form for what was written before; what it has no field for is carried along. */
export const fromContent = (content: AlertContent): TypedAlert => {
  const { type, severity, tlp, handling, group, audience, title, summary, language, goods, route, ...more } =
    content;
  const { record, rest } = typedRecord(more);
  return {
    type,
    severity,
    tlp,
    group,
    handling: handling?.code ?? "",
    conditions: handling?.conditions ?? "",
    audience: audience.kind,
    administrations: audience.kind === "administrations" ? [...audience.administrations] : [],
    regions: audience.kind === "regions" ? [...audience.regions] : [],
    leftOut: audience.kind === "all-but" ? [...audience.administrations] : [],
    title,
    summary,
    language,
    goods: goods.map(toGoods),
    departure: toPlace(route?.departure),
    transits: (route?.transits ?? []).map(toPlace),
    destination: toPlace(route?.destination),
    routeAsReported: route?.asReported ?? "",
    record,
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
  event: ["/event"],
  conveyance: ["/conveyance"],
  detection: ["/detection", "/concealment"],
  health: ["/laboratory", "/adverseReactions"],
  assessment: [
    "/urgency",
    "/certainty",
    "/grading",
    "/purpose",
    "/acknowledgeBy",
    "/expires",
    "/typeAsReported",
  ],
  source: ["/publishedBy", "/area"],
  readers: ["/tlp", "/handling", "/audience", "/group"],
} as const satisfies Record<string, readonly string[]>;
export type Part = keyof typeof parts;

export const formParts = Object.keys(parts) as readonly Part[];

export const partOf = (pointer: string): Part | undefined =>
  formParts.find((part) => parts[part].some((field) => pointer === field || pointer.startsWith(`${field}/`)));

const fieldsInOrder: readonly string[] = Object.values(parts).flat();

const placeOnForm = (pointer: string): number =>
  fieldsInOrder.findIndex((field) => pointer === field || pointer.startsWith(`${field}/`));
