import * as z from "zod/mini";

/** Control characters, lone surrogates, and the bidi controls that can make a text read as another one (UAX #9). */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

const normalise = (value: string): string => value.normalize("NFC").replaceAll(/\r\n?/g, "\n").trim();

const bounded = (max: number, forbidden: (value: string) => boolean, wording: string) =>
  z.string({ error: (issue) => (issue.input === undefined ? "This is required." : "This is a text.") }).check(
    z.overwrite(normalise),
    z.minLength(1, "This is required: write at least one character."),
    z.refine((value) => Array.from(value).length <= max, `This has at most ${max} characters.`),
    z.refine((value) => !forbidden(value), wording),
  );

/** One line: NFC, trimmed, not empty, up to `max` characters (code points), no control characters. */
export const text = ({ max }: { readonly max: number }) =>
  bounded(
    max,
    (value) => FORBIDDEN.test(value),
    "Remove line breaks, control characters and text direction controls.",
  );

/** Several lines; otherwise as {@link text}. */
export const lines = ({ max }: { readonly max: number }) =>
  bounded(
    max,
    (value) => FORBIDDEN.test(value.replaceAll("\n", "")),
    "Remove control characters and text direction controls; line breaks may stay.",
  );
