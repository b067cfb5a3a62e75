import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { alerts, type ReviewInput, type ReviewStanding } from "../../../../shared/contract/alerts.ts";
import type { ReviewStep } from "../../../../shared/domain/lifecycle.ts";
import { useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { listOf } from "../../i18n/format.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { ReasonField, useReason } from "./reason-field.tsx";

interface ReviewStepProps {
  readonly id: string;
  readonly etag: string;
  readonly review: Pick<ReviewStanding, "reviewers"> | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The dialog of a step of the review: each names what it does to whom. */
export const ReviewDialog = ({ step, ...props }: ReviewStepProps & { readonly step: ReviewStep }) => {
  switch (step) {
    case "request-review":
      return <RequestDialog {...props} />;
    case "approve":
      return <ApproveDialog {...props} />;
    case "send-back":
      return <SendBackDialog {...props} />;
    case "mark-reviewed":
      return <MarkReviewedDialog {...props} />;
  }
};

const Decide = ({
  title,
  action,
  decide,
  children,
  id,
  etag,
  onClose,
  onDone,
}: ReviewStepProps & {
  readonly title: ReactNode;
  readonly action: ReactNode;
  /** The decision as it stands in the form; undefined where something is missing yet. */
  readonly decide: () => ReviewInput | undefined;
  readonly children: ReactNode;
}) => {
  const review = useChange(alerts.review);
  const keyFor = useIdempotencyKeys();
  return (
    <ConfirmDialog
      title={title}
      action={action}
      busy={review.isPending}
      error={review.error}
      onClose={onClose}
      onConfirm={() => {
        const body = decide();
        if (body === undefined) return;
        const idempotencyKey = keyFor([id, etag, body]);
        review.mutate({ params: { id }, body, ifMatch: etag, idempotencyKey }, { onSuccess: onDone });
      }}
    >
      {children}
    </ConfirmDialog>
  );
};

const RequestDialog = (props: ReviewStepProps) => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  const names = listOf((props.review?.reviewers ?? []).map(nameOf), i18n.locale);
  return (
    <Decide
      {...props}
      title={<Trans>Ask for a review?</Trans>}
      action={<Trans>Ask for it</Trans>}
      decide={() => ({ decision: "request-review" })}
    >
      {names !== "" && (
        <p>
          <Trans>From now on those who review for the group read it. They are people of: {names}.</Trans>
        </p>
      )}
      <p>
        <Trans>
          It cannot be changed while it is in review. Once it is approved, a releaser of your administration
          releases it.
        </Trans>
      </p>
    </Decide>
  );
};

const ApproveDialog = (props: ReviewStepProps) => {
  const { t } = useLingui();
  const reason = useReason({ isRequired: false });
  return (
    <Decide
      {...props}
      title={<Trans>Approve this alert?</Trans>}
      action={<Trans>Approve it</Trans>}
      decide={() => {
        const taken = reason.take();
        return taken && { decision: "approve", ...taken };
      }}
    >
      <p>
        <Trans>
          Its author’s releaser may then release it as it is now. Until then you do not see it any more.
        </Trans>
      </p>
      <ReasonField
        label={t`Note to the author (optional)`}
        help={t`Its author’s administration reads it, with the name of yours.`}
        field={reason.field}
      />
    </Decide>
  );
};

const SendBackDialog = (props: ReviewStepProps) => {
  const { t } = useLingui();
  const reason = useReason({ isRequired: true });
  return (
    <Decide
      {...props}
      title={<Trans>Send this alert back to its author?</Trans>}
      action={<Trans>Send it back</Trans>}
      decide={() => {
        const taken = reason.take()?.reason;
        return taken === undefined ? undefined : { decision: "send-back", reason: taken };
      }}
    >
      <ReasonField
        label={t`Reason`}
        help={t`What its author should change. Its administration reads it, with the name of yours.`}
        field={reason.field}
      />
    </Decide>
  );
};

const MarkReviewedDialog = (props: ReviewStepProps) => {
  const { t } = useLingui();
  const reason = useReason({ isRequired: false });
  return (
    <Decide
      {...props}
      title={<Trans>Mark this alert as reviewed?</Trans>}
      action={<Trans>Mark it as reviewed</Trans>}
      decide={() => {
        const taken = reason.take();
        return taken && { decision: "mark-reviewed", ...taken };
      }}
    >
      <p>
        <Trans>It is released already; nothing of it changes, and its readers are not told.</Trans>
      </p>
      <ReasonField
        label={t`Note to the author (optional)`}
        help={t`Its author’s administration reads it, with the name of yours.`}
        field={reason.field}
      />
    </Decide>
  );
};
