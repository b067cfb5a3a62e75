import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { TextField } from "../../components/field.tsx";
import { QrCode } from "./qr-code.tsx";

interface AuthenticatorStepProps {
  readonly busy: boolean;
  readonly onSubmit: (code: string) => void;
  /** Given when the authenticator has still to be set up. */
  readonly enrol?: { readonly secret: string; readonly address: string };
}

/** Four letters at a time are read and typed without losing one's place. */
const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, "$1 ");

/** The code that the person's authenticator shows; before it, where there is none yet, how to set one up. */
export const AuthenticatorStep = ({ busy, onSubmit, enrol }: AuthenticatorStepProps) => {
  const { t } = useLingui();
  const [code, setCode] = useState("");
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const digits = code.replaceAll(/\s/g, "");
    const right = /^\d{6}$/.test(digits);
    setErrors(
      right ? [] : [{ pointer: "/code", detail: "The code is the six digits that the authenticator shows." }],
    );
    if (right && !busy) onSubmit(digits);
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      {enrol && (
        <div className="enrol">
          <p>
            <Trans>
              A password alone is not enough here. Scan this code with an authenticator app on your phone, or
              type the key into it.
            </Trans>
          </p>
          <QrCode text={enrol.address} />
          <div className="enrol-key">
            <p className="field-label">
              <Trans>Key</Trans>
            </p>
            <p>
              <code data-secret={enrol.secret}>{grouped(enrol.secret)}</code>
            </p>
            <div className="actions">
              <CopyButton text={enrol.secret} of={t`the key`} />
              <a href={enrol.address}>
                <Trans>Open in an app on this device</Trans>
              </a>
            </div>
          </div>
        </div>
      )}
      <TextField
        pointer="/code"
        label={t`Code of the authenticator`}
        help={t`Six digits; a new code every 30 seconds.`}
        errors={errors}
        value={code}
        onChange={setCode}
        className="input-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
      />
      <div className="actions">
        <Button type="submit" busy={busy}>
          <Trans>Sign in</Trans>
        </Button>
      </div>
    </form>
  );
};
