import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { alerts } from "../../../../shared/contract/alerts.ts";
import type { AlertContent } from "../../../../shared/domain/alert.ts";
import type { AlertState, ReviewStep, TransitionName } from "../../../../shared/domain/lifecycle.ts";
import { useGroupMembers } from "../../api/group-members.ts";
import { useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Failure } from "../../components/failure.tsx";
import { SeverityMark, TlpMark } from "../../components/marking.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { useMe } from "../../session/me.ts";
import { ReasonField, useReason } from "./reason-field.tsx";

export interface StepProps {
  readonly id: string;
  readonly etag: string;
  readonly content: AlertContent;
  readonly state: AlertState;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export type DraftStep = Exclude<TransitionName, ReviewStep>;

/** The dialog of a step of the lifecycle: each names what it does to whom. */
export const StepDialog = ({ step, ...props }: StepProps & { readonly step: DraftStep }) => {
  switch (step) {
    case "release":
      return <ReleaseDialog {...props} />;
    case "submit":
      return <SubmitDialog {...props} />;
    case "return":
      return <ReturnDialog {...props} />;
  }
};

/** Who is told, by name. */
const Recipients = ({ content }: { readonly content: AlertContent }) => {
  const me = useMe();
  const nameOf = useAdministrationName();
  const { members, error } = useGroupMembers(content.group);
  const names =
    content.audience.kind === "group"
      ? members?.filter(({ code }) => code !== me.administration.code).map(({ name }) => name)
      : content.audience.administrations.map(nameOf);
  if (error) return <Failure error={error} />;
  if (names === undefined) return <Skeleton lines={2} />;
  return (
    <div className="recipients">
      <p>
        <strong>
          <Plural value={names.length} one="Tells # administration" other="Tells # administrations" />
        </strong>{" "}
        <Trans>and those of your own people who asked to be told.</Trans>
      </p>
      <p className="recipients-names">{names.join(" · ")}</p>
    </div>
  );
};

const ReleaseDialog = ({ id, etag, content, onClose, onDone }: StepProps) => {
  const release = useChange(alerts.release);
  const keyFor = useIdempotencyKeys();
  return (
    <ConfirmDialog
      title={<Trans>Release this alert?</Trans>}
      action={<Trans>Release it</Trans>}
      busy={release.isPending}
      error={release.error}
      onClose={onClose}
      onConfirm={() =>
        release.mutate(
          { params: { id }, ifMatch: etag, idempotencyKey: keyFor([id, etag]) },
          { onSuccess: onDone },
        )
      }
    >
      <p className="alert-row-marks">
        <TlpMark tlp={content.tlp} />
        <SeverityMark severity={content.severity} />
      </p>
      <p lang={content.language} dir="auto">
        <strong>{content.title}</strong>
      </p>
      <Recipients content={content} />
      <p className="quiet">
        <Trans>They have it within seconds. It cannot be changed afterwards.</Trans>
      </p>
    </ConfirmDialog>
  );
};

const SubmitDialog = ({ id, etag, onClose, onDone }: StepProps) => {
  const submit = useChange(alerts.submit);
  const keyFor = useIdempotencyKeys();
  const { administration } = useMe();
  const name = useAdministrationName()(administration.code);
  return (
    <ConfirmDialog
      title={<Trans>Submit this alert?</Trans>}
      action={<Trans>Submit it</Trans>}
      busy={submit.isPending}
      error={submit.error}
      onClose={onClose}
      onConfirm={() =>
        submit.mutate(
          { params: { id }, ifMatch: etag, idempotencyKey: keyFor([id, etag]) },
          { onSuccess: onDone },
        )
      }
    >
      <p>
        <Trans>
          It goes to the releasers of your own administration ({name}), who release it or send it back. Nobody
          outside sees it yet.
        </Trans>
      </p>
    </ConfirmDialog>
  );
};

/** To its author, by a releaser of the own administration; out of a review, from those who read it there. */
const ReturnDialog = ({ id, etag, state, onClose, onDone }: StepProps) => {
  const { t } = useLingui();
  const sendBack = useChange(alerts.return);
  const keyFor = useIdempotencyKeys();
  const reason = useReason({ isRequired: true });
  const isInReview = state === "in-review";
  return (
    <ConfirmDialog
      title={
        isInReview ? (
          <Trans>Take this alert back from its review?</Trans>
        ) : (
          <Trans>Send this alert back?</Trans>
        )
      }
      action={isInReview ? <Trans>Take it back</Trans> : <Trans>Send it back</Trans>}
      busy={sendBack.isPending}
      error={sendBack.error}
      onClose={onClose}
      onConfirm={() => {
        const taken = reason.take()?.reason;
        if (taken === undefined) return;
        const body = { reason: taken };
        sendBack.mutate(
          { params: { id }, body, ifMatch: etag, idempotencyKey: keyFor([id, etag, body]) },
          { onSuccess: onDone },
        );
      }}
    >
      {isInReview && (
        <p>
          <Trans>It is a draft again, and those who review it do not see it any more.</Trans>
        </p>
      )}
      <ReasonField label={t`Reason`} help={t`What its author should change.`} field={reason.field} />
    </ConfirmDialog>
  );
};
