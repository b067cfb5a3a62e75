import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type ContactPointAccount,
  contactPointAccounts,
} from "../../../../shared/contract/contact-point-accounts.ts";
import { isToBeConfirmed } from "../../../../shared/domain/recertification.ts";
import { usePages } from "../../api/pages.ts";
import { keyOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { Button } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { More } from "../../components/more.tsx";
import { Notice } from "../../components/notice.tsx";
import { State } from "../../components/state.tsx";
import { AccountInvitation } from "./account-invitation.tsx";
import { accountStateLabels, accountStateTones } from "./account-states.ts";
import { useAccountSteps } from "./account-steps.tsx";

/** What the secretariat does for the contact points of an administration where nobody there can. */
export const ContactPointAccounts = ({ code }: { readonly code: string }) => {
  const { rows, pages } = usePages(contactPointAccounts.accounts, {
    params: { administration: code },
    query: { limit: 50 },
  });
  return (
    <section className="panel measured" aria-labelledby="accounts">
      <h2 id="accounts">
        <Trans>Accounts of its contact points</Trans>
      </h2>
      <div className="stack">
        <p>
          <Trans>
            Help here when a contact point cannot come in and nobody of the administration can help. Make sure
            first, by a way that you know, that it is them. Whatever you do stands in the administration’s
            audit trail, and its contact points are told by e-mail.
          </Trans>
        </p>
        <Asked query={rows} lines={3}>
          {(accounts) => (
            <>
              {accounts.map((account) => (
                <Account key={account.id} account={account} />
              ))}
              <More pages={pages} />
              {!pages.hasNextPage && accounts.every(({ state }) => state === "disabled") && (
                <AccountInvitation code={code} />
              )}
            </>
          )}
        </Asked>
      </div>
    </section>
  );
};

const Account = ({ account }: { readonly account: ContactPointAccount }) => {
  const { i18n } = useLingui();
  const { id, administration, name, state, revision, confirmBy } = account;
  const client = useQueryClient();
  const steps = useAccountSteps(account);
  const [asking, setAsking] = useState<(typeof steps)[number]["name"] | undefined>();
  const [done, setDone] = useState<string | undefined>();
  const asked = steps.find((step) => step.name === asking);
  const change = useChange(asked?.endpoint ?? contactPointAccounts.confirmAccount);
  const keyFor = useIdempotencyKeys();
  const isDue = isToBeConfirmed(confirmBy, new Date().toISOString());
  return (
    <article aria-labelledby={`account-${id}`}>
      <h3 id={`account-${id}`}>
        {name} <State tone={accountStateTones[state]}>{i18n.t(accountStateLabels[state])}</State>
      </h3>
      {done !== undefined && <Notice kind="good" live title={done} />}
      <div className="actions">
        {steps
          .filter((step) => step.name !== "confirm" || isDue)
          .map((step) => (
            <Button
              key={step.name}
              look={step.name === "disable" ? "danger" : "secondary"}
              refused={step.refused}
              onClick={() => {
                change.reset();
                setAsking(step.name);
              }}
            >
              {step.label}
            </Button>
          ))}
      </div>
      {asked && (
        <ConfirmDialog
          title={asked.title}
          action={asked.label}
          look={asked.name === "disable" || asked.name === "reset" ? "danger" : "primary"}
          busy={change.isPending}
          error={change.error}
          onConfirm={() =>
            change.mutate(
              {
                params: { administration, id },
                ifMatch: String(revision),
                idempotencyKey: keyFor([asked.name, revision]),
              },
              {
                onSuccess: () => {
                  setAsking(undefined);
                  setDone(asked.done);
                  void client.invalidateQueries({ queryKey: keyOf(contactPointAccounts.accounts) });
                },
              },
            )
          }
          onClose={() => {
            setAsking(undefined);
            // What was refused may be another account by now than the one that is shown.
            if (change.isError)
              void client.invalidateQueries({ queryKey: keyOf(contactPointAccounts.accounts) });
          }}
        >
          <p>{asked.what}</p>
        </ConfirmDialog>
      )}
    </article>
  );
};
