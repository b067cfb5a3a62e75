import * as z from "zod/mini";
import { asReported, text } from "./text.ts";

/** A class of the ATC system at any of its five levels, such as C, C09, C09A, C09AA or C09AA05. */
const ATC = /^[A-DGHJLMNPRSV](\d{2}([A-Z]([A-Z](\d{2})?)?)?)?$/;

/** A product as a medicine or vaccine, as it states itself. */
export const Medicine = z
  .strictObject({
    inn: z.optional(
      z
        .array(text({ max: 120 }))
        .check(
          z.minLength(1, "Name at least one active substance, or leave the list out."),
          z.maxLength(20, "A medicine has at most 20 active substances here."),
          z.describe("Active substances by their international nonproprietary names (WHO INN), one each"),
        ),
    ),
    innAsReported: asReported("The active substances"),
    atc: z.optional(
      z
        .string()
        .check(
          z.regex(ATC, "An ATC code is written as WHO does, such as P01BF01 or a class of it, such as P01B."),
          z.describe("Anatomical Therapeutic Chemical code (WHOCC), at any of its five levels"),
        ),
    ),
    atcAsReported: asReported("The class"),
    strength: z.optional(text({ max: 120 }).check(z.describe("With its unit, as printed: 20 mg/120 mg"))),
    form: z.optional(
      text({ max: 120 }).check(z.describe("Dosage form and presentation, as printed: tablet, 10 ml vial")),
    ),
    storage: z.optional(
      text({ max: 200 }).check(z.describe("Storage that the product asks for, or was found in: 2–8 °C")),
    ),
  })
  .check(z.describe("The product as a medicine or vaccine, as it states itself (WHO, GS1)"));
export type Medicine = z.infer<typeof Medicine>;
