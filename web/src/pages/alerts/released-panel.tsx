import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import { AlertContent } from "../../../../shared/domain/alert.ts";
import { keyOf } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { paths } from "../../path-builder.ts";
import { contentOf } from "./alert-form.ts";
import { EndDialog, type EndStep } from "./end-dialogs.tsx";
import { useStepRefusal } from "./step-refusal.ts";

/** That it is to be acted on no more, and why: to everybody who reads it. */
export const Ended = ({ alert: { state, change, changedAt } }: { readonly alert: AlertView }) =>
  state === "withdrawn" || state === "closed" ? (
    <Notice
      kind="warn"
      title={
        state === "withdrawn" ? (
          <Trans>It was withdrawn. Do not act on it.</Trans>
        ) : (
          <Trans>It is closed. Nothing is asked of anybody any more.</Trans>
        )
      }
    >
      {change?.reason && <p className="written">{change.reason}</p>}
      <p className="quiet">
        <Moment at={changedAt} />
      </p>
    </Notice>
  ) : null;

/** That it does not say any more what it said, why, and what changed: to everybody who reads it. */
export const Revised = ({ alert: { id, version, change, changedAt } }: { readonly alert: AlertView }) => {
  if (change?.kind !== "revise") return null;
  const from = version - 1;
  return (
    <Notice title={change.minor ? <Trans>A minor revision</Trans> : <Trans>It was revised</Trans>}>
      {change.reason && <p className="written">{change.reason}</p>}
      <p className="quiet">
        <Moment at={changedAt} /> ·{" "}
        <Link href={paths.alertVersions(id, { from, to: version })}>
          <Trans>What changed from version {from}</Trans>
        </Link>
      </p>
    </Notice>
  );
};

/** What its author's administration can do with what is out. */
export const ReleasedPanel = ({ alert, etag }: { readonly alert: AlertView; readonly etag: string }) => {
  const client = useQueryClient();
  const refusal = useStepRefusal();
  const [step, setStep] = useState<EndStep>();
  const place = { state: alert.state, standing: alert.review?.standing ?? ("not-asked" as const) };
  const button = (name: EndStep, words: ReactNode) => (
    <Button look="secondary" refused={refusal(name, place)} onClick={() => setStep(name)}>
      {words}
    </Button>
  );
  const refusedRevision = refusal("revise", place);
  return (
    <div className="actions">
      {refusedRevision === undefined ? (
        <LinkButton href={paths.editAlert(alert.id)} look="secondary">
          <Trans>Revise…</Trans>
        </LinkButton>
      ) : (
        <Button look="secondary" refused={refusedRevision}>
          <Trans>Revise…</Trans>
        </Button>
      )}
      {button("withdraw", <Trans>Withdraw…</Trans>)}
      {button("close", <Trans>Close…</Trans>)}
      {step && (
        <EndDialog
          step={step}
          id={alert.id}
          etag={etag}
          content={AlertContent.parse(contentOf(alert))}
          onClose={() => setStep(undefined)}
          onDone={() => {
            setStep(undefined);
            void client.invalidateQueries({ queryKey: keyOf(alerts.list) });
            void client.invalidateQueries({ queryKey: keyOf(alerts.get) });
          }}
        />
      )}
    </div>
  );
};
