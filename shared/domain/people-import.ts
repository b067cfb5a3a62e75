import type * as z from "zod/mini";
import { EmailAddress } from "./contact.ts";
import { readCsv } from "./csv.ts";
import { roles as allRoles, type Role, Role as RoleName } from "./permissions.ts";
import { text } from "./text.ts";

export const importColumns = ["name", "email", "roles"] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Rows of one request; a longer file is sent in parts. */
export const MOST_ROWS = 200;

export interface RowError {
  readonly column: ImportColumn;
  readonly detail: string;
}

/** A row as it was read: whom to invite, where nothing is wrong with it. */
export interface ReadRow {
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly errors: readonly RowError[];
}

/** What is wrong with the file as a whole, or its rows. */
export type ReadFile = { readonly refusal: string } | { readonly rows: readonly ReadRow[] };

const Name = text({ max: 120 });

const firstIssue = (schema: z.ZodMiniType, value: unknown): string | undefined =>
  schema.safeParse(value).error?.issues[0]?.message;

const wordsOf = (cell: string): readonly string[] =>
  cell
    .toLowerCase()
    .split(/[\s,;|+]+/)
    .filter((word) => word !== "");

const roleOf = (word: string): Role | undefined => RoleName.safeParse(word).data;

const roleError = (words: readonly string[], mayBeGiven: (role: Role) => boolean): string | undefined => {
  if (words.length === 0) return "Give the user at least one role.";
  const wrong = words.find((word) => {
    const role = roleOf(word);
    return role === undefined || !mayBeGiven(role);
  });
  return wrong === undefined
    ? undefined
    : `You can give no role ${wrong}. Write one or more of: ${allRoles.filter(mayBeGiven).join(", ")}.`;
};

/**
 * Reads whom a file names. Each row is judged by itself, and by the rows before it: of an address that is there twice the first row counts.
 * `mayBeGiven` says which roles exist in the administration and may be given by who imports.
 */
export const readPeople = (csv: string, mayBeGiven: (role: Role) => boolean): ReadFile => {
  const [header, ...rows] = readCsv(csv);
  const names = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const missing = importColumns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    return {
      refusal: `The first row names the columns name, email and roles; it lacks ${missing.join(", ")}.`,
    };
  if (rows.length === 0) return { refusal: "Write at least one person below the first row." };
  const firstWith = new Map<string, number>();
  return {
    rows: rows.map(({ row, cells }) => {
      const cellOf = (column: ImportColumn): string => cells[names.indexOf(column)]?.trim() ?? "";
      const parsedEmail = EmailAddress.safeParse(cellOf("email"));
      const email = parsedEmail.data ?? cellOf("email");
      const words = wordsOf(cellOf("roles"));
      const earlier = firstWith.get(email);
      if (earlier === undefined && parsedEmail.success) firstWith.set(email, row);
      const errors: RowError[] = [];
      const found = (column: ImportColumn, detail: string | undefined): void => {
        if (detail !== undefined) errors.push({ column, detail });
      };
      found("name", firstIssue(Name, cellOf("name")));
      found("email", firstIssue(EmailAddress, cellOf("email")));
      if (earlier !== undefined)
        found("email", `Row ${earlier} has this address already. Leave one of them out.`);
      found("roles", roleError(words, mayBeGiven));
      return {
        row,
        name: Name.safeParse(cellOf("name")).data ?? cellOf("name"),
        email,
        roles: [...new Set(words.map(roleOf))].filter((role) => role !== undefined),
        errors,
      };
    }),
  };
};
