import * as z from "zod/mini";
import type { Audience } from "./audience.ts";
import type { GroupId } from "./group.ts";

/** Crockford's base 32, without the letters that are taken for digits. */
const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `IPR-2026-000123`, or `IPR-2026-R7K3M9Q` where it is not counted; as people type it, in any case. */
export const AlertReference = z
  .string()
  .check(
    z.trim(),
    z.toUpperCase(),
    z.regex(
      /^[A-Z][A-Z0-9-]{1,30}-\d{4}-(\d{6}|R[0-9A-HJKMNP-TV-Z]{6})$/,
      "A reference looks like IPR-2026-000123, or IPR-2026-R and six characters.",
    ),
  );

/** Only references of alerts to a whole group are counted: a gap in a count would tell outsiders of the others. */
export const isCounted = (audience: Audience): boolean => audience.kind === "group";

export const countedReference = (group: GroupId, year: number, count: number): string =>
  `${group.toUpperCase()}-${year}-${String(count).padStart(6, "0")}`;

/** `bytes`: six or more random ones. */
export const randomReference = (group: GroupId, year: number, bytes: Uint8Array): string =>
  `${group.toUpperCase()}-${year}-R${crockford(bytes, 6)}`;

/** Random characters of Crockford's base 32, five bits from each byte. */
export const crockford = (bytes: Uint8Array, length: number): string =>
  Array.from(bytes.subarray(0, length), (byte) => CROCKFORD[byte & 31]).join("");
