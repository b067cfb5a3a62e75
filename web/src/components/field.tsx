import { useLingui } from "@lingui/react/macro";
import type { ComponentProps, ReactNode } from "react";
import type { FieldError } from "../../../shared/domain/problem.ts";
import { Reason } from "./reason.tsx";

/** The id of the control for a field, by its JSON Pointer into the form's value. */
export const fieldId = (pointer: string): string => `field${pointer.replaceAll(/[/~]/g, "-")}`;

/** What each field is shown with: label above, help below it, what is wrong beside it. */
interface FieldProps {
  /** JSON Pointer of the field in what is sent; it ties errors to it. */
  readonly pointer: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly errors: readonly FieldError[];
  readonly optional?: boolean;
}

const describedBy = (id: string, help: unknown, isWrong: boolean): string | undefined => {
  const ids = [help ? `${id}-help` : "", isWrong ? `${id}-wrong` : ""].filter(Boolean).join(" ");
  return ids === "" ? undefined : ids;
};

const Optional = () => {
  const { t } = useLingui();
  return <span className="field-optional"> {t`(optional)`}</span>;
};

export const FieldErrors = ({
  id,
  errors,
}: {
  readonly id: string;
  readonly errors: readonly FieldError[];
}) =>
  errors.length === 0 ? null : (
    <p className="field-wrong" id={`${id}-wrong`}>
      {[...new Set(errors.map(({ detail }) => detail))].map((detail) => (
        <span key={detail}>
          <Reason sentence={detail} />
        </span>
      ))}
    </p>
  );

const Frame = ({
  id,
  label,
  help,
  errors,
  optional,
  children,
}: Omit<FieldProps, "pointer"> & { readonly id: string; readonly children: ReactNode }) => (
  <div className="field" data-wrong={errors.length > 0 || undefined}>
    <label htmlFor={id} className="field-label">
      {label}
      {optional && <Optional />}
    </label>
    {help && (
      <p className="field-help" id={`${id}-help`}>
        {help}
      </p>
    )}
    <FieldErrors id={id} errors={errors} />
    {children}
  </div>
);

type Control<Tag extends "input" | "textarea" | "select"> = FieldProps &
  Omit<ComponentProps<Tag>, "id" | "value" | "onChange"> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
  };

export const TextField = ({
  pointer,
  label,
  help,
  errors,
  optional = false,
  onChange,
  ...rest
}: Control<"input">) => {
  const id = fieldId(pointer);
  return (
    <Frame id={id} label={label} help={help} errors={errors} optional={optional}>
      <input
        {...rest}
        id={id}
        className={`input ${rest.className ?? ""}`}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, help, errors.length > 0)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Frame>
  );
};

export const TextArea = ({
  pointer,
  label,
  help,
  errors,
  optional = false,
  onChange,
  ...rest
}: Control<"textarea">) => {
  const id = fieldId(pointer);
  return (
    <Frame id={id} label={label} help={help} errors={errors} optional={optional}>
      <textarea
        {...rest}
        id={id}
        className="input"
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, help, errors.length > 0)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Frame>
  );
};

export const SelectField = ({
  pointer,
  label,
  help,
  errors,
  optional = false,
  onChange,
  children,
  ...rest
}: Control<"select">) => {
  const id = fieldId(pointer);
  return (
    <Frame id={id} label={label} help={help} errors={errors} optional={optional}>
      <select
        {...rest}
        id={id}
        className="input select"
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={describedBy(id, help, errors.length > 0)}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
    </Frame>
  );
};

interface ChoiceProps<Value extends string> extends FieldProps {
  readonly value: Value | "";
  readonly options: readonly {
    readonly value: Value;
    readonly label: ReactNode;
    readonly help?: ReactNode;
  }[];
  readonly onChange: (value: Value) => void;
  /** Side by side, where the labels are short. */
  readonly inline?: boolean;
}

/** One of a few, all of them in sight. */
export const Choice = <Value extends string>({
  pointer,
  label,
  help,
  errors,
  value,
  options,
  onChange,
  inline = false,
}: ChoiceProps<Value>) => {
  const id = fieldId(pointer);
  return (
    <fieldset
      className="field"
      data-wrong={errors.length > 0 || undefined}
      aria-describedby={describedBy(id, help, errors.length > 0)}
    >
      <legend className="field-label">{label}</legend>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <FieldErrors id={id} errors={errors} />
      <div className={inline ? "choices choices-inline" : "choices"}>
        {options.map((option, index) => {
          // Two hyphens: one would be the id of a field inside this one.
          const own = index === 0 ? id : `${id}--${option.value}`;
          return (
            <div className="choice" key={option.value}>
              <input
                type="radio"
                id={own}
                name={id}
                value={option.value}
                checked={value === option.value}
                onChange={() => onChange(option.value)}
                aria-describedby={option.help ? `${own}-more` : undefined}
              />
              <label htmlFor={own}>{option.label}</label>
              {option.help && (
                <p className="choice-help" id={`${own}-more`}>
                  {option.help}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
};

interface TickProps extends Omit<FieldProps, "help" | "optional"> {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export const Tick = ({ pointer, label, errors, checked, onChange }: TickProps) => {
  const id = fieldId(pointer);
  return (
    <div className="field" data-wrong={errors.length > 0 || undefined}>
      <FieldErrors id={id} errors={errors} />
      <div className="choice">
        <input
          type="checkbox"
          id={id}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy(id, undefined, errors.length > 0)}
        />
        <label htmlFor={id}>{label}</label>
      </div>
    </div>
  );
};
