import { Plural, Trans } from "@lingui/react/macro";
import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import type { FieldError } from "../../../shared/domain/problem.ts";
import { fieldId } from "./field.tsx";
import { Reason } from "./reason.tsx";

interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
  /** What a field is called in its form, by its pointer. */
  readonly nameOf: (pointer: string) => ReactNode;
  /** Changes with each attempt to send, so that the summary takes the focus each time. */
  readonly attempt: number;
}

/** On top of a form: what is wrong, each line a link to its field. */
export const ErrorSummary = ({ errors, nameOf, attempt }: ErrorSummaryProps) => {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) ref.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div className="notice notice-bad" role="alert" tabIndex={-1} ref={ref}>
      <p className="notice-title">
        <Plural value={errors.length} one="One thing is not right yet" other="# things are not right yet" />
      </p>
      <ul className="error-links">
        {errors.map(({ pointer, detail }) => (
          <li key={`${pointer} ${detail}`}>
            <Trans>
              <a href={`#${fieldId(pointer)}`} onClick={(event) => goTo(event, pointer)}>
                {nameOf(pointer)}
              </a>
              : <Reason sentence={detail} />
            </Trans>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** To the field's control, or to that of the part of the form that it is in. */
const goTo = (event: MouseEvent, pointer: string): void => {
  event.preventDefault();
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const control = document.getElementById(fieldId(at));
    if (control === null) continue;
    control.focus();
    control.scrollIntoView({ block: "center" });
    return;
  }
};
