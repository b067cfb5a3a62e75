import * as z from "zod/mini";
import { Id } from "../domain/identifiers.ts";

/** The path parameter of everything that has an id. */
export const byId = z.strictObject({ id: Id });

/** RFC 9457; `errors` names each field at fault. */
export const ProblemDocument = z.object({
  type: z.url().check(z.describe("The kind of refusal; stable")),
  title: z.string(),
  status: z.int(),
  detail: z.string().check(z.describe("A reason that a person can act on")),
  instance: z.string().check(z.describe("The request's id: quote it when asking for help")),
  errors: z.optional(
    z
      .array(
        z.object({
          pointer: z
            .string()
            .check(z.describe("JSON Pointer into the body (RFC 6901), or a query parameter's name")),
          detail: z.string().check(z.describe("What would be right")),
        }),
      )
      .check(z.describe("Each field at fault")),
  ),
});
export type ProblemDocument = z.infer<typeof ProblemDocument>;

const limit = z._default(
  z.coerce
    .number()
    .check(
      z.int("A limit is a whole number."),
      z.minimum(1, "A page has at least 1 entry."),
      z.maximum(100, "A page has at most 100 entries."),
    ),
  25,
);

/** The query parameters of every list. */
export const paging = {
  limit,
  cursor: z.optional(
    z
      .string()
      .check(
        z.maxLength(400),
        z.describe("nextCursor of the page before; good for the same caller and filter alone"),
      ),
  ),
};

/** A page of a list; `nextCursor` is null at the end. A page may be shorter than asked although more follow. */
export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.nullable(z.string()).check(z.describe("null at the end")),
  });
