import { Trans, useLingui } from "@lingui/react/macro";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { ReasonField, useReason } from "./reason-field.tsx";
import { Recipients, type StepProps } from "./step-dialogs.tsx";

export type EndStep = "withdraw" | "close";

/** The dialog of a step after which nothing is revised any more. */
export const EndDialog = ({ step, ...props }: Omit<StepProps, "state"> & { readonly step: EndStep }) =>
  step === "withdraw" ? <WithdrawDialog {...props} /> : <CloseDialog {...props} />;

const WithdrawDialog = ({ id, etag, content, onClose, onDone }: Omit<StepProps, "state">) => {
  const { t } = useLingui();
  const withdraw = useChange(alerts.withdraw);
  const keyFor = useIdempotencyKeys();
  const reason = useReason({ isRequired: true });
  return (
    <ConfirmDialog
      title={<Trans>Withdraw this alert?</Trans>}
      action={<Trans>Withdraw it</Trans>}
      look="danger"
      busy={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onConfirm={() => {
        const taken = reason.take()?.reason;
        if (taken === undefined) return;
        const body = { reason: taken };
        withdraw.mutate(
          { params: { id }, body, ifMatch: etag, idempotencyKey: keyFor([id, etag, body]) },
          { onSuccess: onDone },
        );
      }}
    >
      <Recipients content={content} />
      <p>
        <Trans>It stays readable, as withdrawn and with your reason. It cannot be revised any more.</Trans>
      </p>
      <ReasonField
        label={t`Reason`}
        help={t`Everybody who may read the alert reads it.`}
        field={reason.field}
      />
    </ConfirmDialog>
  );
};

const CloseDialog = ({ id, etag, onClose, onDone }: Omit<StepProps, "state">) => {
  const { t } = useLingui();
  const close = useChange(alerts.close);
  const keyFor = useIdempotencyKeys();
  const reason = useReason({ isRequired: false });
  return (
    <ConfirmDialog
      title={<Trans>Close this alert?</Trans>}
      action={<Trans>Close it</Trans>}
      busy={close.isPending}
      error={close.error}
      onClose={onClose}
      onConfirm={() => {
        const body = reason.take();
        if (body === undefined) return;
        close.mutate(
          { params: { id }, body, ifMatch: etag, idempotencyKey: keyFor([id, etag, body]) },
          { onSuccess: onDone },
        );
      }}
    >
      <p>
        <Trans>
          Nobody is told, and nobody has to acknowledge it any more. It cannot be revised afterwards.
        </Trans>
      </p>
      <ReasonField
        label={t`Reason (optional)`}
        help={t`Everybody who may read the alert reads it.`}
        field={reason.field}
      />
    </ConfirmDialog>
  );
};
