import * as z from "zod/mini";
import { asReported, text } from "./text.ts";

export const detectionMethods = [
  "risk-profile",
  "intelligence",
  "x-ray",
  "dog",
  "random",
  "right-holder",
  "post-clearance",
  "declaration",
] as const;

/** How the goods were found, and what gave them away. */
export const Detection = z
  .strictObject({
    method: z.optional(
      z
        .enum(detectionMethods)
        .check(z.describe("What led to the goods; post-clearance: a control afterwards")),
    ),
    methodAsReported: asReported("The method"),
    indicators: z.optional(
      z
        .array(text({ max: 200 }))
        .check(
          z.minLength(1, "Name at least one indicator, or leave the list out."),
          z.maxLength(20, "At most 20 indicators fit here."),
          z.describe("What gave the goods away, for colleagues to look for"),
        ),
    ),
  })
  .check(z.describe("How the goods were found, and what gave them away"));
export type Detection = z.infer<typeof Detection>;
