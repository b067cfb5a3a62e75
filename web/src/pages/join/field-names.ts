import { useLingui } from "@lingui/react/macro";

/** What the fields of the application are called in its summary of errors. */
export const useFieldNames = (): ((pointer: string) => string) => {
  const { t } = useLingui();
  return (pointer) => {
    const [, first, index, name] = pointer.split("/");
    if (first === "administration") return t`Administration`;
    if (first === "termsVersion") return t`Terms`;
    if (index === undefined) return t`Contact points`;
    const fields: Readonly<Record<string, string>> = {
      name: t`Name`,
      function: t`Function`,
      email: t`E-mail address`,
      phone: t`Phone`,
      language: t`Language`,
    };
    const field = fields[name ?? ""] ?? "";
    if (index === "0") return t`${field} of the primary contact point`;
    if (index === "1") return t`${field} of the deputy contact point`;
    const number = Number(index) + 1;
    return t`${field} of contact point ${number}`;
  };
};
