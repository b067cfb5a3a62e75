import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { CompletenessNote } from "../long-form/completeness-note.tsx";
import { formParts, type Part, partOf, type TypedAlert, toContent } from "./alert-form.ts";

const titles: Readonly<Record<Part, MessageDescriptor>> = {
  what: msg`What happened`,
  goods: msg`Goods`,
  route: msg`Route`,
  event: msg`When and where`,
  conveyance: msg`Conveyance and identifiers`,
  detection: msg`How it was found and hidden`,
  health: msg`Laboratory and health`,
  assessment: msg`Assessment`,
  source: msg`Source and area`,
  readers: msg`Marking and readers`,
};

interface RailProps {
  readonly errors: readonly FieldError[];
  readonly typed: TypedAlert;
  /** Somebody tried to go on: what is missing is an error by now. */
  readonly tried: boolean;
  readonly goToPart: (part: Part) => void;
  readonly goTo: (pointer: string) => void;
}

/** The parts of the form, how each of them stands, and what would make the whole more useful. */
export const Rail = ({ errors, typed, tried, goToPart, goTo }: RailProps) => {
  const { t, i18n } = useLingui();
  const content = toContent(typed);
  const written = new Set(Object.keys(content).map((name) => partOf(`/${name}`)));
  const standingOf = (part: Part) => {
    const wrong = errors.filter(({ pointer }) => partOf(pointer) === part);
    if (wrong.length === 0) return { status: written.has(part) ? "complete" : "optional", count: 0 };
    // What is empty yet is still to do; anything else that would be refused was written so.
    const isToDo = !tried && wrong.every(({ detail }) => detail === "This is required.");
    return { status: isToDo ? "open" : "wrong", count: wrong.length };
  };
  return (
    <nav className="rail" aria-label={t`Parts of the form`}>
      <ol className="rail-list">
        {formParts.map((part) => {
          const { status, count } = standingOf(part);
          return (
            <li key={part}>
              <a
                className="rail-link"
                href={`#part-${part}`}
                data-status={status}
                onClick={(event) => {
                  event.preventDefault();
                  goToPart(part);
                }}
              >
                {i18n.t(titles[part])}
                <span className="rail-status">
                  {status === "complete" && <Trans>complete</Trans>}
                  {status === "optional" && <Trans>optional</Trans>}
                  {status === "open" && <Trans>to do</Trans>}
                  {status === "wrong" && <Plural value={count} one="# error" other="# errors" />}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
      <CompletenessNote content={content} goTo={goTo} />
    </nav>
  );
};
