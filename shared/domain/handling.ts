import * as z from "zod/mini";
import { lines } from "./text.ts";

/**
 * What a recipient may do with the information, beside how far it may go (TLP). The codes are Europol's,
 * their words ours, after the Council's guidelines for law enforcement information exchange of 2018 as Statewatch quotes them
 * (https://statewatch.org/news/2018/february/eu-law-enforcement-information-exchange-guidelines).
 */
export const handlingCodes = ["H0", "H1", "H2", "H3"] as const;
export type HandlingCode = (typeof handlingCodes)[number];

export const Handling = z
  .strictObject({
    code: z
      .enum(handlingCodes, "A handling code is H0, H1, H2 or H3.")
      .check(
        z.describe(
          "Europol handling code. H0: for preventing and combating crime; H1: not to be disclosed in judicial proceedings without the provider's permission; H2: not to be passed on without the provider's permission; H3: other restrictions, which the conditions say",
        ),
      ),
    conditions: z.optional(
      lines({ max: 1000 }).check(z.describe("What else the reader has to keep to, in the author's words")),
    ),
  })
  .check(
    z.refine(({ code, conditions }) => code !== "H3" || conditions !== undefined, {
      path: ["conditions"],
      error: "H3 stands for other restrictions: write what they are.",
    }),
    z.describe("What a reader may do with it, beside how far it may go (TLP)"),
  );
export type Handling = z.infer<typeof Handling>;
