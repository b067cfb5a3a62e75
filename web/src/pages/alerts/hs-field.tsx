import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { CodeCombobox } from "../../components/code-combobox.tsx";

type Names = typeof import("../../../../shared/reference/hs-2022-names.ts");

interface HsFieldProps {
  readonly pointer: string;
  readonly errors: readonly FieldError[];
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** A heading or subheading of HS 2022, by digits or by words of its name, which is published in English. */
export const HsField = (props: HsFieldProps) => {
  const { t } = useLingui();
  const [names, setNames] = useState<Names>();
  // 800 KB of names: loaded when somebody is about to look one up.
  const load = () => {
    if (names === undefined) void import("../../../../shared/reference/hs-2022-names.ts").then(setNames);
  };
  const nameOf = (code: string): string | undefined => {
    const name = names?.hsName(code);
    return name === undefined ? undefined : `${code} ${name}`;
  };
  return (
    <CodeCombobox
      {...props}
      label={t`HS code (optional)`}
      help={t`4 or 6 digits of HS 2022, or words to look it up. Example: 3004 or vaccines`}
      takesText
      onFocus={load}
      loading={names === undefined}
      nameOf={nameOf}
      search={(text) => (names?.searchHs(text, 40) ?? []).map((found) => ({ ...found, language: "en" }))}
    />
  );
};
