import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { countryCodes, countryName } from "../../../shared/reference/countries.ts";
import type { CodeOption } from "./code-search.ts";

/** Every country by name, as the reader's language sorts them. */
export const useCountryChoices = (): readonly CodeOption[] => {
  const { i18n } = useLingui();
  return useMemo(() => {
    const collator = new Intl.Collator(i18n.locale);
    return [...countryCodes]
      .map((code) => ({ code, name: countryName(code, i18n.locale) }))
      .sort((one, other) => collator.compare(one.name, other.name));
  }, [i18n.locale]);
};
