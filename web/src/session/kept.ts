import { useEffect, useState } from "react";
import type * as z from "zod/mini";

/** What is written in a form stays in this tab over a reload and a new sign-in; signing out removes it. */
const PREFIX = "cencomm.form.";

/** What is kept under a name; what a former console kept in another shape is not taken up. */
export const keptOf = <S extends z.ZodMiniType>(key: string, schema: S): z.output<S> | undefined => {
  try {
    return schema.parse(JSON.parse(sessionStorage.getItem(PREFIX + key) ?? ""));
  } catch {
    return undefined;
  }
};

export const dropKept = (key: string): void => sessionStorage.removeItem(PREFIX + key);

/** As useState, kept under a name. */
export const useKept = <S extends z.ZodMiniType>(key: string, schema: S, initial: () => z.output<S>) => {
  const [value, setValue] = useState<z.output<S>>(() => keptOf(key, schema) ?? initial());
  useEffect(() => {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  }, [key, value]);
  return [value, setValue] as const;
};
