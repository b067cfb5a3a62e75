import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { RecallView } from "../../../../shared/contract/alert-recall.ts";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { SIGNATURE_HOURS } from "../../../../shared/domain/recall.ts";
import { useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useMe } from "../../session/me.ts";
import { ReasonField, useReason } from "./reason-field.tsx";

interface RecallDialogProps {
  readonly view: RecallView;
  readonly etag: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A signature: the first asks for a reason, the second carries out what it names. */
export const RecallDialog = ({ view, etag, onClose, onDone }: RecallDialogProps) => {
  const { t } = useLingui();
  const { user } = useMe();
  const isSecond = view.next === "complete";
  const reason = useReason({ isRequired: !isSecond });
  const recall = useChange(alerts.recall);
  const keyFor = useIdempotencyKeys();
  const { id, reference } = view;
  const operates = user.roles.includes("operator");
  return (
    <ConfirmDialog
      title={isSecond ? <Trans>Recall {reference} now?</Trans> : <Trans>Begin to recall {reference}?</Trans>}
      action={isSecond ? <Trans>Sign and recall it</Trans> : <Trans>Sign it first</Trans>}
      look="danger"
      busy={recall.isPending}
      error={recall.error}
      onClose={onClose}
      onConfirm={() => {
        const body = isSecond ? {} : reason.take();
        if (body === undefined) return;
        const idempotencyKey = keyFor([id, etag, body]);
        recall.mutate({ params: { id }, body, ifMatch: etag, idempotencyKey }, { onSuccess: onDone });
      }}
    >
      {isSecond ? (
        <>
          <p>
            <Trans>
              Nobody can read it any more, your own administration included. Every administration that it
              reached is told to drop it, and asked to confirm. This cannot be undone.
            </Trans>
          </p>
          {view.signatures?.map((signature) => (
            <p key={signature.at} className="written">
              {signature.reason}
            </p>
          ))}
        </>
      ) : (
        <>
          <p>
            <Plural
              value={SIGNATURE_HOURS}
              one="Nothing happens until a second person signs, within # hour:"
              other="Nothing happens until a second person signs, within # hours:"
            />{" "}
            {operates ? (
              <Trans>another operator of the secretariat.</Trans>
            ) : (
              <Trans>of a releaser and a contact point of your administration, the other one.</Trans>
            )}
          </p>
          <p>
            <Trans>
              Then nobody can read it any more, and every administration that it reached is told to drop it.
            </Trans>
          </p>
          <ReasonField
            label={t`Reason`}
            help={t`Everybody whom the alert reached reads it. Do not repeat what has to be forgotten.`}
            field={reason.field}
          />
        </>
      )}
    </ConfirmDialog>
  );
};
