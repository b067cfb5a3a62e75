import { type Column, columnOf, shortColumns, withCell } from "./goods-columns.ts";
import { noGoods, type TypedGoods } from "./goods-form.ts";

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
  const order: readonly (Column | undefined)[] = hasHeader ? named : shortColumns;
  const lines = rows.slice(hasHeader ? 1 : 0).map((cells, index) => {
    let typed = noGoods;
    const strange: string[] = [];
    cells.forEach((cell, place) => {
      if (cell === "") return;
      const column = order[place];
      const taken = column && withCell(typed, column, cell, categoryNames);
      if (taken === undefined) strange.push(cell);
      else typed = taken;
    });
    const description = [typed.description, ...strange].filter(Boolean).join("; ");
    return { typed: { ...typed, description }, row: index + (hasHeader ? 2 : 1), strange };
  });
  return {
    goods: lines.map(({ typed }) => typed),
    kept: lines
      .filter(({ strange }) => strange.length > 0)
      .map(({ row, strange }) => ({ row, texts: strange })),
  };
};
