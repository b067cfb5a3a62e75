import * as z from "zod/mini";
import type { Noun } from "./endpoint.ts";

export const referenceLists = [
  "hs-2022",
  "locodes",
  "units",
  "packages",
  "transport-modes",
  "countries",
  "currencies",
  "members",
  "regions",
  "falsification",
  "commodity-categories",
] as const;

const ListName = z.enum(referenceLists);
export type ReferenceListName = z.infer<typeof ListName>;

const version = z
  .string()
  .check(
    z.maxLength(40, "A version has at most 40 characters."),
    z.describe("Changes with every entry of the list: what is asked for by it can be kept for a year"),
  );

/** What a code list is, and which version of it is current. */
export const ReferenceList = z.object({
  list: ListName,
  version,
  edition: z.string().check(z.describe("Edition of the standard, such as HS 2022")),
  source: z.string().check(z.describe("Who publishes it, and under which licence it is passed on")),
});
export type ReferenceList = z.infer<typeof ReferenceList>;

export const ReferenceEntry = z.object({
  code: z.string().check(z.describe("As an alert carries it")),
  names: z.record(z.string(), z.string()).check(z.describe("By language (BCP 47); English is always there")),
  words: z.optional(
    z.string().check(z.describe("Other words that find it, in the exchange's six languages")),
  ),
  /** Of members: their region. */
  region: z.optional(z.string()),
});
export type ReferenceEntry = z.infer<typeof ReferenceEntry>;

export const reference = {
  lists: {
    method: "GET",
    path: "/v1/reference",
    summary: "Name the code lists that alerts are written with, and their current versions",
    access: "signed-in",
    status: 200,
    response: z.object({ items: z.array(ReferenceList) }),
    versioned: true,
    cacheable: 300,
  },
  list: {
    method: "GET",
    path: "/v1/reference/{list}",
    summary:
      "Show a code list whole, or what a text finds in it; asked for by its version, the answer can be kept for a year",
    access: "signed-in",
    params: z.strictObject({ list: ListName }),
    query: z.strictObject({
      version: z.optional(version),
      q: z.optional(
        z
          .string()
          .check(
            z.maxLength(100, "Look for at most 100 characters."),
            z.describe("Words in any of the six languages, or the beginning of a code"),
          ),
      ),
      limit: z._default(
        z.coerce
          .number()
          .check(
            z.int("A limit is a whole number."),
            z.minimum(1, "A search finds at least 1 entry."),
            z.maximum(100, "A search finds at most 100 entries."),
            z.describe("Of a search; a list is shown whole"),
          ),
        25,
      ),
    }),
    status: 200,
    response: z.object({ ...ReferenceList.shape, items: z.array(ReferenceEntry) }),
    versioned: true,
    cacheable: 300,
    refusals: ["malformed"],
  },
} as const satisfies Noun;
