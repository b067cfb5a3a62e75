import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { HoldInput } from "../../../../shared/domain/party-hold.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { usePages } from "../../api/pages.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { Button } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Empty } from "../../components/empty.tsx";
import { TextArea, TextField } from "../../components/field.tsx";
import { Moment } from "../../components/moment.tsx";
import { More } from "../../components/more.tsx";
import { useAdministrationName } from "../../i18n/names.ts";

/** Alerts whose names nobody may erase for a time. The secretariat is shown none of them. */
export const Holds = () => {
  const nameOf = useAdministrationName();
  const { rows, pages } = usePages(alerts.holds, { query: { limit: 25 } });
  const [holding, setHolding] = useState(false);
  const [ending, setEnding] = useState<string>();
  return (
    <>
      <div className="actions">
        <Button look="secondary" onClick={() => setHolding(true)}>
          <Trans>Hold the names of an alert…</Trans>
        </Button>
      </div>
      <Asked query={rows} lines={2}>
        {(holds) =>
          holds.length === 0 ? (
            <Empty title={<Trans>No names are held.</Trans>} />
          ) : (
            <ul className="stack">
              {holds.map(({ reference, administration, until, reason }) => (
                <li key={reference} className="panel">
                  <p>
                    <code>{reference}</code> · {nameOf(administration)} ·{" "}
                    <Trans>
                      until <Moment at={until} />
                    </Trans>
                  </p>
                  <p className="written">{reason}</p>
                  <div className="actions">
                    <Button look="secondary" onClick={() => setEnding(reference)}>
                      <Trans>End the hold…</Trans>
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      <More pages={pages} />
      {holding && <HoldDialog onClose={() => setHolding(false)} />}
      {ending !== undefined && <HoldDialog ending={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
};

/** Which alert's, until when, for which proceedings; or why it ends. */
const HoldDialog = ({ ending, onClose }: { readonly ending?: string; readonly onClose: () => void }) => {
  const { t } = useLingui();
  const client = useQueryClient();
  const keyFor = useIdempotencyKeys();
  const hold = useChange(alerts.hold);
  const [reference, setReference] = useState(ending ?? "");
  const [day, setDay] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isEnding = ending !== undefined;
  const input = {
    reference: reference.trim().toUpperCase(),
    ...(isEnding ? {} : { until: day === "" ? "" : `${day}T00:00:00.000Z` }),
    reason,
  };
  const refused = hold.error instanceof ApiProblem ? hold.error.errors : [];
  const errors = tried ? [...fieldErrorsOf(HoldInput, input), ...refused] : [];
  const send = () => {
    setTried(true);
    const body = HoldInput.safeParse(input);
    if (!body.success) return;
    hold.mutate(
      { body: body.data, idempotencyKey: keyFor(body.data) },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: keyOf(alerts.holds) });
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      title={isEnding ? <Trans>End the hold on {ending}?</Trans> : <Trans>Hold the names of an alert?</Trans>}
      action={isEnding ? <Trans>End the hold</Trans> : <Trans>Hold the names</Trans>}
      busy={hold.isPending}
      error={refused.length === 0 ? hold.error : null}
      onConfirm={send}
      onClose={onClose}
    >
      <p>
        {isEnding ? (
          <Trans>From now on its author and the group’s period erase them again.</Trans>
        ) : (
          <Trans>Neither its author nor the group’s period erases them as long. Its author is told.</Trans>
        )}
      </p>
      {!isEnding && (
        <>
          <TextField
            pointer="/reference"
            label={t`Reference`}
            help={t`Example: IPR-2026-000123`}
            errors={errorsAt(errors, "/reference")}
            value={reference}
            onChange={setReference}
            autoComplete="off"
          />
          <TextField
            pointer="/until"
            type="date"
            label={t`Until`}
            errors={errorsAt(errors, "/until")}
            value={day}
            onChange={setDay}
          />
        </>
      )}
      <TextArea
        pointer="/reason"
        label={isEnding ? t`Why it ends` : t`Which proceedings`}
        help={t`Write no name.`}
        errors={errorsAt(errors, "/reason")}
        value={reason}
        onChange={setReason}
        rows={3}
      />
    </ConfirmDialog>
  );
};
