import fc from "fast-check";
import * as z from "zod/mini";
import { AirWaybill } from "../../../shared/domain/air-waybill.ts";
import { AlertContent, contentConflict, Publication } from "../../../shared/domain/alert.ts";
import { ContainerNumber } from "../../../shared/domain/container-number.ts";
import { AlertEvent } from "../../../shared/domain/event.ts";
import { Hs, Quantity } from "../../../shared/domain/goods.ts";
import { GroupId } from "../../../shared/domain/group.ts";
import { Gtin } from "../../../shared/domain/gtin.ts";
import { Handling } from "../../../shared/domain/handling.ts";
import { AdministrationCode, Instant } from "../../../shared/domain/identifiers.ts";
import { ImoNumber } from "../../../shared/domain/imo-number.ts";
import { LanguageTag } from "../../../shared/domain/language.ts";
import { Medicine } from "../../../shared/domain/medicine.ts";
import { Money } from "../../../shared/domain/money.ts";
import { PartialDate } from "../../../shared/domain/partial-date.ts";
import { CountryCode, LocodeShape, Place, Route } from "../../../shared/domain/place.ts";
import { PostalItem } from "../../../shared/domain/postal-item.ts";
import { WcoRegion } from "../../../shared/domain/region.ts";
import { countryCodes } from "../../../shared/reference/countries.ts";
import { currencyCodes } from "../../../shared/reference/currencies.ts";
import { isHsCode } from "../../../shared/reference/hs-2022.ts";
import { regionSlugs } from "../../../shared/reference/regions.ts";
import { unitCodes } from "../../../shared/reference/units.ts";

type Schema = z.core.$ZodType;
type Fields = Record<string, unknown>;

const checksOf = (schema: Schema) => schema._zod.def.checks ?? [];

/** A schema that another one was made of by adding checks, such as a description, shares those with it. */
const isKind = (schema: Schema, kind: Schema): boolean =>
  schema._zod.def.type === kind._zod.def.type &&
  (schema === kind ||
    (checksOf(kind).length > 0 && checksOf(kind).every((check) => checksOf(schema).includes(check))));

const bounds = (schema: Schema) => {
  const found: Record<string, number> = {};
  for (const check of checksOf(schema)) {
    const { check: name, minimum, maximum, value } = check._zod.def as unknown as Record<string, unknown>;
    if (name === "min_length") found["min"] = Number(minimum);
    if (name === "max_length") found["max"] = Number(maximum);
    if (name === "greater_than") found["min"] = Number(value);
    if (name === "less_than") found["max"] = Number(value);
  }
  return found;
};

const oneOf = (codes: Iterable<string>) => fc.constantFrom(...codes);
const inner = (schema: z.ZodMiniOptional<Schema>) => schema._zod.def.innerType;
const letters = (count: number) =>
  fc.string({
    unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    minLength: count,
    maxLength: count,
  });
const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: count, maxLength: count });
/** Days that are over everywhere, at each precision. */
const pastDates = fc
  .tuple(
    fc.date({ min: new Date("1999-01-01"), max: new Date("2025-12-31"), noInvalidDate: true }),
    fc.constantFrom(4, 7, 10),
  )
  .map(([day, precision]) => day.toISOString().slice(0, precision));
