import type * as z from "zod/mini";
import type { Item } from "../../domain/record-store.ts";

/** An item as its schema reads it: keys and housekeeping attributes fall away, a broken item fails loudly. */
export const parsed = <S extends z.ZodMiniType>(schema: S, item: Item): z.infer<S> => schema.parse(item);

export const parsedIfAny = <S extends z.ZodMiniType>(
  schema: S,
  item: Item | undefined,
): z.infer<S> | undefined => (item === undefined ? undefined : parsed(schema, item));
