import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import type * as z from "zod/mini";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { Button } from "../../components/button.tsx";
import { fieldId, TextField, Tick } from "../../components/field.tsx";
import type { TypedNumber } from "./stated-numbers.ts";

interface StatedNumbersProps {
  /** Of the list in what is sent. */
  readonly pointer: string;
  /** What one of them is called. */
  readonly label: string;
  readonly help?: ReactNode;
  readonly schema: z.ZodMiniType;
  readonly errors: readonly FieldError[];
  readonly value: readonly TypedNumber[];
  readonly onChange: (value: TypedNumber[]) => void;
  readonly inputMode?: "numeric" | "text";
  /** There is at most one, and the pointer is its own. */
  readonly single?: boolean;
}

const none: TypedNumber = { value: "", asPrinted: false };

/** Numbers that their standard checks: a wrong one is told as soon as it is left, and can be kept as it is printed. */
export const StatedNumbersField = ({
  pointer,
  label,
  help,
  schema,
  errors,
  value,
  onChange,
  inputMode = "text",
  single = false,
}: StatedNumbersProps) => {
  const { t } = useLingui();
  const shown = value.length === 0 ? [none] : value;
  // Where the errors are counted from: numbers that are empty are not sent.
  const sent = (index: number) => shown.slice(0, index).filter((each) => each.value.trim() !== "").length;
  return (
    <div className="form">
      {shown.map((number, index) => {
        const at = single ? pointer : `${pointer}/${index}`;
        return (
          <StatedNumber
            // biome-ignore lint/suspicious/noArrayIndexKey: A number being typed has nothing else that is its own.
            key={index}
            pointer={at}
            label={index === 0 ? label : `${label} (${index + 1})`}
            help={index === 0 ? help : undefined}
            schema={schema}
            inputMode={inputMode}
            errors={[
              ...(number.value.trim() === ""
                ? []
                : errorsAt(errors, single ? pointer : `${pointer}/${sent(index)}`)),
              ...(index === 0 && !single ? errors.filter((error) => error.pointer === pointer) : []),
            ]}
            value={number}
            onChange={(next) => onChange([...shown].with(index, next))}
            onRemove={
              shown.length === 1 ? undefined : () => onChange(shown.filter((_, each) => each !== index))
            }
          />
        );
      })}
      {!single && (
        <div className="actions">
          <Button
            look="quiet"
            onClick={() => {
              onChange([...shown, none]);
              // Once it is there.
              requestAnimationFrame(() =>
                document.getElementById(fieldId(`${pointer}/${shown.length}`))?.focus(),
              );
            }}
          >
            {t`Add another: ${label}`}
          </Button>
        </div>
      )}
    </div>
  );
};

const stated = (value: string, asPrinted: boolean) => ({ value, ...(asPrinted && { asPrinted }) });

interface StatedNumberProps extends Omit<StatedNumbersProps, "value" | "onChange"> {
  readonly value: TypedNumber;
  readonly onChange: (value: TypedNumber) => void;
  readonly onRemove?: (() => void) | undefined;
}

const StatedNumber = ({
  pointer,
  label,
  help,
  schema,
  errors,
  value,
  onChange,
  onRemove,
  inputMode,
}: StatedNumberProps) => {
  const { t } = useLingui();
  const [isLeft, setLeft] = useState(value.value !== "");
  const { asPrinted } = value;
  const isEmpty = value.value.trim() === "";
  const faults = isEmpty ? [] : fieldErrorsOf(schema, stated(value.value, asPrinted));
  const canBeKept = !isEmpty && faults.length > 0 && schema.safeParse(stated(value.value, true)).success;
  return (
    <div className="stack">
      <TextField
        pointer={pointer}
        label={label}
        optional
        help={help}
        errors={isLeft ? [...errors, ...faults] : errors}
        value={value.value}
        onChange={(next) => onChange({ ...value, value: next })}
        onFocus={() => setLeft(false)}
        onBlur={() => setLeft(true)}
        inputMode={inputMode}
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
      />
      {(asPrinted || canBeKept) && (
        <Tick
          pointer={`${pointer}/asPrinted`}
          label={t`Keep it as printed: ${value.value.trim()}`}
          errors={[]}
          checked={asPrinted}
          onChange={(next) => onChange({ ...value, asPrinted: next })}
        />
      )}
      {onRemove && (
        <div className="actions">
          <Button look="quiet" onClick={onRemove}>
            <Trans>Remove this number</Trans>
          </Button>
        </div>
      )}
    </div>
  );
};
