import { commodityCategories } from "../../../../shared/domain/commodity-category.ts";
import { codeLanguages, plain } from "../../../../shared/reference/code-search.ts";
import { countryCodes } from "../../../../shared/reference/countries.ts";
import { units } from "../../../../shared/reference/units.ts";
import type { MoreGoods, TypedGoods } from "./goods-form.ts";

/** The columns that are taken in this order where the first row names none. */
export const shortColumns = ["category", "description", "hs", "quantity", "unit"] as const;
type ShortColumn = (typeof shortColumns)[number];
/** Those that have to be named in the first row. */
type MoreColumn =
  | "gtin"
  | Extract<
      MoreGoods,
      | "/brand"
      | "/batches"
      | "/identifiers/serials"
      | "/manufactured"
      | "/expires"
      | "/statedManufacturer"
      | "/origin"
      | "/value/amount"
      | "/value/currency"
      | "/medicine/inn"
      | "/medicine/strength"
      | "/medicine/form"
    >;
export type Column = ShortColumn | MoreColumn;

/** What columns are called in the six languages, without accents and case. */
const headers: Readonly<Record<Column, string>> = {
  category: "category|categorie|categoria|فئة|категория",
  description:
    "description|product|goods|designation|produit|marchandise|descripcion|producto|mercancia|وصف|منتج|описание|товар|descricao|produto|mercadoria",
  hs: "hs|hs code|code sh|sh|codigo sa|sa|رمز|رمز النظام المنسق|код тн вэд|код гс|codigo sh",
  quantity: "quantity|qty|quantite|nombre|cantidad|كمية|количество|кол-во|quantidade|qtd",
  unit: "unit|unite|unidad|وحدة|единица|ед.|unidade",
  "/brand": "brand|marque|marca|علامة تجارية|марка|бренд",
  "/batches":
    "batch|batches|batch number|batch no|lot|lot number|lots|numero de lot|n° de lot|lote|lotes|numero de lote|تشغيلة|رقم التشغيلة|دفعة|партия|серия|номер партии|номер серии",
  "/identifiers/serials":
    "serial|serial number|serials|numero de serie|n° de serie|رقم تسلسلي|серийный номер|numero de serie",
  "/manufactured":
    "manufactured|date of manufacture|manufacturing date|fabrique|date de fabrication|fecha de fabricacion|تاريخ الصنع|تاريخ الانتاج|дата изготовления|дата производства|data de fabrico|data de fabricacao",
  "/expires":
    "expires|expiry|expiry date|exp|date of expiry|peremption|date de peremption|caducidad|fecha de caducidad|vencimiento|تاريخ الانتهاء|انتهاء الصلاحية|срок годности|годен до|validade|data de validade",
  "/statedManufacturer":
    "manufacturer|maker|stated manufacturer|fabricant|fabricante|الشركة المصنعة|مصنع|изготовитель|производитель",
  "/origin":
    "origin|country of origin|country of manufacture|origine|pays d'origine|pays de fabrication|origen|pais de origen|منشا|بلد المنشا|страна происхождения|происхождение|origem|pais de origem",
  gtin: "gtin|ean|bar code|barcode|article number|code-barres|codigo de barras|باركود|رمز شريطي|штрихкод|штрих-код",
  "/value/amount": "value|amount|valeur|montant|valor|importe|قيمة|стоимость|сумма",
  "/value/currency": "currency|devise|monnaie|moneda|divisa|عملة|валюта|moeda",
  "/medicine/inn":
    "inn|active substance|active ingredient|dci|principe actif|substance active|principio activo|مادة فعالة|мнн|действующее вещество|principio ativo|substancia ativa",
  "/medicine/strength": "strength|dosage|dose|dosis|تركيز|جرعة|дозировка|dosagem",
  "/medicine/form":
    "form|dosage form|forme|forme pharmaceutique|forma|forma farmaceutica|شكل صيدلاني|лекарственная форма|форма",
};

const columns = Object.keys(headers) as readonly Column[];

export const columnOf = (cell: string): Column | undefined =>
  columns.find((column) => headers[column].split("|").map(plain).includes(plain(cell)));

/** A word for a category: its code, with spaces or hyphens, or one of the names given. */
const categoryOf = (cell: string, names: Readonly<Record<string, string>>): string | undefined =>
  commodityCategories.find(
    (category) =>
      plain(category) === plain(cell).replaceAll(/\s+/g, "-") ||
      plain(names[category] ?? category) === plain(cell),
  );

const unitOf = (cell: string): string =>
  units.find(({ code, en, fr }) => [code, en, fr].some((name) => plain(name) === plain(cell)))?.code ?? cell;

let countriesByName: ReadonlyMap<string, string> | undefined;

/** A country by its code, or by its name in any of the six languages. */
const countryOf = (cell: string): string | undefined => {
  const code = cell.toUpperCase();
  if (countryCodes.has(code)) return code;
  countriesByName ??= new Map(
    codeLanguages.flatMap((language) => {
      const names = new Intl.DisplayNames(language, { type: "region" });
      return [...countryCodes].map((each) => [plain(names.of(each) ?? each), each] as const);
    }),
  );
  return countriesByName.get(plain(cell));
};

/** Several in one cell, as people write them. */
const severalIn = (cell: string): readonly string[] =>
  cell.split(/\s*[;,]\s*/).filter((entry) => entry !== "");

/** The line with a cell in its column; undefined where the column does not take what the cell says. */
export const withCell = (
  line: TypedGoods,
  column: Column,
  cell: string,
  categoryNames: Readonly<Record<string, string>>,
): TypedGoods | undefined => {
  const more = (field: MoreGoods, value: string | undefined): TypedGoods | undefined =>
    value === undefined || line.more[field] !== undefined
      ? undefined
      : { ...line, more: { ...line.more, [field]: value } };
  switch (column) {
    case "category": {
      const category = line.category === "" ? categoryOf(cell, categoryNames) : undefined;
      return category === undefined ? undefined : { ...line, category };
    }
    case "description":
    case "hs":
    case "quantity":
    case "unit":
      if (line[column] !== "") return undefined;
      return { ...line, [column]: column === "unit" ? unitOf(cell) : cell };
    case "gtin":
      return {
        ...line,
        gtins: [...line.gtins, ...severalIn(cell).map((value) => ({ value, asPrinted: false }))],
      };
    case "/batches":
    case "/identifiers/serials":
    case "/medicine/inn":
      return more(column, severalIn(cell).join("\n"));
    case "/origin":
      return more(column, countryOf(cell));
    default:
      return more(column, cell);
  }
};
