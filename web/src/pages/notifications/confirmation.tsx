import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type SubscriptionView, subscriptions } from "../../../../shared/contract/subscriptions.ts";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import type { Answer } from "../../api/client.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, queryOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { proofOf } from "./proof.ts";

const POINTER = "/proof";

/** Nothing is sent to an address before somebody who reads it has shown so. */
export const Confirmation = ({ subscription }: { readonly subscription: SubscriptionView }) => {
  const client = useQueryClient();
  const confirm = useChange(subscriptions.confirm);
  const { id, state, destination } = subscription;
  if (state === "active")
    return confirm.isSuccess ? (
      <Notice kind="good" live title={<Trans>{destination.address} is confirmed</Trans>}>
        <p>
          <Trans>It hears of what it asks for from the next release on.</Trans>
        </p>
      </Notice>
    ) : null;
  return (
    <ConfirmationForm
      subscription={subscription}
      confirm={confirm}
      onConfirmed={(answer) => {
        client.setQueryData(queryOf(subscriptions.get, { params: { id } }).queryKey, answer);
        void client.invalidateQueries({ queryKey: keyOf(subscriptions.list) });
      }}
    />
  );
};

interface ConfirmationFormProps {
  readonly subscription: SubscriptionView;
  readonly confirm: ReturnType<typeof useChange<typeof subscriptions.confirm>>;
  readonly onConfirmed: (answer: Answer<SubscriptionView>) => void;
}

const ConfirmationForm = ({ subscription, confirm, onConfirmed }: ConfirmationFormProps) => {
  const { t } = useLingui();
  const resend = useChange(subscriptions.resend);
  const keyFor = useIdempotencyKeys();
  const [given, setGiven] = useState("");
  const [wrong, setWrong] = useState<readonly FieldError[]>([]);
  const { id, destination } = subscription;
  const { channel, address } = destination;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const proof = proofOf(channel, given);
    setWrong("detail" in proof ? [{ pointer: POINTER, detail: proof.detail }] : []);
    if ("detail" in proof || confirm.isPending) return;
    resend.reset();
    confirm.mutate(
      { params: { id }, body: proof, idempotencyKey: keyFor([proof, confirm.failureCount]) },
      { onSuccess: onConfirmed },
    );
  };

  const refused = confirm.error instanceof ApiProblem ? confirm.error.errors : [];
  const isMail = channel === "email";
  return (
    <section className="panel panel-next measured" aria-labelledby="confirmation">
      <h2 id="confirmation">
        {isMail ? <Trans>Confirm the mailbox</Trans> : <Trans>Confirm the phone</Trans>}
      </h2>
      <form className="form" onSubmit={submit} noValidate>
        {isMail ? (
          <p>
            <Trans>
              “AWS Notifications” has sent a mail to <strong>{address}</strong>. Do not follow its link: copy
              it, and paste it here. Until then nothing is sent there.
            </Trans>
          </p>
        ) : (
          <p>
            <Trans>
              A code was sent to <strong dir="ltr">{address}</strong>. Until it is entered here, nothing else
              is sent there.
            </Trans>
          </p>
        )}
        <ChangeFailure error={confirm.error} />
        <ChangeFailure error={resend.error} />
        {resend.isSuccess && (
          <Notice kind="good" live title={<Trans>Another message is on its way.</Trans>} />
        )}
        <TextField
          pointer={POINTER}
          label={isMail ? t`Link, or code` : t`Code`}
          help={
            isMail
              ? t`The link begins with https://sns. Was it followed already? Then ask for another message: it has a code of six digits.`
              : t`Six digits, good for ten minutes.`
          }
          errors={wrong.length > 0 ? wrong : refused}
          value={given}
          onChange={setGiven}
          className={isMail ? "" : "input-code"}
          inputMode={isMail ? "text" : "numeric"}
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <div className="actions">
          <Button type="submit" busy={confirm.isPending}>
            <Trans>Confirm</Trans>
          </Button>
          <Button
            look="secondary"
            busy={resend.isPending}
            onClick={() => {
              confirm.reset();
              resend.mutate({ params: { id }, idempotencyKey: crypto.randomUUID() });
            }}
          >
            <Trans>Send another message</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
};
