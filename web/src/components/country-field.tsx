import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { FieldError } from "../../../shared/domain/problem.ts";
import { countryCodes, countryName } from "../../../shared/reference/countries.ts";
import { CodeCombobox } from "./code-combobox.tsx";
import { searchOptions } from "./code-search.ts";
import { useCountryChoices } from "./country-choices.ts";

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
  const options = useCountryChoices();
  return (
    <CodeCombobox
      {...props}
      search={(text) => searchOptions(options, text, 300)}
      nameOf={(code) => (countryCodes.has(code) ? countryName(code, i18n.locale) : undefined)}
    />
  );
};
