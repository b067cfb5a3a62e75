import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { alerts } from "../../../../shared/contract/alerts.ts";
import type { AlertState, ReviewStanding } from "../../../../shared/domain/lifecycle.ts";
import { useGroupReview } from "../../api/group-review.ts";
import { keyOf, useChange } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Failure } from "../../components/failure.tsx";
import { paths } from "../../path-builder.ts";
import { dropKept } from "../../session/kept.ts";
import { useMe } from "../../session/me.ts";
import { GoodsPart, ReadersPart, RoutePart, WhatPart } from "./alert-form-fields.tsx";
import { useFieldNames } from "./field-names.ts";
import { Rail } from "./rail.tsx";
import { ReviewDialog } from "./review-dialogs.tsx";
import { SaveState } from "./save-state.tsx";
import { type DraftStep, StepDialog } from "./step-dialogs.tsx";
import { useStepRefusal } from "./step-refusal.ts";
import { type DraftInHand, type EditorState, type Saved, useDraft } from "./use-draft.ts";

type EditorStep = DraftStep | "request-review";

/** Where the review of what is on the screen stands: what was approved is so until something else is written. */
const useStanding = (
  { typed, saved, isSaved }: DraftInHand,
  approved: string | undefined,
): ReviewStanding => {
  const group = useGroupReview(typed.group, useMe().administration.code);
  if (group.review === "none") return "not-asked";
  if (typed.severity === "critical") return "afterwards";
  return isSaved && approved !== undefined && saved?.etag === approved ? "approved" : "needed";
};

interface AlertEditorProps {
  /** Under which name this tab keeps what is written. */
  readonly kept: string;
  readonly initial: () => EditorState;
  readonly state: AlertState;
  /** The version that was approved in its group's review, if the one at hand is. */
  readonly approved?: string | undefined;
  /** Gives up what is written here for what the exchange has. */
  readonly onReload?: () => void;
}

/** The short form, which saves itself, and what can be done with it. */
export const AlertEditor = ({ kept, initial, state, approved, onReload }: AlertEditorProps) => {
  const { t } = useLingui();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const nameOf = useFieldNames();
  const refusal = useStepRefusal();
  const draft = useDraft(kept, initial);
  const [attempt, setAttempt] = useState(0);
  const [step, setStep] = useState<{ readonly name: EditorStep; readonly saved: Saved }>();
  const [discarding, setDiscarding] = useState(false);
  const place = { state, standing: useStanding(draft, approved) };
  const { reviewers } = useGroupReview(draft.typed.group, useMe().administration.code);
  const mustAsk = place.standing === "needed";
  const shown = attempt > 0 ? draft.errors : [];
  const part = { typed: draft.typed, change: draft.change, errors: shown };

  const begin = async (name: EditorStep) => {
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
            {mustAsk && (
              <StepButton
                name="request-review"
                isNext
                refused={refusal("request-review", place)}
                onBegin={begin}
              >
                <Trans>Ask for a review…</Trans>
              </StepButton>
            )}
            <StepButton name="release" isNext={!mustAsk} refused={refusal("release", place)} onBegin={begin}>
              <Trans>Release…</Trans>
            </StepButton>
            <StepButton
              name="submit"
              isNext={refusal(mustAsk ? "request-review" : "release", place) !== undefined}
              refused={refusal("submit", place)}
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
      {step?.name === "request-review" && (
        <ReviewDialog
          step={step.name}
          {...step.saved}
          review={{ reviewers }}
          onClose={() => setStep(undefined)}
          onDone={() => leaveTo(paths.alert(step.saved.id))}
        />
      )}
      {step !== undefined && step.name !== "request-review" && (
        <StepDialog
          step={step.name}
          {...step.saved}
          state={state}
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
  readonly name: EditorStep;
  /** The one thing that this person will do next. */
  readonly isNext: boolean;
  readonly refused: string | undefined;
  readonly onBegin: (name: EditorStep) => Promise<void>;
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
