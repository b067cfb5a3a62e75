import { commodityCategories } from "../../../../shared/domain/commodity-category.ts";
import { plain } from "../../../../shared/reference/code-search.ts";
import { units } from "../../../../shared/reference/units.ts";
import { noGoods, type TypedGoods } from "./goods-form.ts";

/** The columns that are understood, in the order that is taken where the first row names none. */
const columns = ["category", "description", "hs", "quantity", "unit"] as const;
type Column = (typeof columns)[number];

/** What columns are called in the six languages, without accents and case. */
const headers: Readonly<Record<Column, string>> = {
  category: "category|categorie|categoria|فئة|категория",
  description:
    "description|product|goods|designation|produit|marchandise|descripcion|producto|mercancia|وصف|منتج|описание|товар|descricao|produto|mercadoria",
  hs: "hs|hs code|code sh|sh|codigo sa|sa|رمز|رمز النظام المنسق|код тн вэд|код гс|codigo sh",
  quantity: "quantity|qty|quantite|nombre|cantidad|كمية|количество|кол-во|quantidade|qtd",
  unit: "unit|unite|unidad|وحدة|единица|ед.|unidade",
};

/** Cells of a table as spreadsheets copy it: tabs between them, in quotes what holds a tab, a break or a quote. */
export const cellsOf = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const end = () => {
    rows.at(-1)?.push(cell.trim());
    cell = "";
  };
  const source = text.replaceAll(/\r\n?/g, "\n");
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] ?? "";
    if (quoted) {
      if (sign !== '"') cell += /[\n\t]/.test(sign) ? " " : sign;
      else if (source[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t") end();
    else if (sign === "\n") {
      end();
      rows.push([]);
    } else cell += sign;
  }
  end();
  return rows.filter((row) => row.some((each) => each !== ""));
};

const columnOf = (cell: string): Column | undefined =>
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

export interface PastedGoods {
  readonly goods: readonly TypedGoods[];
  /** By the row's number, what was in cells that no column takes; it stands in the description, so that nothing is lost. */
  readonly kept: readonly { readonly row: number; readonly texts: readonly string[] }[];
}

/** Rows of a spreadsheet as lines of goods; what is not understood goes into the description and is told. */
export const pastedGoods = (text: string, categoryNames: Readonly<Record<string, string>>): PastedGoods => {
  const rows = cellsOf(text);
  const named = rows[0]?.map(columnOf) ?? [];
  const hasHeader =
    named.filter((column) => column !== undefined).length >= 2 ||
    (rows.length > 1 && named[0] !== undefined && named.length === 1);
  const order: readonly (Column | undefined)[] = hasHeader ? named : columns;
  const lines = rows.slice(hasHeader ? 1 : 0).map((cells, index) => {
    const typed = { ...noGoods };
    const strange: string[] = [];
    cells.forEach((cell, place) => {
      const column = order[place];
      if (cell === "") return;
      if (column === undefined || typed[column] !== "") strange.push(cell);
      else if (column === "category") {
        const category = categoryOf(cell, categoryNames);
        if (category === undefined) strange.push(cell);
        else typed.category = category;
      } else typed[column] = column === "unit" ? unitOf(cell) : cell;
    });
    typed.description = [typed.description, ...strange].filter(Boolean).join("; ");
    return { typed, row: index + (hasHeader ? 2 : 1), strange };
  });
  return {
    goods: lines.map(({ typed }) => typed),
    kept: lines
      .filter(({ strange }) => strange.length > 0)
      .map(({ row, strange }) => ({ row, texts: strange })),
  };
};
