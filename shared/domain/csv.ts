/** A row of a file, with the line that it is in a spreadsheet. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Spreadsheets write semicolons where the comma is a decimal sign, and tabs into the clipboard. */
const separators = [",", ";", "\t"] as const;

/** The separator of the first line: the one that it has most of, outside quotation marks. */
const separatorOf = (text: string): string => {
  const [line = ""] = text.replaceAll(/"[^"]*"/g, "").split(/\r\n?|\n/);
  const count = (separator: string): number => line.split(separator).length;
  return [...separators].sort((a, b) => count(b) - count(a))[0] ?? ",";
};

/**
 * The rows of a text by RFC 4180: fields in quotation marks hold separators and line breaks, and a quotation mark as two. Empty lines are
 * counted and left out. A mark that is never closed reaches to the end.
 */
export const readCsv = (source: string): readonly CsvRow[] => {
  const text = source.replace(/^\uFEFF/, "");
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = (): void => {
    cells.push(cell);
    cell = "";
  };
  let row = 0;
  const endRow = (): void => {
    endCell();
    row += 1;
    if (cells.some((each) => each.trim() !== "")) rows.push({ row, cells });
    cells = [];
  };
  for (let n = 0; n < text.length; n++) {
    const character = text[n] ?? "";
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[n + 1] === '"') {
        cell += '"';
        n += 1;
      } else quoted = false;
    } else if (character === '"' && cell === "") quoted = true;
    else if (character === separator) endCell();
    else if (character === "\n" || character === "\r") {
      if (character === "\r" && text[n + 1] === "\n") n += 1;
      endRow();
    } else cell += character;
  }
  if (cell !== "" || cells.length > 0) endRow();
  return rows;
};

const written = (cell: string): string =>
  /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A text by RFC 4180 that {@link readCsv} reads back as it was. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(written).join(",")}\r\n`).join("");

/** What a spreadsheet would take for a formula is kept from being one (CWE-1236). */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** A file to be opened with a spreadsheet, which takes it for UTF-8 by the mark at its beginning. */
export const writeForSpreadsheet = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${writeCsv(rows.map((cells) => cells.map(harmless)))}`;
