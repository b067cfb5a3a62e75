import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { type SubscriptionView, subscriptions } from "../../../../shared/contract/subscriptions.ts";
import { keyOf, queryOf, useChange } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { paths } from "../../path-builder.ts";

interface RemovalProps {
  readonly subscription: SubscriptionView;
  readonly etag: string;
  readonly onReload: () => void;
}

/** Ends a subscription, once it is clear who will not be told any more. */
export const Removal = ({ subscription, etag, onReload }: RemovalProps) => {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const remove = useChange(subscriptions.remove);
  const [asking, setAsking] = useState(false);
  const { id, state, destination } = subscription;
  const { address } = destination;
  const send = () => {
    setAsking(false);
    remove.mutate(
      { params: { id }, ifMatch: etag },
      {
        onSuccess: () => {
          client.removeQueries({ queryKey: queryOf(subscriptions.get, { params: { id } }).queryKey });
          void client.invalidateQueries({ queryKey: keyOf(subscriptions.list) });
          navigate(paths.notifications(), { replace: true });
        },
      },
    );
  };
  return (
    <div className="stack">
      <ChangeFailure error={remove.error} onReload={onReload} />
      <Button look="danger" busy={remove.isPending} onClick={() => setAsking(true)}>
        <Trans>Remove {address}</Trans>
      </Button>
      {asking && (
        <ConfirmDialog
          title={<Trans>Remove {address}?</Trans>}
          action={<Trans>Remove {address}</Trans>}
          look="danger"
          onConfirm={send}
          onClose={() => setAsking(false)}
        >
          <p>
            {state === "active" ? (
              <Trans>
                {address} is not told of these alerts any more, from now on. What was sent there stays there.
                Where nothing else here uses it, it has to be confirmed again before it can come back.
              </Trans>
            ) : (
              <Trans>{address} was never confirmed; nothing but the request to confirm went there.</Trans>
            )}
          </p>
        </ConfirmDialog>
      )}
    </div>
  );
};
