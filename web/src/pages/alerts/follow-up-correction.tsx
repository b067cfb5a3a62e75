import { Trans } from "@lingui/react/macro";
import type { AlertView } from "../../../../shared/contract/alerts.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { ErrorSummary } from "../../components/error-summary.tsx";
import type { TypedAlert } from "./alert-form.ts";
import { RoutePart, WhatPart } from "./alert-form-fields.tsx";
import { useFieldNames } from "./field-names.ts";
import { GoodsPart } from "./goods-part.tsx";
import { LongForm } from "./long-form.tsx";
import { ProposedChange } from "./proposed-change.tsx";
import { useOpenParts } from "./use-open-parts.ts";

interface CorrectionFieldsProps {
  readonly alert: AlertView;
  readonly typed: TypedAlert;
  readonly change: (part: Partial<TypedAlert>) => void;
  /** What changes so. */
  readonly patch: Readonly<Record<string, unknown>>;
  /** What the alert could not be released with. */
  readonly found: readonly FieldError[];
  /** How often somebody tried to send it. */
  readonly attempt: number;
}

/** The alert in its own form, to be written as it should say; where it goes and how it is marked, its author decides. */
export const CorrectionFields = ({ alert, typed, change, patch, found, attempt }: CorrectionFieldsProps) => {
  const nameOf = useFieldNames();
  const parts = useOpenParts(typed, found, attempt);
  const shown = attempt > 0 ? found : [];
  const part = { typed, change, errors: shown };
  return (
    <>
      <ErrorSummary errors={shown} nameOf={nameOf} attempt={attempt} onGo={parts.goTo} />
      <WhatPart {...part} />
      <GoodsPart {...part} />
      <RoutePart {...part} />
      <LongForm {...part} found={found} parts={parts} />
      <section className="panel" aria-labelledby="correction">
        <h2 id="correction">
          <Trans>What you propose to change</Trans>
        </h2>
        {Object.keys(patch).length === 0 ? (
          <p className={attempt > 0 ? "field-wrong" : "quiet"}>
            <Trans>Nothing yet: write above what the alert should say.</Trans>
          </p>
        ) : (
          <ProposedChange alert={alert} patch={patch} />
        )}
      </section>
    </>
  );
};
