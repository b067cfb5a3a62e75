import { readFile } from "node:fs/promises";

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What an alert could not hold as it stood. */
export interface LeftOver {
  readonly field: string;
  readonly value: unknown;
  readonly why: string;
}

export type Leave = (field: string, value: unknown, why: string) => void;

/** Null, an empty text and an empty list say nothing. */
const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.every(isNothing));

/** Fields that are taken one by one, so that what nobody took is known at the end. */
export const opened = (value: Fields, within: string, leave: Leave) => {
  const left = new Map(Object.entries(value).filter(([, field]) => !isNothing(field)));
  return {
    take: (name: string): unknown => {
      const field = left.get(name);
      left.delete(name);
      return field;
    },
    finish: (): void => {
      for (const [name, field] of left) leave(within + name, field, "an alert has no field for it");
    },
  };
};

/** One value for a list of one. */
export const listOf = (value: unknown): readonly unknown[] =>
  (Array.isArray(value) ? value : [value]).filter((entry) => !isNothing(entry));

/** A line of the file: a record, whatever it holds, or what is wrong with it. */
export type Line =
  | { readonly at: number; readonly record: unknown }
  | { readonly at: number; readonly refused: string };

/** In the file's order; one JSON value a line. */
export const readLines = (text: string): readonly Line[] =>
  text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .map((line, index) => ({ line, at: index + 1 }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, at }) => {
      try {
        return { at, record: JSON.parse(line) as unknown };
      } catch (error) {
        return { at, refused: `It is no JSON: ${(error as Error).message}` };
      }
    });

export const readPublicAlerts = async (
  file: URL = new URL("public-alerts.jsonl", import.meta.url),
): Promise<readonly Line[]> => readLines(await readFile(file, "utf8"));
