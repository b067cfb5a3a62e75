import { useLingui } from "@lingui/react/macro";
import type { FieldError } from "../../../../shared/domain/problem.ts";

/** As they stand in the form, from its top to its end. */
const order = ["/kind", "/id", "/name", "/description", "/from", "/until", "/owner", "/history", "/review"];

export const inFormOrder = (errors: readonly FieldError[]): readonly FieldError[] =>
  errors.toSorted((one, other) => order.indexOf(one.pointer) - order.indexOf(other.pointer));

/** What the fields of a group are called, for the summary of what is wrong. */
export const useGroupFieldNames = (): ((pointer: string) => string) => {
  const { t } = useLingui();
  const names: Readonly<Record<string, string>> = {
    "/kind": t`Kind`,
    "/id": t`Short name`,
    "/name": t`Name`,
    "/description": t`Description`,
    "/owner": t`Owner`,
    "/from": t`First day`,
    "/until": t`Last day`,
    "/history": t`What new members read`,
    "/review": t`Review of alerts`,
  };
  return (pointer) => names[pointer] ?? pointer;
};
