import * as z from "zod/mini";
import { type Variable, variables } from "../../shared/names.ts";

const Value = z.string().check(z.minLength(1));

/** A variable that infra/functions.ts gives this function; missing, the function does not start. */
export const environment = (variable: Variable): string => {
  const name = variables[variable];
  const value = Value.safeParse(process.env[name]);
  if (!value.success) throw new Error(`The function was deployed without ${name}`);
  return value.data;
};
