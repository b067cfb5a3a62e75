import type { ReactNode } from "react";
import type { FieldError } from "../../../shared/domain/problem.ts";
import { FieldErrors, fieldId } from "./field.tsx";

interface TickListProps<Value extends string> {
  readonly pointer: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly errors: readonly FieldError[];
  readonly value: readonly Value[];
  readonly options: readonly {
    readonly value: Value;
    readonly label: ReactNode;
    readonly help?: ReactNode;
  }[];
  readonly onChange: (value: readonly Value[]) => void;
  /** Why none of it can be changed now. It stays readable and reachable. */
  readonly refused?: string | undefined;
  /** Side by side, where the labels are short. */
  readonly inline?: boolean;
}

/** Any number of a few, all of them in sight. */
export const TickList = <Value extends string>({
  pointer,
  label,
  help,
  errors,
  value,
  options,
  onChange,
  refused,
  inline = false,
}: TickListProps<Value>) => {
  const id = fieldId(pointer);
  const about = refused ?? help;
  const described = [about ? `${id}-help` : "", errors.length > 0 ? `${id}-wrong` : ""].filter(Boolean);
  const toggle = (option: Value, on: boolean) =>
    // In the order of the options, so that the same choice is the same value.
    onChange(
      options.map((each) => each.value).filter((each) => (each === option ? on : value.includes(each))),
    );
  return (
    <fieldset
      className="field"
      data-wrong={errors.length > 0 || undefined}
      aria-describedby={described.length === 0 ? undefined : described.join(" ")}
    >
      <legend className="field-label">{label}</legend>
      {about && (
        <p className="field-help" id={`${id}-help`}>
          {about}
        </p>
      )}
      <FieldErrors id={id} errors={errors} />
      <div className={inline ? "choices choices-inline" : "choices"}>
        {options.map((option, index) => {
          const own = index === 0 ? id : `${id}-${option.value}`;
          return (
            <div className="choice" key={option.value}>
              <input
                type="checkbox"
                id={own}
                checked={value.includes(option.value)}
                aria-disabled={refused !== undefined || undefined}
                aria-describedby={option.help ? `${own}-more` : undefined}
                onChange={(event) => {
                  if (refused === undefined) toggle(option.value, event.target.checked);
                }}
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
