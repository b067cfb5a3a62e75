import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { alerts } from "../../../../shared/contract/alerts.ts";
import type { AlertContent } from "../../../../shared/domain/alert.ts";
import type { ReviewStep, TransitionName } from "../../../../shared/domain/lifecycle.ts";
import { lines } from "../../../../shared/domain/text.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { useGroupMembers } from "../../api/group-members.ts";
import { useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Failure } from "../../components/failure.tsx";
import { TextArea } from "../../components/field.tsx";
import { SeverityMark, TlpMark } from "../../components/marking.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { useMe } from "../../session/me.ts";

export interface StepProps {
  readonly id: string;
  readonly etag: string;
  readonly content: AlertContent;
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

const reasonOfReturn = lines({ max: 1000 });

const ReturnDialog = ({ id, etag, onClose, onDone }: StepProps) => {
  const { t } = useLingui();
  const sendBack = useChange(alerts.return);
  const keyFor = useIdempotencyKeys();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const errors = tried
    ? fieldErrorsOf(reasonOfReturn, reason).map((error) => ({ ...error, pointer: "/reason" }))
    : [];
  return (
    <ConfirmDialog
      title={<Trans>Send this alert back?</Trans>}
      action={<Trans>Send it back</Trans>}
      busy={sendBack.isPending}
      error={sendBack.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (!reasonOfReturn.safeParse(reason).success) return;
        const body = { reason };
        sendBack.mutate(
          { params: { id }, body, ifMatch: etag, idempotencyKey: keyFor([id, etag, body]) },
          { onSuccess: onDone },
        );
      }}
    >
      <TextArea
        pointer="/reason"
        label={t`Reason`}
        help={t`What its author should change.`}
        errors={errorsAt(errors, "/reason")}
        value={reason}
        onChange={setReason}
        rows={4}
      />
    </ConfirmDialog>
  );
};
