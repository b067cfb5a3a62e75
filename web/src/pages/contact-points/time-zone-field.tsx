import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { CodeCombobox } from "../../components/code-combobox.tsx";
import { searchOptions } from "../../components/code-search.ts";
import { placeOf } from "../../i18n/hours.ts";

interface TimeZoneFieldProps {
  readonly pointer: string;
  readonly errors: readonly FieldError[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time zone, by the city that it is named after. */
export const TimeZoneField = (props: TimeZoneFieldProps) => {
  const { t } = useLingui();
  const options = useMemo(() => {
    const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", props.value].filter(Boolean));
    return [...zones].map((code) => ({ code, name: placeOf(code) }));
  }, [props.value]);
  return (
    <CodeCombobox
      {...props}
      label={t`Time zone`}
      help={t`By a city in it. Example: Nairobi`}
      search={(text) => searchOptions(options, text)}
      nameOf={(code) => (options.some((option) => option.code === code) ? placeOf(code) : undefined)}
    />
  );
};
