import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { alerts } from "../../../../shared/contract/alerts.ts";
import type { AlertState } from "../../../../shared/domain/lifecycle.ts";
import { keyOf, useChange } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Failure } from "../../components/failure.tsx";
import { paths } from "../../path-builder.ts";
import { dropKept } from "../../session/kept.ts";
import { GoodsPart, ReadersPart, RoutePart, WhatPart } from "./alert-form-fields.tsx";
import { useFieldNames } from "./field-names.ts";
import { Rail } from "./rail.tsx";
import { SaveState } from "./save-state.tsx";
import { type DraftStep, StepDialog } from "./step-dialogs.tsx";
import { useStepRefusal } from "./step-refusal.ts";
import { type EditorState, type Saved, useDraft } from "./use-draft.ts";

interface AlertEditorProps {
  /** Under which name this tab keeps what is written. */
  readonly kept: string;
  readonly initial: () => EditorState;
  readonly state: AlertState;
  /** Gives up what is written here for what the exchange has. */
  readonly onReload?: () => void;
}

/** The short form, which saves itself, and what can be done with it. */
export const AlertEditor = ({ kept, initial, state, onReload }: AlertEditorProps) => {
  const { t } = useLingui();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const nameOf = useFieldNames();
  const refusal = useStepRefusal();
  const draft = useDraft(kept, initial);
  const [attempt, setAttempt] = useState(0);
  const [step, setStep] = useState<{ readonly name: DraftStep; readonly saved: Saved }>();
  const [discarding, setDiscarding] = useState(false);
  const shown = attempt > 0 ? draft.errors : [];
  const part = { typed: draft.typed, change: draft.change, errors: shown };

  const begin = async (name: DraftStep) => {
    setAttempt(attempt + 1);
    const saved = draft.errors.length === 0 ? await draft.save() : undefined;
    if (saved) setStep({ name, saved });
  };
  const leaveTo = (address: string) => {
    dropKept(kept);
    void client.invalidateQueries({ queryKey: keyOf(alerts.list) });
    void client.invalidateQueries({ queryKey: keyOf(alerts.get) });
    navigate(address);
  };

  return (
    <div className="editor">
      <Rail errors={draft.errors} typed={draft.typed} />
      <form className="form" noValidate onSubmit={(event) => event.preventDefault()}>
        <ErrorSummary errors={shown} nameOf={nameOf} attempt={attempt} />
        {draft.error && shown.length === 0 && (
          <Failure error={draft.error} onRetry={() => void draft.save()} retrying={draft.saving} />
        )}
        {draft.error && onReload && !draft.isSaved && (
          <div className="actions">
            <Button look="secondary" onClick={onReload}>
              <Trans>Load the current version</Trans>
            </Button>
          </div>
        )}
        <WhatPart {...part} />
        <GoodsPart {...part} />
        <RoutePart {...part} />
        <ReadersPart {...part} />
        <div className="editor-end">
          <SaveState draft={draft} nameOf={nameOf} />
          <div className="actions">
            <StepButton name="release" isNext refused={refusal("release", state)} onBegin={begin}>
              <Trans>Release…</Trans>
            </StepButton>
            <StepButton
              name="submit"
              isNext={refusal("release", state) !== undefined}
              refused={refusal("submit", state)}
              onBegin={begin}
            >
              <Trans>Submit to a releaser…</Trans>
            </StepButton>
            {draft.saved && (
              <Button look="quiet" onClick={() => setDiscarding(true)}>
                <Trans>Discard…</Trans>
              </Button>
            )}
          </div>
        </div>
      </form>
      {step && (
        <StepDialog
          step={step.name}
          {...step.saved}
          onClose={() => setStep(undefined)}
          onDone={() => leaveTo(paths.alert(step.saved.id))}
        />
      )}
      {discarding && draft.saved && (
        <DiscardDialog
          saved={draft.saved}
          title={t`Discard this draft?`}
          onClose={() => setDiscarding(false)}
          onDone={() => leaveTo(paths.alerts({ show: "drafts" }))}
        />
      )}
    </div>
  );
};

const StepButton = ({
  name,
  isNext,
  refused,
  onBegin,
  children,
}: {
  readonly name: DraftStep;
  /** The one thing that this person will do next. */
  readonly isNext: boolean;
  readonly refused: string | undefined;
  readonly onBegin: (name: DraftStep) => Promise<void>;
  readonly children: ReactNode;
}) => (
  <Button look={isNext ? "primary" : "secondary"} refused={refused} onClick={() => void onBegin(name)}>
    {children}
  </Button>
);

const DiscardDialog = ({
  saved,
  title,
  onClose,
  onDone,
}: {
  readonly saved: Saved;
  readonly title: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) => {
  const discard = useChange(alerts.discard);
  return (
    <ConfirmDialog
      title={title}
      action={<Trans>Discard it</Trans>}
      look="danger"
      busy={discard.isPending}
      error={discard.error}
      onClose={onClose}
      onConfirm={() =>
        discard.mutate({ params: { id: saved.id }, ifMatch: saved.etag }, { onSuccess: onDone })
      }
    >
      <p>
        <Trans>It is removed for everybody of your administration. Nobody outside has seen it.</Trans>
      </p>
    </ConfirmDialog>
  );
};
