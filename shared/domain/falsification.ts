import * as z from "zod/mini";
import { falsificationNames } from "../reference/falsification.ts";
import { asReported } from "./text.ts";

const falsificationCodes = Object.keys(falsificationNames) as (keyof typeof falsificationNames)[];
const FalsificationCode = z
  .enum(falsificationCodes)
  .check(
    z.describe(
      "What is false (after the Pharmaceutical Security Institute): the active ingredient; the packaging alone; both; the product in genuine packaging; a look-alike; an undeclared active ingredient; not known",
    ),
  );
export type FalsificationCode = z.infer<typeof FalsificationCode>;

/** What is wrong with a product. */
export const Falsification = z
  .strictObject({
    code: FalsificationCode,
    asReported: asReported("What is wrong"),
  })
  .check(z.describe("What is wrong with the product"));
export type Falsification = z.infer<typeof Falsification>;
