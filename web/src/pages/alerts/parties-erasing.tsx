import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { useChange } from "../../api/queries.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";

interface ErasePartiesProps {
  readonly alert: string;
  readonly etag: string;
  readonly onClose: () => void;
  readonly onErased: () => void;
  /** What is erased. */
  readonly children: ReactNode;
}

/** Asks once more, and then leaves of all names that there were some. */
export const EraseParties = ({ alert, etag, onClose, onErased, children }: ErasePartiesProps) => {
  const erase = useChange(alerts.removeParties);
  return (
    <ConfirmDialog
      title={<Trans>Erase all names of this alert?</Trans>}
      action={<Trans>Erase all names</Trans>}
      look="danger"
      busy={erase.isPending}
      error={erase.error}
      onConfirm={() => erase.mutate({ params: { id: alert }, ifMatch: etag }, { onSuccess: onErased })}
      onClose={onClose}
    >
      <p>{children}</p>
      <p className="quiet">
        <Trans>The audit trail keeps that they were erased, when and by whom, and no name.</Trans>
      </p>
    </ConfirmDialog>
  );
};
