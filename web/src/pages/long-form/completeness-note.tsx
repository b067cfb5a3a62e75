import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { type Completeness, completenessOf } from "../../../../shared/domain/completeness.ts";
import { fieldId } from "../../components/field.tsx";

interface CompletenessNoteProps {
  /** What would be sent of the form. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly goTo: (pointer: string) => void;
}

/** As many as somebody in a hurry reads. */
const SHOWN = 3;

/** How much of what helps others is written, and what would help them more, each a link to where it is written. */
export const CompletenessNote = ({ content, goTo }: CompletenessNoteProps) => {
  const { t } = useLingui();
  const { score, missing } = useMemo(() => completenessOf(content), [content]);
  return (
    <section className="completeness" aria-label={t`Completeness`}>
      <p className="completeness-score">
        <Trans>{score} % complete</Trans>
      </p>
      <meter className="completeness-bar" min={0} max={100} value={score} aria-label={t`Completeness`} />
      <Advice missing={missing.slice(0, SHOWN)} goTo={goTo} />
      {missing.length > SHOWN && (
        <details>
          <summary>
            <Plural value={missing.length - SHOWN} one="# more" other="# more" />
          </summary>
          <Advice missing={missing.slice(SHOWN)} goTo={goTo} />
        </details>
      )}
    </section>
  );
};

const Advice = ({
  missing,
  goTo,
}: Pick<CompletenessNoteProps, "goTo"> & { readonly missing: Completeness["missing"] }) => {
  const { i18n } = useLingui();
  return (
    <ul className="completeness-advice">
      {missing.map(({ pointer, why }) => (
        <li key={why}>
          <a
            href={`#${fieldId(pointer)}`}
            onClick={(event) => {
              event.preventDefault();
              goTo(pointer);
            }}
          >
            {i18n._(why)}
          </a>
        </li>
      ))}
    </ul>
  );
};
