import * as z from "zod/mini";

/** A number that its standard checks, as it is being typed. */
export const TypedNumber = z.object({ value: z.string(), asPrinted: z.boolean() });
export type TypedNumber = z.infer<typeof TypedNumber>;

interface Stated {
  readonly value: string;
  readonly asPrinted?: true | undefined;
}

/** The numbers that were filled in, each as its standard writes it where it can be read so. */
export const numbersOf = (schema: z.ZodMiniType<Stated>, typed: readonly TypedNumber[]): readonly Stated[] =>
  typed
    .filter(({ value }) => value.trim() !== "")
    .map(({ value, asPrinted }) => {
      const stated = { value: value.trim(), ...(asPrinted ? { asPrinted } : {}) };
      return schema.safeParse(stated).data ?? stated;
    });

export const toNumbers = (numbers: readonly Stated[] = []): TypedNumber[] =>
  numbers.map(({ value, asPrinted = false }) => ({ value, asPrinted }));
