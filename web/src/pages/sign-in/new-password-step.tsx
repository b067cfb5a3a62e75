import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";

interface NewPasswordStepProps {
  readonly busy: boolean;
  readonly onSubmit: (password: string) => void;
}

/** The invitation's password opens the door once; from then on it is the person's own. */
export const NewPasswordStep = ({ busy, onSubmit }: NewPasswordStepProps) => {
  const { t } = useLingui();
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const empty = password === "";
    setErrors(empty ? [{ pointer: "/password", detail: "This is required." }] : []);
    if (!empty && !busy) onSubmit(password);
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>
        <Trans>The password of the invitation was for once. Choose one that only you know.</Trans>
      </p>
      <TextField
        pointer="/password"
        label={t`New password`}
        help={t`At least 12 characters, with a capital letter, a small letter and a digit.`}
        errors={errors}
        value={password}
        onChange={setPassword}
        type={shown ? "text" : "password"}
        autoComplete="new-password"
        spellCheck={false}
      />
      <div className="actions">
        <Button type="submit" busy={busy}>
          <Trans>Go on</Trans>
        </Button>
        <Button look="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? <Trans>Hide the password</Trans> : <Trans>Show the password</Trans>}
        </Button>
      </div>
    </form>
  );
};
