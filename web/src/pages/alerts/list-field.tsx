import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { TextArea } from "../../components/field.tsx";
import { listOf } from "../../i18n/format.ts";
import { linesAtFault } from "./typed-values.ts";

interface ListFieldProps {
  readonly pointer: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly errors: readonly FieldError[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Texts of one line each: one entry a line, so that a column of a spreadsheet can be pasted into it. */
export const ListField = ({ pointer, label, help, errors, value, onChange }: ListFieldProps) => {
  const { i18n } = useLingui();
  const wrong = linesAtFault(pointer, value, errors);
  const where = listOf(wrong.map(String), i18n.locale);
  return (
    <TextArea
      pointer={pointer}
      label={label}
      optional
      help={
        <>
          {help ?? <Trans>One a line.</Trans>}
          {wrong.length > 0 && (
            <strong>
              {" "}
              <Trans>Look at line {where}.</Trans>
            </strong>
          )}
        </>
      }
      errors={errorsAt(errors, pointer)}
      value={value}
      onChange={onChange}
      rows={Math.min(6, Math.max(2, value.split("\n").length))}
      dir="auto"
      spellCheck={false}
    />
  );
};
