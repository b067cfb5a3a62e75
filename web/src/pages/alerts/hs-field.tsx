import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { CodeCombobox } from "../../components/code-combobox.tsx";

type Names = typeof import("../../../../shared/reference/hs-2022-names.ts");

interface HsFieldProps {
  readonly pointer: string;
  /** Where it is not a line of goods that is described. */
  readonly label?: string;
  readonly help?: string;
  readonly errors: readonly FieldError[];
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** A heading or subheading of HS 2022, by digits or by words in any of the six languages. */
export const HsField = (props: HsFieldProps) => {
  const { t, i18n } = useLingui();
  const [names, setNames] = useState<Names>();
  // 800 KB of names: loaded when somebody is about to look one up, and kept by the browser from then on.
  const load = () => {
    if (names === undefined)
      void import("../../../../shared/reference/hs-2022-names.ts")
        .then(setNames)
        // Without a line, digits can be typed; it is tried again when the field is entered again.
        .catch(() => undefined);
  };
  const nameOf = (code: string): string | undefined => {
    const known = names?.hsNameIn(code, i18n.locale);
    return known === undefined ? undefined : `${code} ${known.name}`;
  };
  return (
    <CodeCombobox
      {...props}
      label={props.label ?? t`HS code (optional)`}
      help={
        props.help ??
        t`4 or 6 digits of HS 2022, or words in any of six languages. Example: 3004, vaccines or gants`
      }
      takesText
      onFocus={load}
      loading={names === undefined}
      nameOf={nameOf}
      search={(text) =>
        (names?.searchHs(text, 40) ?? []).map((found) => ({
          ...found,
          ...names?.hsNameIn(found.code, i18n.locale),
        }))
      }
    />
  );
};
