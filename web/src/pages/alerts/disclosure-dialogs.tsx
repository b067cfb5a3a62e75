import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import type { DisclosureView } from "../../../../shared/contract/disclosure-requests.ts";
import { DisclosureInput, disclosableParts } from "../../../../shared/domain/disclosure-request.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { TextArea, TextField } from "../../components/field.tsx";
import { TlpMark } from "../../components/marking.tsx";
import { TickList } from "../../components/tick-list.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { partLabels } from "./disclosure-words.ts";
import { ReasonField, useReason } from "./reason-field.tsx";

const useDone = (onClose: () => void) => {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: keyOf(alerts.disclosureRequests) });
    onClose();
  };
};

/** To whom, why and which parts. */
export const AskDialog = ({
  alert,
  onClose,
}: {
  readonly alert: AlertView;
  readonly onClose: () => void;
}) => {
  const { t, i18n } = useLingui();
  const nameOf = useAdministrationName();
  const ask = useChange(alerts.askDisclosure);
  const keyFor = useIdempotencyKeys();
  const done = useDone(onClose);
  const [to, setTo] = useState("");
  const [why, setWhy] = useState("");
  const [parts, setParts] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const input = { ...(to.trim() === "" ? {} : { to }), why, parts };
  const refused = ask.error instanceof ApiProblem ? ask.error.errors : [];
  const errors = tried ? [...fieldErrorsOf(DisclosureInput, input), ...refused] : [];
  const send = () => {
    setTried(true);
    const body = DisclosureInput.safeParse(input);
    if (body.success)
      ask.mutate(
        { params: { id: alert.id }, body: body.data, idempotencyKey: keyFor([alert.id, input]) },
        { onSuccess: done },
      );
  };
  return (
    <ConfirmDialog
      title={<Trans>Ask for leave to disclose it further?</Trans>}
      action={<Trans>Ask for leave</Trans>}
      busy={ask.isPending}
      error={refused.length === 0 ? ask.error : null}
      onConfirm={send}
      onClose={onClose}
    >
      <p>
        <TlpMark tlp={alert.tlp} />{" "}
        <Trans>{nameOf(alert.administration)} decides, and reads what you write here.</Trans>
      </p>
      <TextField
        pointer="/to"
        label={t`To whom`}
        help={t`Example: the national medicines authority`}
        errors={errorsAt(errors, "/to")}
        value={to}
        onChange={setTo}
      />
      <TickList
        pointer="/parts"
        label={t`Which parts of the alert`}
        inline
        errors={errorsAt(errors, "/parts")}
        value={parts}
        onChange={setParts}
        options={disclosableParts.map((part) => ({ value: part as string, label: i18n.t(partLabels[part]) }))}
      />
      <TextArea
        pointer="/why"
        label={t`Why`}
        errors={errorsAt(errors, "/why")}
        value={why}
        onChange={setWhy}
        rows={3}
      />
    </ConfirmDialog>
  );
};

export type Decision = "grant" | "refuse";

interface DecideProps {
  readonly decision: Decision;
  readonly alert: string;
  readonly request: DisclosureView;
  readonly receivers: string;
  readonly onClose: () => void;
}

/** Leave, with its conditions; or why not. */
export const DecideDialog = ({ decision, alert, request, receivers, onClose }: DecideProps) => {
  const { t } = useLingui();
  const nameOf = useAdministrationName();
  const isGrant = decision === "grant";
  const grant = useChange(alerts.grantDisclosure);
  const refuse = useChange(alerts.refuseDisclosure);
  const keyFor = useIdempotencyKeys();
  const done = useDone(onClose);
  const reason = useReason({ isRequired: !isGrant });
  const params = { id: alert, request: request.id };
  const who = nameOf(request.administration);
  const send = () => {
    const taken = reason.take();
    if (taken === undefined) return;
    const idempotencyKey = keyFor([params, decision, taken]);
    if (isGrant) grant.mutate({ params, body: taken, idempotencyKey }, { onSuccess: done });
    else if (taken.reason !== undefined)
      refuse.mutate({ params, body: { reason: taken.reason }, idempotencyKey }, { onSuccess: done });
  };
  return (
    <ConfirmDialog
      title={isGrant ? <Trans>Grant leave to {who}?</Trans> : <Trans>Refuse leave to {who}?</Trans>}
      action={isGrant ? <Trans>Grant leave</Trans> : <Trans>Refuse leave</Trans>}
      busy={grant.isPending || refuse.isPending}
      error={grant.error ?? refuse.error}
      onConfirm={send}
      onClose={onClose}
    >
      <p>
        {isGrant ? (
          <Trans>It may then be passed on to: {receivers}.</Trans>
        ) : (
          <Trans>It stays as it is marked.</Trans>
        )}
      </p>
      <ReasonField
        label={isGrant ? t`Conditions (optional)` : t`Reason`}
        help={t`${who} reads it, with the name of your administration.`}
        field={reason.field}
      />
    </ConfirmDialog>
  );
};
