import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import type { PartyRequestRow } from "../../../../shared/contract/party-requests.ts";
import { PartyRequestInput, partyRequestKinds } from "../../../../shared/domain/party-request.ts";
import { call } from "../../api/api.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, useIdempotencyKeys } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Failure } from "../../components/failure.tsx";
import { Choice, TextArea } from "../../components/field.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { partyRequestKindLabels } from "./party-words.ts";
import { ReasonField, useReason } from "./reason-field.tsx";

/** Which name, and what about it. What is typed names somebody, and is kept by no cache. */
export const AskAboutParties = ({
  alert,
  onClose,
}: {
  readonly alert: AlertView;
  readonly onClose: () => void;
}) => {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const nameOf = useAdministrationName();
  const keyFor = useIdempotencyKeys();
  const [kind, setKind] = useState<PartyRequestInput["kind"]>("correction");
  const [about, setAbout] = useState("");
  const [tried, setTried] = useState(false);
  const ask = useMutation({
    mutationFn: (body: PartyRequestInput) =>
      call(alerts.askAboutParties, { body, idempotencyKey: keyFor(body) }),
    gcTime: 0,
  });
  const input = { alert: alert.id, kind, about };
  const refused = ask.error instanceof ApiProblem ? ask.error.errors : [];
  const errors = tried ? [...fieldErrorsOf(PartyRequestInput, input), ...refused] : [];
  const send = () => {
    setTried(true);
    const body = PartyRequestInput.safeParse(input);
    if (!body.success) return;
    ask.mutate(body.data, {
      onSuccess: () => {
        void client.invalidateQueries({ queryKey: keyOf(alerts.partyRequests) });
        onClose();
      },
    });
  };
  return (
    <ConfirmDialog
      title={<Trans>Ask for a name to be corrected or erased?</Trans>}
      action={<Trans>Ask for it</Trans>}
      busy={ask.isPending}
      error={refused.length === 0 ? ask.error : null}
      onConfirm={send}
      onClose={onClose}
    >
      <p>
        <Trans>
          {nameOf(alert.administration)} decides, and reads what you write here. It is kept with the names,
          and gone once it is decided.
        </Trans>
      </p>
      <Choice
        pointer="/kind"
        label={t`What is asked for`}
        inline
        errors={errorsAt(errors, "/kind")}
        value={kind}
        onChange={setKind}
        options={partyRequestKinds.map((value) => ({ value, label: i18n.t(partyRequestKindLabels[value]) }))}
      />
      <TextArea
        pointer="/about"
        label={t`Who is named, what is wrong, and who asks for it`}
        errors={errorsAt(errors, "/about")}
        value={about}
        onChange={setAbout}
        rows={4}
        dir="auto"
      />
    </ConfirmDialog>
  );
};

/** What was asked, which is one look more in the trail, and what to do about it. */
export const DecidePartyRequest = ({
  request,
  onGrant,
  onClose,
}: {
  readonly request: PartyRequestRow;
  readonly onGrant: () => void;
  readonly onClose: () => void;
}) => {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const nameOf = useAdministrationName();
  const params = { id: request.id };
  const { mutate, ...read } = useMutation({
    mutationFn: () => call(alerts.partyRequest, { params }, { unkept: true }),
    gcTime: 0,
  });
  useEffect(() => mutate(), [mutate]);
  const refuse = useMutation({
    mutationFn: (reason: string) =>
      call(alerts.decidePartyRequest, {
        params,
        body: { decision: "refused", reason },
        ifMatch: read.data?.etag ?? "",
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keyOf(alerts.partyRequests) });
      onClose();
    },
  });
  const reason = useReason({ isRequired: true });
  const send = () => {
    const taken = reason.take();
    if (taken?.reason !== undefined) refuse.mutate(taken.reason);
  };
  return (
    <Dialog title={i18n.t(partyRequestKindLabels[request.kind])} onClose={onClose}>
      {(read.error ?? refuse.error) && <Failure error={read.error ?? refuse.error ?? new Error()} />}
      {read.data === undefined && read.error === null && <Skeleton lines={3} />}
      {read.data && (
        <>
          <p>
            <Trans>{nameOf(request.administration)} writes:</Trans>
          </p>
          <p className="written" dir="auto">
            {read.data.data.about}
          </p>
          <p className="quiet">
            <Trans>
              To grant it, change the names as they are to be: every earlier version is erased then.
            </Trans>
          </p>
          <ReasonField
            label={t`Reason, where it is refused`}
            help={t`Told to who asked. Write no name.`}
            field={reason.field}
          />
        </>
      )}
      <div className="actions">
        {read.data && (
          <>
            <Button onClick={onGrant}>
              <Trans>Grant it: change names…</Trans>
            </Button>
            <Button look="secondary" busy={refuse.isPending} onClick={send}>
              <Trans>Refuse it</Trans>
            </Button>
          </>
        )}
        <Button look="secondary" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </Dialog>
  );
};
