import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { type RegistrationStatus, registrations } from "../../../../shared/contract/registrations.ts";
import { ApiProblem } from "../../api/problem.ts";
import { useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { paths } from "../../path-builder.ts";
import type { KeptApplication } from "./application.ts";

interface ConfirmationProps {
  /** Another browser than the one that it was sent from knows its id alone. */
  readonly application: Pick<KeptApplication, "id"> & Partial<Pick<KeptApplication, "email" | "secret">>;
  readonly onAnswer: (status: RegistrationStatus) => void;
}

/** An application counts once the code that was mailed to the applicant is entered. */
export const Confirmation = ({ application, onAnswer }: ConfirmationProps) => {
  const { t } = useLingui();
  const [code, setCode] = useState("");
  const [isShort, setShort] = useState(false);
  const confirm = useChange(registrations.confirm);
  const resend = useChange(registrations.resend);
  const confirmKey = useIdempotencyKeys();
  const { id, email, secret } = application;
  const params = { id };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const digits = code.replaceAll(/\s/g, "");
    setShort(!/^\d{6}$/.test(digits));
    if (!/^\d{6}$/.test(digits) || confirm.isPending) return;
    const body = { code: digits };
    confirm.mutate(
      { params, body, idempotencyKey: confirmKey(body) },
      { onSuccess: ({ data }) => onAnswer(data) },
    );
  };

  const refused = confirm.error instanceof ApiProblem ? confirm.error.errors : [];
  const short = { pointer: "/code", detail: "The code is the six digits of the message we sent." };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>
        {email === undefined ? (
          <Trans>The application counts once the code of the e-mail is entered here.</Trans>
        ) : (
          <Trans>
            We sent a code to <strong>{email}</strong>. The application counts once it is entered here.
          </Trans>
        )}
      </p>
      {confirm.isError && refused.length === 0 && <Failure error={confirm.error} />}
      {resend.isError && <Failure error={resend.error} />}
      {resend.isSuccess && <Notice kind="good" live title={<Trans>A new code is on its way.</Trans>} />}
      <TextField
        pointer="/code"
        label={t`Code`}
        help={t`Six digits, good for ten minutes.`}
        errors={isShort ? [short] : refused}
        value={code}
        onChange={setCode}
        className="input-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
      />
      {secret === undefined && confirm.isError && (
        <p className="quiet">
          <Trans>
            A new code can be asked for only in the browser that the application was sent from. Where that is
            not possible, <Link href={paths.join()}>apply again</Link>.
          </Trans>
        </p>
      )}
      <div className="actions">
        <Button type="submit" busy={confirm.isPending}>
          <Trans>Confirm the application</Trans>
        </Button>
        {secret !== undefined && (
          <Button
            look="secondary"
            busy={resend.isPending}
            onClick={() => resend.mutate({ params, body: { secret }, idempotencyKey: crypto.randomUUID() })}
          >
            <Trans>Send a new code</Trans>
          </Button>
        )}
      </div>
    </form>
  );
};
