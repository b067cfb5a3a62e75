import { readFile } from "node:fs/promises";
import * as z from "zod/mini";

const Product = z.looseObject({
  name: z.string(),
  quantity: z.optional(z.number()),
  unit: z.optional(z.string()),
  hsHeading: z.optional(z.string()),
  manufacturer: z.optional(z.string()),
  brand: z.optional(z.string()),
  batches: z.optional(z.array(z.string())),
  manufactured: z.optional(z.string()),
  expires: z.optional(z.string()),
});
export type Product = z.infer<typeof Product>;

/** One public alert as the file has it; what is unknown here is kept, so that the mapping can count it. */
export const PublicRecord = z.looseObject({
  id: z.string(),
  date: z.optional(z.string()),
  sourceKind: z.string(),
  authority: z.string(),
  title: z.string(),
  summary: z.string(),
  countries: z._default(z.array(z.string()), []),
  products: z.array(Product).check(z.minLength(1)),
  route: z.optional(
    z.looseObject({
      origin: z.optional(z.string()),
      transit: z.optional(z.array(z.string())),
      destination: z.optional(z.string()),
    }),
  ),
  place: z.optional(z.string()),
  falsification: z.optional(z.string()),
  sourceUrl: z.optional(z.string()),
});
export type PublicRecord = z.infer<typeof PublicRecord>;

/** In the file's order. Throws, naming the line, at one that is not such a record. */
export const readPublicAlerts = async (
  file: URL = new URL("public-alerts.jsonl", import.meta.url),
): Promise<readonly PublicRecord[]> =>
  (await readFile(file, "utf8"))
    .split("\n")
    .map((line, index) => ({ line, at: index + 1 }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, at }) => {
      try {
        return PublicRecord.parse(JSON.parse(line));
      } catch (cause) {
        throw new Error(`Line ${at} of ${file.pathname} is not a public alert.`, { cause });
      }
    });
