import type * as z from "zod/mini";
import { type AlertContent, Publication } from "../../shared/domain/alert.ts";
import type { Severity } from "../../shared/domain/alert-summary.ts";
import type { CommodityCategory } from "../../shared/domain/commodity-category.ts";
import { type Goods, Goods as GoodsSchema, Hs, Quantity } from "../../shared/domain/goods.ts";
import { type AdministrationCode, SECRETARIAT } from "../../shared/domain/identifiers.ts";
import { PartialDate } from "../../shared/domain/partial-date.ts";
import { CountryCode } from "../../shared/domain/place.ts";
import type { Product, PublicRecord } from "./record.ts";
import { categories, seizing, severities, types, unitCodes } from "./tables.ts";

/** Fields of a record that are used below, or that say nothing about the alert. All others are counted as left out. */
const heldOfRecord = new Set(
  "id date sourceKind authority title summary countries products route place sourceUrl".split(" "),
);
const heldOfProduct = new Set(
  "name quantity unit hsHeading manufacturer brand batches manufactured expires".split(" "),
);
const heldOfRoute = new Set(["origin", "transit", "destination"]);

const LINES_OF_GOODS = 30;
const BATCHES = 100;

/** A count by name of what an alert cannot hold. */
type LeftOut = Record<string, number>;

export interface MappedAlert {
  readonly administration: AdministrationCode;
  readonly alert: AlertContent;
  readonly leftOut: Readonly<LeftOut>;
}

const issuerOf = ({ sourceKind, countries: [first = ""] }: PublicRecord): AdministrationCode =>
  sourceKind === "customs-seizure" && seizing.includes(first) ? first : SECRETARIAT;

const severityOf = (falsification = ""): Severity =>
  severities.find(([pattern]) => pattern.test(falsification))?.[1] ?? "medium";

const categoryOf = ({ name, hsHeading = "" }: Product): CommodityCategory =>
  categories.find(({ headings, named }) => headings.includes(hsHeading) && (named?.test(name) ?? true))
    ?.category ?? "other-medical";

const quantityOf = ({ quantity, unit = "units" }: Product) => {
  const code = unitCodes.get(unit);
  return quantity === undefined
    ? undefined
    : { value: quantity, ...(code === undefined ? { unitText: unit } : { unit: code }) };
};

/** One public alert as a draft of the short form. What does not fit is left out and counted by its field's name. */
export const mapRecord = (record: PublicRecord): MappedAlert => {
  const leftOut: LeftOut = {};
  const leave = (name: string, count = 1): void => {
    if (count > 0) leftOut[name] = (leftOut[name] ?? 0) + count;
  };
  const leaveUnknown = (value: object, held: ReadonlySet<string>, within = ""): void => {
    for (const key of Object.keys(value)) if (!held.has(key)) leave(within + key);
  };
  const keep = <S extends z.ZodMiniType>(schema: S, value: unknown, name: string) => {
    if (value === undefined) return undefined;
    const result = schema.safeParse(value);
    if (!result.success) leave(name);
    return result.data;
  };

  // In a notice the origin is where the maker is said to be: of the goods, not of a journey.
  const isNotice = record.sourceKind === "who-alert" || record.sourceKind === "product-safety";
  const { origin, transit = [], destination } = record.route ?? {};
  const country = (code: string | undefined, name: string) => keep(CountryCode, code, name);
  const place = (code: string | undefined, name: string) => {
    const known = country(code, name);
    return known === undefined ? undefined : { country: known };
  };
  const route = {
    departure: isNotice ? undefined : place(origin, "route.origin"),
    transits: transit.map((code) => place(code, "route.transit")).filter((known) => known !== undefined),
    destination: place(destination, "route.destination"),
  };
  const hasRoute =
    route.departure !== undefined || route.destination !== undefined || route.transits.length > 0;
  const madeIn = isNotice ? country(origin, "route.origin") : undefined;

  const goods = record.products.slice(0, LINES_OF_GOODS).map((product): Goods => {
    leaveUnknown(product, heldOfProduct, "products.");
    const of = GoodsSchema.shape;
    const { hsHeading, batches, manufacturer } = product;
    leave("products.batches", (batches?.length ?? 0) - BATCHES);
    // "(stated)" is what the field says; a right holder is no manufacturer of forged goods.
    const isRightHolder = /\((genuine holders|brand owners)\)/.test(manufacturer ?? "");
    if (isRightHolder) leave("products.rightHolder");
    return {
      category: categoryOf(product),
      description: product.name,
      hs: keep(Hs, hsHeading && { edition: "HS2022", code: hsHeading }, "products.hsHeading"),
      quantity: keep(Quantity, quantityOf(product), "products.quantity"),
      brand: keep(of.brand, product.brand, "products.brand"),
      statedManufacturer: isRightHolder
        ? undefined
        : keep(of.statedManufacturer, manufacturer?.replace(/ \(stated\)$/, ""), "products.manufacturer"),
      batches: keep(of.batches, batches?.slice(0, BATCHES), "products.batches"),
      manufactured: keep(PartialDate, product.manufactured, "products.manufactured"),
      expires: keep(PartialDate, product.expires, "products.expires"),
      origin: madeIn,
    };
  });

  leaveUnknown(record, heldOfRecord);
  leaveUnknown(record.route ?? {}, heldOfRoute, "route.");
  leave("products", record.products.length - LINES_OF_GOODS);
  const travelled = new Set([origin, ...transit, destination]);
  leave("countries", record.countries.filter((code) => !travelled.has(code)).length);
  // The date of a notice is that of its publication, which the record has no field for.
  if (isNotice && record.date !== undefined) leave("publicationDate");
  const date = isNotice ? undefined : keep(PartialDate, record.date, "date");

  return {
    administration: issuerOf(record),
    leftOut,
    alert: {
      type: types.get(record.sourceKind) ?? "alert",
      severity: severityOf(record.falsification),
      tlp: "CLEAR",
      group: "ipr",
      audience: { kind: "group" },
      title: record.title,
      summary: record.summary,
      language: "en",
      goods,
      route: hasRoute ? route : undefined,
      event: date === undefined && record.place === undefined ? undefined : { date, place: record.place },
      publishedBy: {
        authority: record.authority,
        sourceUrl: keep(Publication.shape.sourceUrl, record.sourceUrl, "sourceUrl"),
      },
    },
  };
};
