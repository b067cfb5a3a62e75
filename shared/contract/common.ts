import * as z from "zod/mini";
import { Id } from "../domain/identifiers.ts";

/** The path parameter of everything that has an id. */
export const byId = z.strictObject({ id: Id });

/** RFC 9457; `errors` names each field at fault. */
export const ProblemDocument = z.object({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** The request's id: quote it when asking for help. */
  instance: z.string(),
  errors: z.optional(z.array(z.object({ pointer: z.string(), detail: z.string() }))),
});
export type ProblemDocument = z.infer<typeof ProblemDocument>;

const limit = z._default(
  z.coerce
    .number()
    .check(z.int("A limit is a whole number."), z.minimum(1, "At least 1."), z.maximum(100, "At most 100.")),
  25,
);

/** The query parameters of every list. */
export const paging = {
  limit,
  cursor: z.optional(z.string().check(z.maxLength(400))),
};

/** A page of a list; `nextCursor` is null at the end. A page may be shorter than asked although more follow. */
export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });
