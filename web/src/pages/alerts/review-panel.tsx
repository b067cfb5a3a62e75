import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import { type ReviewStep, reviewSteps } from "../../../../shared/domain/lifecycle.ts";
import { keyOf } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { Moment } from "../../components/moment.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { ReviewDialog } from "./review-dialogs.tsx";

/** Whether the reader is to review it: who may is answered with the steps of it. */
export const isToReview = ({ steps }: AlertView): boolean =>
  reviewSteps.some((step) => step !== "request-review" && steps.includes(step));

/** What another administration wrote, for who reviews in its group. */
export const ReviewPanel = ({ alert, etag }: { readonly alert: AlertView; readonly etag: string }) => {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const nameOf = useAdministrationName();
  const [step, setStep] = useState<ReviewStep>();
  const author = nameOf(alert.administration);
  const { review } = alert;
  const isReleased = alert.state === "released";
  return (
    <section className="panel todo" data-open aria-labelledby="to-review">
      <h2 id="to-review">
        <Trans>To review</Trans>
      </h2>
      <div className="stack">
        <p>
          {isReleased ? (
            <Trans>{author} released it at once, because it is critical. Look at it now.</Trans>
          ) : (
            <Trans>
              {author} asks for your review before it is released. Nobody else in the group sees it yet.
            </Trans>
          )}
        </p>
        {review?.askedAt && (
          <p className="quiet">
            <Moment at={review.askedAt} />
          </p>
        )}
        <div className="actions">
          {isReleased ? (
            <Button onClick={() => setStep("mark-reviewed")}>
              <Trans>Mark as reviewed…</Trans>
            </Button>
          ) : (
            <>
              <Button onClick={() => setStep("approve")}>
                <Trans>Approve…</Trans>
              </Button>
              <Button look="secondary" onClick={() => setStep("send-back")}>
                <Trans>Send back…</Trans>
              </Button>
            </>
          )}
        </div>
      </div>
      {step && (
        <ReviewDialog
          step={step}
          id={alert.id}
          etag={etag}
          review={review}
          onClose={() => setStep(undefined)}
          onDone={() => {
            void client.invalidateQueries({ queryKey: keyOf(alerts.list) });
            // Once decided, it may be out of reach: what was read of it is not shown on.
            client.removeQueries({ queryKey: keyOf(alerts.get, { params: { id: alert.id } }) });
            navigate(paths.inbox());
          }}
        />
      )}
    </section>
  );
};
