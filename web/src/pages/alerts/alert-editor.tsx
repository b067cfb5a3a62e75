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
import { paths } from "../../path-builder.ts";
import { writings } from "../../session/device-writing.ts";
import { useMe } from "../../session/me.ts";
import type { WritingPlace } from "../../session/use-writing.ts";
import { DraftAttachments } from "./attachments-part.tsx";
import { EditorForm } from "./editor-form.tsx";
import type { EditorState, Saved } from "./editor-state.ts";
import { ReviewDialog } from "./review-dialogs.tsx";
import { type DraftStep, StepDialog } from "./step-dialogs.tsx";
import { useStepRefusal } from "./step-refusal.ts";
import { type DraftInHand, useDraft } from "./use-draft.ts";

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
  /** Where this device keeps what is written. */
  readonly place: WritingPlace;
  readonly initial: () => EditorState;
  readonly state: AlertState;
  /** The version that was approved in its group's review, if the one at hand is. */
  readonly approved?: string | undefined;
}

/** The form of a draft, which saves itself, and what can be done with it. */
export const AlertEditor = ({ place: kept, initial, state, approved }: AlertEditorProps) => {
  const { t } = useLingui();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const refusal = useStepRefusal();
  const draft = useDraft(kept, initial);
  const [attempt, setAttempt] = useState(0);
  const [step, setStep] = useState<{ readonly name: EditorStep; readonly saved: Saved }>();
  const [discarding, setDiscarding] = useState(false);
  const place = { state, standing: useStanding(draft, approved) };
  const { reviewers } = useGroupReview(draft.typed.group, useMe().administration.code);
  const mustAsk = place.standing === "needed";

  const begin = async (name: EditorStep) => {
    setAttempt(attempt + 1);
    const saved = draft.errors.length === 0 ? await draft.save() : undefined;
    if (saved) setStep({ name, saved });
  };
  const leaveTo = (address: string) => {
    writings().drop(kept);
    void client.invalidateQueries({ queryKey: keyOf(alerts.list) });
    void client.invalidateQueries({ queryKey: keyOf(alerts.get) });
    navigate(address);
  };

  return (
    <>
      <EditorForm draft={draft} attempt={attempt} attachments={<DraftAttachments saved={draft.saved?.id} />}>
        {mustAsk && (
          <StepButton name="request-review" isNext refused={refusal("request-review", place)} onBegin={begin}>
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
      </EditorForm>
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
    </>
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
