import { useLingui } from "@lingui/react";
import { type ReactNode, useMemo } from "react";
import type { FieldError } from "../../../shared/domain/problem.ts";
import { currencyCodes, currencyName } from "../../../shared/reference/currencies.ts";
import { CodeCombobox } from "./code-combobox.tsx";
import { searchOptions } from "./code-search.ts";

interface CurrencyFieldProps {
  readonly pointer: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly errors: readonly FieldError[];
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** A currency of ISO 4217, by its name in the reader's language or its code. */
export const CurrencyField = (props: CurrencyFieldProps) => {
  const { i18n } = useLingui();
  const options = useMemo(
    () =>
      [...currencyCodes]
        .map((code) => ({ code, name: currencyName(code, i18n.locale) }))
        .toSorted((one, other) => one.name.localeCompare(other.name, i18n.locale)),
    [i18n.locale],
  );
  return (
    <CodeCombobox
      {...props}
      search={(text) => searchOptions(options, text, 200)}
      nameOf={(code) => (currencyCodes.has(code) ? currencyName(code, i18n.locale) : undefined)}
    />
  );
};
