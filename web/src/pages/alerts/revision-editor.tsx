import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import { AlertContent, revisionConflict } from "../../../../shared/domain/alert.ts";
import { keyOf } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { paths } from "../../path-builder.ts";
import { writings } from "../../session/device-writing.ts";
import type { WritingPlace } from "../../session/use-writing.ts";
import { EditorForm } from "./editor-form.tsx";
import type { EditorState } from "./editor-state.ts";
import { ReviseDialog } from "./revise-dialog.tsx";
import { useStepRefusal } from "./step-refusal.ts";
import { asRevision, useDraft } from "./use-draft.ts";

interface RevisionEditorProps {
  readonly place: WritingPlace;
  readonly alert: AlertView;
  readonly initial: () => EditorState;
}

/**
 * The next version of a released alert. Nothing of it leaves this device before it is released: an alert has no draft beside
 * what is in force.
 */
export const RevisionEditor = ({ place, alert, initial }: RevisionEditorProps) => {
  const { t } = useLingui();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const found = useDraft(place, initial, asRevision);
  const refusal = useStepRefusal()("revise", {
    state: alert.state,
    standing: alert.review?.standing ?? "not-asked",
  });
  const [attempt, setAttempt] = useState(0);
  const [revised, setRevised] = useState<AlertContent>();
  const [givingUp, setGivingUp] = useState(false);

  const written = AlertContent.safeParse(found.content).data;
  const refused = found.saved && written && revisionConflict(found.saved.content, written);
  const draft = { ...found, errors: found.errors.length === 0 && refused ? [refused] : found.errors };
  const leave = () => {
    writings().drop(place);
    void client.invalidateQueries({ queryKey: keyOf(alerts.list) });
    void client.invalidateQueries({ queryKey: keyOf(alerts.get) });
    void client.invalidateQueries({ queryKey: keyOf(alerts.versions) });
    navigate(paths.alert(alert.id));
  };
  return (
    <>
      <EditorForm draft={draft} attempt={attempt} isRevision>
        <Button
          refused={refusal ?? (draft.isSaved ? t`Nothing is changed yet.` : undefined)}
          onClick={() => {
            setAttempt(attempt + 1);
            if (draft.errors.length === 0) setRevised(written);
          }}
        >
          <Trans>Show the changes and release…</Trans>
        </Button>
        <Button look="quiet" onClick={() => (draft.isSaved ? leave() : setGivingUp(true))}>
          <Trans>Give up…</Trans>
        </Button>
      </EditorForm>
      {revised && draft.saved && (
        <ReviseDialog
          before={draft.saved}
          content={revised}
          addressed={alert.addressed}
          willSend={draft.willSend}
          compare={draft.compareAgain}
          onClose={() => setRevised(undefined)}
          onDone={leave}
        />
      )}
      {givingUp && (
        <ConfirmDialog
          title={<Trans>Give up this revision?</Trans>}
          action={<Trans>Give it up</Trans>}
          look="danger"
          onClose={() => setGivingUp(false)}
          onConfirm={leave}
        >
          <p>
            <Trans>What you changed is removed from this device. The alert stays as it is.</Trans>
          </p>
        </ConfirmDialog>
      )}
    </>
  );
};
