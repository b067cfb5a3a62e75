import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { members } from "../../../shared/reference/members.ts";
import { useAdministrationName } from "../i18n/names.ts";

/** The members of the WCO by name, as the reader's language sorts them. */
export const useMemberChoices = (): readonly { readonly code: string; readonly name: string }[] => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  return useMemo(() => {
    const collator = new Intl.Collator(i18n.locale);
    return members
      .map(({ code }) => ({ code, name: nameOf(code) }))
      .sort((one, other) => collator.compare(one.name, other.name));
  }, [i18n.locale, nameOf]);
};
