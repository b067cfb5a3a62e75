import type * as z from "zod/mini";
import type { Item, Query, RecordStore } from "../../domain/record-store.ts";

/** An item as its schema reads it: keys and housekeeping attributes fall away, a broken item fails loudly. */
export const parsed = <S extends z.ZodMiniType>(schema: S, item: Item): z.infer<S> => schema.parse(item);

export const parsedIfAny = <S extends z.ZodMiniType>(
  schema: S,
  item: Item | undefined,
): z.infer<S> | undefined => (item === undefined ? undefined : parsed(schema, item));

/** A page of items of one kind; `after` may be left undefined. */
export const parsedPage = async <S extends z.ZodMiniType>(
  store: RecordStore,
  schema: S,
  { after, ...query }: Omit<Query, "after"> & { readonly after: string | undefined },
) => {
  const { items, more } = await store.query({ ...query, ...(after === undefined ? {} : { after }) });
  return { items: items.map((item) => parsed(schema, item)), more };
};
