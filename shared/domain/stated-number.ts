import * as z from "zod/mini";
import { printed } from "./text.ts";

/** What a standard says of a kind of number. Both get it in capitals, with nothing between its letters and digits. */
export interface Scheme {
  /** What is wrong with it and what would be right; undefined when nothing is. */
  readonly fault: (number: string) => string | undefined;
  /** As people write it. */
  readonly spelling?: (number: string) => string;
}

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const BETWEEN = /[\s\u2010-\u2015-]/g;

/** As people type it: in lower case, in groups, with full-width letters and digits of an East Asian keyboard. */
const compact = (typed: string): string =>
  typed
    .replaceAll(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll(BETWEEN, "")
    .replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());

/** A digit of another script, or a letter that only looks like a Latin one. */
const foreign = (number: string): string | undefined => {
  const [character] = /[^0-9A-Z]/u.exec(number) ?? [];
  if (character === undefined) return undefined;
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return `Write it with the letters A to Z and the digits 0 to 9; ${character} (U+${code}) is none of them.`;
};

/** The sentence about a check digit that is not what the others give. */
export const wrongCheckDigit = (number: string, right: string): string =>
  `The check digit of ${number} would be ${right}. If it is printed as you wrote it, keep it as printed (asPrinted).`;

/** A number that its standard checks, or one that is kept as it is printed: forged goods carry forged numbers. */
export const statedNumber = (
  { fault, spelling = (number) => number }: Scheme,
  { describe, example }: { readonly describe: string; readonly example: string },
) => {
  const faultOf = (value: string): string | undefined => foreign(compact(value)) ?? fault(compact(value));
  return z
    .strictObject({
      value: printed({ max: 60 }).check(z.describe(`${describe}, such as ${example}`)),
      asPrinted: z.optional(
        z.literal(true).check(z.describe("It is kept as it is printed, though its standard would refuse it")),
      ),
    })
    .check(
      z.refine(({ value, asPrinted }) => asPrinted === true || faultOf(value) === undefined, {
        path: ["value"],
        error: ({ input }) => faultOf((input as { readonly value: string }).value) ?? "",
      }),
      z.describe(describe),
      z.overwrite((stated) =>
        stated.asPrinted === true || faultOf(stated.value) !== undefined
          ? stated
          : { ...stated, value: spelling(compact(stated.value)) },
      ),
    );
};
