import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useState } from "react";
import type { FieldError } from "../../../shared/domain/problem.ts";
import { CodeCombobox } from "./code-combobox.tsx";
import type { CodeOption } from "./code-search.ts";
import { fieldId } from "./field.tsx";

interface CodeListProps {
  readonly pointer: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly errors: readonly FieldError[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  /** What a text of words or digits finds, the best first. */
  readonly search: (text: string) => readonly CodeOption[];
  /** The code in words; undefined where it is not known. */
  readonly nameOf: (code: string) => string | undefined;
  readonly onFocus?: () => void;
  readonly loading?: boolean;
}

/** Any number of codes, each added by typing words or digits, and taken off again one by one. */
export const CodeList = ({ value, onChange, search, nameOf, ...field }: CodeListProps) => {
  const { t } = useLingui();
  const { pointer } = field;
  // How often it was changed since the field was entered: the field is gone back to, and its list not opened by itself.
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    if (changes > 0) document.getElementById(fieldId(pointer))?.focus();
  }, [changes, pointer]);
  return (
    <div className="code-list">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: It only hears that its field was left. */}
      <div onBlur={() => setChanges(0)}>
        <CodeCombobox
          {...field}
          // Begun anew with each code: a place in the former list means nothing in the next.
          key={changes}
          value=""
          nameOf={() => undefined}
          search={(text) =>
            changes > 0 && text === "" ? [] : search(text).filter(({ code }) => !value.includes(code))
          }
          onChange={(code) => {
            if (code === "" || value.includes(code)) return;
            onChange([...value, code]);
            setChanges(changes + 1);
          }}
        />
      </div>
      {value.length > 0 && (
        <ul className="codes">
          {value.map((code) => {
            const name = nameOf(code);
            return (
              <li key={code} className="code-chip">
                <code>{code}</code>
                {name !== undefined && name !== code && <span className="code-name">{name}</span>}
                <button
                  type="button"
                  className="code-off"
                  aria-label={t`Remove ${name ?? code}`}
                  onClick={() => {
                    onChange(value.filter((each) => each !== code));
                    setChanges(changes + 1);
                  }}
                >
                  <Trans>Remove</Trans>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
};
