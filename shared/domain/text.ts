import * as z from "zod/mini";

/**
 * Control characters, lone surrogates, line separators, and the bidi embeddings, overrides and isolates that can make
 * a text read as another one (UAX #9). The marks that right-to-left languages need (U+200E, U+200F, U+061C) stay.
 */
const forbidden = String.raw`[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]`;
const FORBIDDEN_IN_A_LINE = new RegExp(forbidden, "u");
const FORBIDDEN_IN_LINES = new RegExp(String.raw`(?!\n)${forbidden}`, "u");

/** A text of spaces and joiners alone would look empty. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const bounded = (max: number, normalise: (value: string) => string, refused: RegExp, wording: string) =>
  z.string({ error: ({ input }) => (input === undefined ? "This is required." : "This is a text.") }).check(
    z.overwrite((value) => normalise(value.normalize("NFC")).trim()),
    z.refine((value) => VISIBLE.test(value), {
      error: "This is required: write at least one character that can be seen.",
      abort: true,
    }),
    // Counted in code points, as JSON Schema counts and people do; zod's own check counts UTF-16 units.
    z.refine((value) => Array.from(value).length <= max, `This has at most ${max} characters.`),
    z.refine((value) => !refused.test(value), wording),
    z.meta({ minLength: 1, maxLength: max }),
  );

/** One line: NFC, trimmed, not empty, up to `max` characters (code points), no control characters. */
export const text = ({ max }: { readonly max: number }) =>
  bounded(
    max,
    (value) => value,
    FORBIDDEN_IN_A_LINE,
    "Remove line breaks, control characters and text direction controls.",
  );

/** Several lines, each break one `\n` and each tab a space; otherwise as {@link text}. */
export const lines = ({ max }: { readonly max: number }) =>
  bounded(
    max,
    (value) => value.replaceAll(/\r\n?|[\u2028\u2029]/g, "\n").replaceAll("\t", " "),
    FORBIDDEN_IN_LINES,
    "Remove control characters and text direction controls; line breaks may stay.",
  );
