import * as z from "zod/mini";
import { asReported } from "./text.ts";

const falsificationCodes = [
  "api",
  "packaging-only",
  "product-and-packaging",
  "product-only",
  "mimic",
  "undeclared-api",
  "unclassified",
] as const;
const FalsificationCode = z
  .enum(falsificationCodes)
  .check(
    z.describe(
      "What is false (after the Pharmaceutical Security Institute): the active ingredient; the packaging alone; both; the product in genuine packaging; a look-alike; an undeclared active ingredient; not known",
    ),
  );
export type FalsificationCode = z.infer<typeof FalsificationCode>;

/** What is wrong with a product. */
export const Falsification = z.strictObject({
  code: FalsificationCode,
  asReported: asReported("What is wrong"),
});
export type Falsification = z.infer<typeof Falsification>;
