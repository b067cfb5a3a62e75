import { Plural, Trans } from "@lingui/react/macro";
import { type ReactNode, useEffect, useRef } from "react";
import type { FieldError } from "../../../shared/domain/problem.ts";
import { fieldId } from "./field.tsx";
import { goToField } from "./go-to-field.ts";
import { Reason } from "./reason.tsx";

interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
  /** What a field is called in its form, by its pointer. */
  readonly nameOf: (pointer: string) => ReactNode;
  /** Changes with each attempt to send, so that the summary takes the focus each time. */
  readonly attempt: number;
  /** Makes sure that a field is there before it is gone to. */
  readonly onGo?: (pointer: string) => void;
}

/** On top of a form: what is wrong, each line a link to its field. */
export const ErrorSummary = ({ errors, nameOf, attempt, onGo }: ErrorSummaryProps) => {
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
              <a
                href={`#${fieldId(pointer)}`}
                onClick={(event) => {
                  event.preventDefault();
                  onGo?.(pointer);
                  goToField(pointer);
                }}
              >
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
