import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import { AlertContent } from "../../../../shared/domain/alert.ts";
import { keyOf } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { paths } from "../../path-builder.ts";
import { contentOf } from "./alert-form.ts";
import { type DraftStep, StepDialog } from "./step-dialogs.tsx";
import { useStepRefusal } from "./step-refusal.ts";

/** What to do with a draft of the own administration. */
export const DraftPanel = ({ alert, etag }: { readonly alert: AlertView; readonly etag: string }) => {
  const client = useQueryClient();
  const refusal = useStepRefusal();
  const [step, setStep] = useState<DraftStep>();
  const isSubmitted = alert.state === "submitted";
  const { returned } = alert;
  return (
    <section className="panel todo" data-open aria-labelledby="todo">
      <h2 id="todo">{isSubmitted ? <Trans>Waits for a releaser</Trans> : <Trans>A draft</Trans>}</h2>
      <div className="stack">
        {returned && !isSubmitted && (
          <Notice kind="warn" title={<Trans>Sent back: {returned.reason}</Trans>}>
            <p className="quiet">
              <Moment at={returned.at} />
            </p>
          </Notice>
        )}
        <p>
          <Trans>Only your own administration sees it until it is released.</Trans>
        </p>
        <div className="actions">
          <Button refused={refusal("release", alert.state)} onClick={() => setStep("release")}>
            <Trans>Release…</Trans>
          </Button>
          {isSubmitted ? (
            <Button
              look="secondary"
              refused={refusal("return", alert.state)}
              onClick={() => setStep("return")}
            >
              <Trans>Send back…</Trans>
            </Button>
          ) : (
            <Button
              look="secondary"
              refused={refusal("submit", alert.state)}
              onClick={() => setStep("submit")}
            >
              <Trans>Submit to a releaser…</Trans>
            </Button>
          )}
          <LinkButton href={paths.editAlert(alert.id)} look="secondary">
            <Trans>Edit</Trans>
          </LinkButton>
        </div>
      </div>
      {step && (
        <StepDialog
          step={step}
          id={alert.id}
          etag={etag}
          content={AlertContent.parse(contentOf(alert))}
          onClose={() => setStep(undefined)}
          onDone={() => {
            setStep(undefined);
            void client.invalidateQueries({ queryKey: keyOf(alerts.list) });
            void client.invalidateQueries({ queryKey: keyOf(alerts.get) });
            void client.invalidateQueries({ queryKey: keyOf(alerts.acknowledgements) });
          }}
        />
      )}
    </section>
  );
};
