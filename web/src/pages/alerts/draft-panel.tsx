import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import { AlertContent } from "../../../../shared/domain/alert.ts";
import { changeable } from "../../../../shared/domain/lifecycle.ts";
import { keyOf } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { contentOf } from "./alert-form.ts";
import { ReviewDialog } from "./review-dialogs.tsx";
import { ReviewState } from "./review-standing.tsx";
import { type DraftStep, StepDialog } from "./step-dialogs.tsx";
import { useStepRefusal } from "./step-refusal.ts";

/** What to do with a draft of the own administration. */
export const DraftPanel = ({ alert, etag }: { readonly alert: AlertView; readonly etag: string }) => {
  const { t } = useLingui();
  const client = useQueryClient();
  const refusal = useStepRefusal();
  const [step, setStep] = useState<DraftStep | "request-review">();
  const { state, review, returned } = alert;
  const standing = review?.standing ?? "not-asked";
  const button = (name: DraftStep | "request-review", words: ReactNode, isNext: boolean) => (
    <Button
      look={isNext ? "primary" : "secondary"}
      refused={refusal(name, { state, standing })}
      onClick={() => setStep(name)}
    >
      {words}
    </Button>
  );
  const dialog = {
    id: alert.id,
    etag,
    onClose: () => setStep(undefined),
    onDone: () => {
      setStep(undefined);
      void client.invalidateQueries({ queryKey: keyOf(alerts.list) });
      void client.invalidateQueries({ queryKey: keyOf(alerts.get) });
      void client.invalidateQueries({ queryKey: keyOf(alerts.acknowledgements) });
    },
  };
  const isInReview = state === "in-review";
  const mustAsk = standing === "needed";
  return (
    <section className="panel todo" data-open aria-labelledby="todo">
      <h2 id="todo">
        {isInReview ? (
          <Trans>In review</Trans>
        ) : state === "submitted" ? (
          <Trans>Waits for a releaser</Trans>
        ) : (
          <Trans>A draft</Trans>
        )}
      </h2>
      <div className="stack">
        {returned && state === "draft" && <Returned returned={returned} />}
        {review && <ReviewState review={review} />}
        <p>
          {isInReview ? (
            <Trans>Only your own administration and those who review it see it until it is released.</Trans>
          ) : (
            <Trans>Only your own administration sees it until it is released.</Trans>
          )}
        </p>
        <div className="actions">
          {mustAsk && button("request-review", <Trans>Ask for a review…</Trans>, true)}
          {button("release", <Trans>Release…</Trans>, !mustAsk && !isInReview)}
          {isInReview
            ? button("return", <Trans>Take back…</Trans>, false)
            : state === "submitted"
              ? button("return", <Trans>Send back…</Trans>, false)
              : button("submit", <Trans>Submit to a releaser…</Trans>, false)}
          {changeable.includes(state) ? (
            <LinkButton href={paths.editAlert(alert.id)} look="secondary">
              <Trans>Edit</Trans>
            </LinkButton>
          ) : (
            <Button look="secondary" refused={t`It is in review. Take it back to change it.`}>
              <Trans>Edit</Trans>
            </Button>
          )}
        </div>
      </div>
      {step === "request-review" && <ReviewDialog step={step} review={review} {...dialog} />}
      {step !== undefined && step !== "request-review" && (
        <StepDialog step={step} state={state} content={AlertContent.parse(contentOf(alert))} {...dialog} />
      )}
    </section>
  );
};

const Returned = ({ returned }: { readonly returned: NonNullable<AlertView["returned"]> }) => {
  const nameOf = useAdministrationName();
  const reviewer = returned.administration && nameOf(returned.administration);
  return (
    <Notice
      kind="warn"
      title={
        reviewer === undefined ? (
          <Trans>Sent back: {returned.reason}</Trans>
        ) : (
          <Trans>
            Sent back by {reviewer}: {returned.reason}
          </Trans>
        )
      }
    >
      <p className="quiet">
        <Moment at={returned.at} />
      </p>
    </Notice>
  );
};
