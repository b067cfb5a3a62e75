import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { FieldError } from "../../../shared/domain/problem.ts";
import { CodeCombobox, type CodeOption } from "./code-combobox.tsx";

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
}

/** Any number of codes, each added by typing words or digits, and taken off again one by one. */
export const CodeList = ({ value, onChange, search, nameOf, ...field }: CodeListProps) => {
  const { t } = useLingui();
  return (
    <div className="code-list">
      <CodeCombobox
        {...field}
        value=""
        nameOf={() => undefined}
        search={(text) => search(text).filter(({ code }) => !value.includes(code))}
        onChange={(code) => {
          if (code !== "" && !value.includes(code)) onChange([...value, code]);
        }}
      />
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
                  onClick={() => onChange(value.filter((each) => each !== code))}
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