const instants = fc
  .date({ min: new Date("2030-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const hsCodes = Array.from({ length: 10_000 }, (_, n) => String(n).padStart(4, "0")).filter(isHsCode);
const hsSubheadings = hsCodes.flatMap((code) =>
  ["10", "20", "41", "90", "99"].map((end) => code + end).filter(isHsCode),
);

const codes: readonly (readonly [Schema, fc.Arbitrary<string>])[] = [
  [PartialDate, pastDates],
  [Instant, instants],
  [CountryCode, oneOf(countryCodes)],
  [LocodeShape, fc.tuple(oneOf(countryCodes), letters(3)).map((parts) => parts.join(""))],
  [Hs.shape.code, oneOf([...hsCodes, ...hsSubheadings])],
  [inner(Quantity.shape.unit), oneOf(unitCodes)],
  [Money.shape.currency, oneOf(currencyCodes)],
  [inner(Medicine.shape.atc), oneOf(["P", "P01", "P01B", "P01BF", "P01BF01", "V03AB35"])],
  [LanguageTag, oneOf(["en", "fr", "ar", "zh-Hant", "pt-BR", "sr-Latn-RS"])],
  [GroupId, fc.constant("ipr")],
  [AdministrationCode, oneOf(["FR", "KE", "DE", "WCO", "RILO-ESA", "X-UPU"])],
  [WcoRegion, oneOf(regionSlugs)],
  [
    inner(Publication.shape.sourceUrl),
    oneOf(["https://example.org/a?b=c#d", "http://authority.example/é/notice.pdf"]),
  ],
];

/** Numbers that lack their check digit, to which the refusal's own word for it is added. */
const serials: readonly (readonly [Schema, fc.Arbitrary<readonly [string, string]>])[] = [
  [
    ContainerNumber,
    fc
      .tuple(letters(3), oneOf("UJZ"), digits(6))
      .map(([owner, kind, serial]) => [owner + kind + serial, ""] as const),
  ],
  [ImoNumber, digits(6).map((serial) => [serial, ""] as const)],
  [Gtin, fc.oneof(digits(7), digits(11), digits(12), digits(13)).map((serial) => [serial, ""] as const)],
  [AirWaybill, digits(10).map((serial) => [serial, ""] as const)],
  [
    PostalItem,
    fc
      .tuple(letters(2), digits(8), oneOf(countryCodes))
      .map(([service, serial, country]) => [service + serial, country] as const),
  ],
];

const rightNumber = (schema: Schema, [serial, end]: readonly [string, string]): Fields => {
  const value = [..."0123456789"]
    .map((digit) => serial + digit + end)
    .find((number) => z.safeParse(schema, { value: number }).success);
  return { value };
};

/** What a rule between fields asks for. */
const mended: readonly (readonly [Schema, (fields: Fields) => Fields])[] = [
  ...[AlertEvent, Place].map(
    (schema) =>
      [
        schema,
        (fields: Fields) =>
          fields["locode"] === undefined
            ? fields
            : { ...fields, country: String(fields["locode"]).slice(0, 2) },
      ] as const,
  ),
  [
    Quantity,
    ({ value, unit, unitText }) => ({
      value,
      ...(unit === undefined ? { unitText: unitText ?? "sachets" } : { unit }),
    }),
  ],
  [Route, (fields) => (z.safeParse(Route, fields).success ? fields : { asReported: "By sea" })],
  [Handling, (fields) => (fields["code"] === "H3" ? { conditions: "Ask first.", ...fields } : fields)],
];

const scripts = [
  "Gants d’examen",
  "مقنعات جراحية",
  "口罩 KN95",
  "маски",
  "หน้ากาก",
  "a\nb",
  "“20 mg” – ½",
  "😷",
];

/** What a schema takes of these values, in the form that it gives out. */
const taken = <T>(schema: Schema, values: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  values
    .map((value) => z.safeParse(schema, value))
    .filter(({ success }) => success)
    .map(({ data }) => data as T);

/** Written texts as people write them: any grapheme, other scripts, now and then as long as it may be. */
const texts = (schema: Schema): fc.Arbitrary<string> => {
  const { maxLength = 60 } = z.globalRegistry.get(schema) ?? {};
  const max = Number(maxLength);
  return taken(
    schema,
    fc.oneof(
      { weight: 5, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: Math.min(max, 40) }) },
      { weight: 3, arbitrary: fc.constantFrom(...scripts) },
      { weight: 1, arbitrary: fc.constantFrom("é".repeat(Math.min(max, 500)), "x") },
    ),
  );
};

/** Short ones as a rule; of plain values now and then all that fit. */
const listOf = (element: Schema, schema: Schema): fc.Arbitrary<unknown> => {
  const { min = 0, max = 10 } = bounds(schema);
  const entries = anyOf(element);
  const few = { minLength: min, maxLength: Math.min(max, 3) };
  if (element._zod.def.type !== "string") return fc.array(entries, few);
  return fc.oneof(
    { weight: 9, arbitrary: fc.uniqueArray(entries, few) },
    { weight: 1, arbitrary: fc.uniqueArray(entries, { minLength: min, maxLength: max }) },
  );
};

const objectOf = (schema: z.ZodMiniObject): fc.Arbitrary<Fields> => {
  const fields = Object.entries(schema.shape);
  const made = fc.record(Object.fromEntries(fields.map(([name, field]) => [name, anyOf(field)])), {
    requiredKeys: fields
      .filter(([, field]) => field._zod.def.type !== "optional")
      .map(([name]) => name) as never[],
    noNullPrototype: true,
  });
  const [, mend] = mended.find(([kind]) => isKind(schema, kind)) ?? [];
  return mend === undefined ? made : made.map(mend);
};

const anyOf = (schema: Schema): fc.Arbitrary<unknown> => {
  const [, code] = codes.find(([kind]) => isKind(schema, kind)) ?? [];
  if (code !== undefined) return code;
  const [, serial] = serials.find(([kind]) => isKind(schema, kind)) ?? [];
  if (serial !== undefined)
    return fc.oneof(
      serial.map((parts) => rightNumber(schema, parts)),
      fc.constantFrom("№ 12-34/AB", "MSCU1234567", "٠٢٠").map((value) => ({ value, asPrinted: true })),
    );
  const { def } = schema._zod as z.core.$ZodTypes["_zod"];
  switch (def.type) {
    case "object":
      return objectOf(schema as z.ZodMiniObject);
    case "optional":
      return anyOf(def.innerType);
    case "array":
      return listOf(def.element, schema);
    case "union":
      return fc.oneof(...def.options.map(anyOf));
    case "enum":
      return fc.constantFrom(...Object.values(def.entries));
    case "literal":
      return fc.constantFrom(...def.values);
    case "string":
      return texts(schema);
    case "number": {
      const { min = 0, max = 1e12 } = bounds(schema);
      return z.safeParse(schema, 1.5).success
        ? fc.integer({ min: 1, max: 1e9 }).map((thousandths) => thousandths / 1000)
        : fc.integer({ min, max });
    }
    default:
      throw new Error(`The record has a ${def.type}, of which nothing is made here yet`);
  }
};

/** Anything that a schema takes, in the form that it gives out; made from the schema, so that a new field is in it. */
export const arbitraryOf = (schema: Schema): fc.Arbitrary<unknown> => taken(schema, anyOf(schema));

/** Any alert that can be written, with dates that are over and deadlines that are not. */
export const alertContents: fc.Arbitrary<AlertContent> = arbitraryOf(AlertContent)
  .map((content) => content as AlertContent)
  .filter((content) => contentConflict(content) === undefined);
