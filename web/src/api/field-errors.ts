import type * as z from "zod/mini";
import type { FieldError } from "../../../shared/domain/problem.ts";

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** What a contract's schema finds in a form's value before it is sent, as the API would answer it. */
export const fieldErrorsOf = (schema: z.ZodMiniType, value: unknown): readonly FieldError[] => {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return [];
  const errors = result.error.issues.map((issue) => ({
    pointer: pointer(issue.path),
    detail: detailOf(issue),
  }));
  // Two rules that an empty field breaks say the same of it.
  return [...new Map(errors.map((error) => [`${error.pointer} ${error.detail}`, error])).values()];
};

/** A schema's own words say what would be right; zod's own, which begin so, are for programmers. */
const isZodsOwn = (message: string): boolean => message === "" || message.startsWith("Invalid");

const detailOf = ({ input, message }: z.core.$ZodIssue): string => {
  if (input === undefined || input === "") return "This is required.";
  return isZodsOwn(message) ? "This is not valid here." : message;
};

/** The errors of one field and of what is inside it. */
export const errorsAt = (errors: readonly FieldError[], at: string): readonly FieldError[] =>
  errors.filter((error) => error.pointer === at || error.pointer.startsWith(`${at}/`));
