import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { type SystemAccountView, systemAccounts } from "../../../../shared/contract/system-accounts.ts";
import { keyOf, queryOf, useChange } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Moment } from "../../components/moment.tsx";
import { paths } from "../../path-builder.ts";
import { lastUseOf } from "./secrets.ts";

interface DeletionProps {
  readonly account: SystemAccountView;
  readonly etag: string;
  readonly onReload: () => void;
}

/** Ends a system's access, once it is clear whether anything still calls by it. */
export const Deletion = ({ account, etag, onReload }: DeletionProps) => {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const remove = useChange(systemAccounts.remove);
  const [asking, setAsking] = useState(false);
  const { id, name } = account;
  const lastUse = lastUseOf(account);
  const send = () => {
    setAsking(false);
    remove.mutate(
      { params: { id }, ifMatch: etag },
      {
        onSuccess: () => {
          client.removeQueries({ queryKey: queryOf(systemAccounts.get, { params: { id } }).queryKey });
          // Not shown with it again until it is asked for anew.
          client.removeQueries({ queryKey: keyOf(systemAccounts.list) });
          navigate(paths.systemAccounts(), { replace: true });
        },
      },
    );
  };
  return (
    <div className="stack">
      <ChangeFailure error={remove.error} onReload={onReload} />
      <Button look="danger" busy={remove.isPending} onClick={() => setAsking(true)}>
        <Trans>Delete {name}</Trans>
      </Button>
      {asking && (
        <ConfirmDialog
          title={<Trans>Delete {name}?</Trans>}
          action={<Trans>Delete {name}</Trans>}
          look="danger"
          onConfirm={send}
          onClose={() => setAsking(false)}
        >
          <p>
            {lastUse === undefined ? (
              <Trans>It has never called.</Trans>
            ) : (
              <Trans>
                It called last on <Moment at={lastUse} />.
              </Trans>
            )}{" "}
            <Trans>
              It is refused from its next request on, with every secret and token it has, and cannot be
              brought back. Drafts that it wrote stay with your administration.
            </Trans>
          </p>
        </ConfirmDialog>
      )}
    </div>
  );
};
