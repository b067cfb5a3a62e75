import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RecallView } from "../../../../shared/contract/alert-recall.ts";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import { keyOf, queryOf } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { useMay, useMe } from "../../session/me.ts";
import { RecallDialog } from "./recall-dialog.tsx";

const useIsSignatory = (alert: AlertView): boolean => {
  const { administration, user } = useMe();
  const mayRecall = useMay("alerts.recall");
  const isSignatory = alert.administration === administration.code || user.roles.includes("operator");
  return mayRecall && isSignatory && alert.version > 0;
};

/** To those who may sign: that a recall waits for them is above the alert; how one is begun, below it. */
export const WaitingRecall = ({ alert }: { readonly alert: AlertView }) =>
  useIsSignatory(alert) ? <RecallPanel id={alert.id} only="waiting" /> : null;
export const AlertRecall = ({ alert }: { readonly alert: AlertView }) =>
  useIsSignatory(alert) ? <RecallPanel id={alert.id} only="not-begun" /> : null;

interface RecallPanelProps {
  readonly id: string;
  /** Where it stands in two places, each has one of them. */
  readonly only?: "waiting" | "not-begun";
}

export const RecallPanel = ({ id, only }: RecallPanelProps) => {
  const client = useQueryClient();
  const query = useQuery({ ...queryOf(alerts.recallState, { params: { id } }), refetchInterval: 60_000 });
  const [signing, setSigning] = useState(false);
  const view = query.data?.data;
  if (view?.next === undefined) return null;
  const signatures = view.signatures ?? [];
  if (only !== undefined && (only === "waiting") !== signatures.length > 0) return null;
  return (
    <section className="panel recall" data-open={signatures.length > 0 || undefined} aria-labelledby="recall">
      <h2 id="recall">
        <Trans>Recall</Trans>
      </h2>
      <div className="stack">
        {signatures.map((signature) => (
          <Signed key={signature.at} signature={signature} />
        ))}
        {signatures.length === 0 && (
          <p>
            <Trans>For what should never have gone out: two people sign, and nobody reads it any more.</Trans>
          </p>
        )}
        <div className="actions">
          <SignButton next={view.next} onClick={() => setSigning(true)} />
        </div>
      </div>
      {signing && (
        <RecallDialog
          view={view}
          etag={query.data?.etag ?? ""}
          onClose={() => setSigning(false)}
          onDone={() => {
            setSigning(false);
            void client.invalidateQueries({ queryKey: keyOf(alerts.recallState) });
            void client.invalidateQueries({ queryKey: keyOf(alerts.list) });
            void client.invalidateQueries({ queryKey: keyOf(alerts.recalls) });
            // What was read of it is not shown on.
            if (view.next === "complete")
              void client.resetQueries({ queryKey: keyOf(alerts.get, { params: { id } }) });
            else void client.invalidateQueries({ queryKey: keyOf(alerts.get) });
          }}
        />
      )}
    </section>
  );
};

const SignButton = ({
  next,
  onClick,
}: {
  readonly next: NonNullable<RecallView["next"]>;
  readonly onClick: () => void;
}) => {
  const { t } = useLingui();
  if (next === "complete")
    return (
      <Button look="danger" onClick={onClick}>
        <Trans>Sign and recall…</Trans>
      </Button>
    );
  return (
    <Button
      look="secondary"
      onClick={onClick}
      {...(next === "wait"
        ? { refused: t`It waits for the signature of another person, in the other role.` }
        : {})}
    >
      <Trans>Recall…</Trans>
    </Button>
  );
};

const Signed = ({ signature }: { readonly signature: NonNullable<RecallView["signatures"]>[number] }) => {
  const nameOf = useAdministrationName();
  const by = nameOf(signature.administration);
  return (
    <Notice
      kind="warn"
      title={
        signature.isOwn ? (
          <Trans>You signed the recall; a second person has to</Trans>
        ) : (
          <Trans>{by}: somebody signed the recall, and it waits for a second person</Trans>
        )
      }
    >
      <p className="written">{signature.reason}</p>
      <p className="quiet">
        <Trans>
          Signed <Moment at={signature.at} />, lapses <Moment at={signature.until} />
        </Trans>
      </p>
    </Notice>
  );
};
