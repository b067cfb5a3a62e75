import { useLingui } from "@lingui/react/macro";

/** What the fields of the list are called in its summary of errors. */
export const useFieldNames = (): ((pointer: string) => string) => {
  const { t } = useLingui();
  return (pointer) => {
    const [, , index, name, , period, part] = pointer.split("/");
    if (index === undefined) return t`Contact points`;
    const times: Readonly<Record<string, string>> = {
      days: t`Days`,
      from: t({ message: "From", context: "time of the day" }),
      to: t({ message: "To", context: "time of the day" }),
    };
    const fields: Readonly<Record<string, string>> = {
      name: t`Name`,
      function: t`Function`,
      email: t`E-mail address`,
      phone: t`Phone`,
      languages: t`Languages`,
      timeZone: t`Time zone`,
      hours: period === undefined ? t`Hours` : (times[part ?? ""] ?? t`Hours`),
    };
    const field = fields[name ?? ""] ?? "";
    if (index === "0") return t`${field} of the primary contact point`;
    if (index === "1") return t`${field} of the deputy contact point`;
    const number = Number(index) + 1;
    return t`${field} of contact point ${number}`;
  };
};
