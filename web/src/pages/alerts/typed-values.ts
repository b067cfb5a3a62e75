import type { FieldError } from "../../../../shared/domain/problem.ts";

/** A field that was filled in, by its name; nothing while it is empty. */
export const given = <Name extends string>(name: Name, value: string): { readonly [K in Name]?: string } =>
  value.trim() === "" ? {} : ({ [name]: value.trim() } as { readonly [K in Name]: string });

/** Where the digits of a script begin: Arabic, its eastern form, Devanagari, Bengali, Thai, and full-width ones. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

/** Numbers as keyboards of other scripts type them, in the digits 0 to 9. Nothing for what is copied as it is printed. */
export const inDigits = (typed: string): string =>
  typed
    .replaceAll(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = zeros.find((first) => code >= first && code < first + 10);
      return zero === undefined ? digit : String(code - zero);
    })
    .replaceAll("\u066B", ".")
    .replaceAll(/[\u066C\uFF0C]/g, ",")
    .replaceAll("\uFF0E", ".");

/** `4,000` in an English hand and `4 000` or `4000,5` in a French one; what is no number is left for the schema to refuse. */
export const numberIn = (typed: string): number | string => {
  const plain = inDigits(typed).replaceAll(/[\s\u00A0\u202F'’]/g, "");
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)
    ? plain.replaceAll(",", "")
    : plain.replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(grouped) ? Number(grouped) : typed;
};

/**
 * `04/2027` and `30.04.2027` as they are printed, where they can be read in one way only; anything else is left for the
 * schema to refuse.
 */
export const dateIn = (typed: string): string => {
  const plain = inDigits(typed)
    .trim()
    .replaceAll(/\s*[/.]\s*/g, "-");
  const [, month = "", year = ""] = /^(\d{1,2})-(\d{4})$/.exec(plain) ?? [];
  if (year !== "") return `${year}-${month.padStart(2, "0")}`;
  const [, day = "", inYear = "", of = ""] = /^(1[3-9]|2\d|3[01])-(\d{1,2})-(\d{4})$/.exec(plain) ?? [];
  if (of !== "") return `${of}-${inYear.padStart(2, "0")}-${day}`;
  return /^\d{4}(-\d{2}){0,2}$/.test(plain) ? plain : typed.trim();
};

/** In which lines of the text the entries stand that errors are about: empty lines are no entries. */
export const linesAtFault = (
  pointer: string,
  text: string,
  errors: readonly FieldError[],
): readonly number[] => {
  const lines = text.split("\n").flatMap((line, index) => (line.trim() === "" ? [] : [index + 1]));
  const entries = errors
    .filter((error) => error.pointer.startsWith(`${pointer}/`))
    .map((error) => Number(error.pointer.slice(pointer.length + 1).split("/")[0]));
  return [...new Set(entries)].flatMap((entry) => lines[entry] ?? []);
};
