import { useLingui } from "@lingui/react/macro";

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
