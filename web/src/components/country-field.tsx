import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useMemo } from "react";
import type { FieldError } from "../../../shared/domain/problem.ts";
import { countryCodes, countryName } from "../../../shared/reference/countries.ts";
import { CodeCombobox } from "./code-combobox.tsx";
import { searchOptions } from "./code-search.ts";

interface CountryFieldProps {
  readonly pointer: string;
  readonly label: ReactNode;
  readonly errors: readonly FieldError[];
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** A country, by its name in the reader's language or its code. */
export const CountryField = (props: CountryFieldProps) => {
  const { i18n } = useLingui();
  const { locale } = i18n;
  const options = useMemo(() => {
    const collator = new Intl.Collator(locale);
    return [...countryCodes]
      .map((code) => ({ code, name: countryName(code, locale) }))
      .sort((one, other) => collator.compare(one.name, other.name));
  }, [locale]);
  return (
    <CodeCombobox
      {...props}
      search={(text) => searchOptions(options, text, 300)}
      nameOf={(code) => (countryCodes.has(code) ? countryName(code, locale) : undefined)}
    />
  );
};
