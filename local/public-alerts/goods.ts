import * as z from "zod/mini";
import type { CommodityCategory } from "../../shared/domain/commodity-category.ts";
import { Falsification } from "../../shared/domain/falsification.ts";
import { Goods, Hs, Quantity } from "../../shared/domain/goods.ts";
import { IntellectualProperty } from "../../shared/domain/intellectual-property.ts";
import { isToCome } from "../../shared/domain/partial-date.ts";
import { hasUnseen } from "../../shared/domain/text.ts";
import { isFields, type Leave, listOf, opened } from "./record.ts";
import { categories, falsificationOf, unitCodes } from "./tables.ts";
import { codeOf, dateOf, type Write, wordsOf } from "./writing.ts";

const MOST_BATCHES = 100;
/** How a record says that a name is not the maker's: nobody made the forged goods whose brand it is. */
const RIGHT_HOLDER = / \((genuine holders|brand owners)\)$/;
/** That a manufacturer is stated is what the field says. */
const STATED = / \(stated\)$/;

const isSeen = (words: unknown): boolean => !hasUnseen(wordsOf(words));
/** What is copied from goods, which the rules between fields want to be seen whole. */
const Brand = Goods.shape.brand.check(z.refine((brand) => brand === undefined || isSeen(brand)));

const categoryOf = (name: string, heading: string): CommodityCategory =>
  categories.find(({ headings, named }) => headings.includes(heading) && (named?.test(name) ?? true))
    ?.category ?? "other-medical";

/** A code with its dots and what a country added to it; else its heading. */
const hsOf = (written: string): z.infer<typeof Hs> | undefined => {
  const digits = written.replaceAll(/[\s.]/g, "");
  return [digits.length === 5 ? "" : digits.slice(0, 6), digits.slice(0, 4)]
    .map((code) => codeOf(Hs, { edition: "HS2022", code }))
    .find((hs) => hs !== undefined);
};

const numberOf = (value: unknown): unknown =>
  typeof value === "string" && String(Number(value)) === value.trim() ? Number(value) : value;

const quantityOf = (value: unknown, unit: unknown) => {
  if (value === undefined && unit === undefined) return {};
  const word = unit === undefined ? "units" : wordsOf(unit).trim();
  const code = unitCodes.get(word.toLowerCase());
  const quantity = codeOf(Quantity, {
    value: numberOf(value),
    ...(code === undefined ? { unitText: word } : { unit: code }),
  });
  return quantity === undefined
    ? {
        words: [value, unit]
          .filter((part) => part !== undefined)
          .map(wordsOf)
          .join(" "),
      }
    : { quantity };
};

/** What goods of one record have in common. */
export interface Common {
  readonly title: string;
  /** The words about what is wrong with them. */
  readonly falsification: unknown;
  /** The stated maker's country; of notices alone. */
  readonly origin: unknown;
}

/** One product of a record as a line of goods, to be checked with the alert that it is in. */
export const goodsOf = (
  product: unknown,
  { title, falsification, origin }: Common,
  { leave, write, now }: { readonly leave: Leave; readonly write: Write; readonly now: Date },
) => {
  const of = Goods.shape;
  const fields = isFields(product) ? product : { name: product };
  const { take, finish } = opened(fields, "products.", leave);
  const text = (schema: z.core.$ZodType, name: string, value: unknown) =>
    write(schema, `products.${name}`, value);

  const [name, heading, isInferred] = ["name", "hsHeading", "hsInferred"].map(take);
  const written = heading === undefined ? "" : wordsOf(heading);
  const hs = hsOf(written);
  const inferred = isInferred === true ? " (inferred)" : "";
  if (typeof isInferred !== "boolean" && isInferred !== undefined)
    leave("products.hsInferred", isInferred, "it is neither true nor false");
  const isSaidAll = hs?.code === written && inferred === "";

  const { quantity, words } = quantityOf(take("quantity"), take("unit"));

  const maker = take("manufacturer");
  const isHolder = maker !== undefined && RIGHT_HOLDER.test(wordsOf(maker));
  const brand = text(Brand, "brand", take("brand"));
  const wrong = falsification === undefined ? undefined : wordsOf(falsification);
  const ipr = {
    ...(/trademark/i.test(wrong ?? "") ? { right: "trademark", mark: brand } : {}),
    ...(isHolder
      ? {
          rightHolder: text(
            IntellectualProperty.shape.rightHolder,
            "manufacturer",
            wordsOf(maker).replace(RIGHT_HOLDER, ""),
          ),
        }
      : {}),
  };

  const listed = take("batches");
  // A list in one text, or what is no number as it stands on a pack, stays in the record's words.
  const batches = listOf(listed).map((batch) => ({
    batch,
    code: isSeen(batch) ? codeOf(of.batches, [wordsOf(batch)]) : undefined,
  }));
  const isList = typeof listed === "string" && /[,;\n]/.test(listed);
  const kept = isList ? [] : batches.flatMap(({ code }) => code ?? []).slice(0, MOST_BATCHES);
  const others = batches.filter(({ code }) => isList || code === undefined || !kept.includes(code[0] ?? ""));

  const dated = (field: "manufactured" | "expires") => {
    const value = take(field);
    if (value === undefined) return {};
    const { date, isWhole = false } = dateOf(value) ?? {};
    const isKept = date !== undefined && (field === "expires" || !isToCome(date, now));
    return {
      ...(isKept ? { [field]: date } : {}),
      ...(isKept && isWhole ? {} : { [`${field}AsReported`]: text(of[`${field}AsReported`], field, value) }),
    };
  };
  const country = origin === undefined ? undefined : codeOf(of.origin, wordsOf(origin).trim().toUpperCase());

  const line = {
    category: categoryOf(name === undefined ? "" : wordsOf(name), written.slice(0, 4)),
    description: text(of.description, "name", name) ?? brand ?? title,
    hs,
    hsAsReported:
      heading === undefined || isSaidAll ? undefined : text(of.hsAsReported, "hsHeading", written + inferred),
    quantity,
    quantityAsReported: text(of.quantityAsReported, "quantity", words),
    brand,
    statedManufacturer: isHolder
      ? undefined
      : text(of.statedManufacturer, "manufacturer", maker && wordsOf(maker).replace(STATED, "")),
    batches: kept.length === 0 ? undefined : kept,
    batchesAsReported:
      others.length === 0
        ? undefined
        : text(of.batchesAsReported, "batches", others.map(({ batch }) => wordsOf(batch)).join("; ")),
    ...dated("manufactured"),
    ...dated("expires"),
    origin: country,
    originAsReported: country === undefined ? text(of.originAsReported, "route.origin", origin) : undefined,
    falsification:
      wrong === undefined
        ? undefined
        : {
            code: falsificationOf(wrong),
            asReported: write(Falsification.shape.asReported, "falsification", falsification),
          },
    ipr: Object.values(ipr).some((value) => value !== undefined) ? ipr : undefined,
  };
  finish();
  return line;
};
