import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Link, useSearch } from "wouter";
import type { FieldError } from "../../../../shared/domain/problem.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { useMemberChoices } from "../../components/administration-choices.ts";
import { Button } from "../../components/button.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { SelectField, TextField } from "../../components/field.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { SECRETARIAT } from "../../i18n/secretariat.ts";
import { invitedBy, paths } from "../../path-builder.ts";
import { rememberedAdministration } from "../../session/remembered.ts";

export interface Credentials {
  readonly administration: string;
  readonly email: string;
  readonly password: string;
}

interface CredentialsStepProps {
  readonly busy: boolean;
  readonly onSubmit: (credentials: Credentials) => void;
  readonly errors: readonly FieldError[];
}

const missing = (credentials: Credentials): readonly FieldError[] =>
  Object.entries(credentials)
    .filter(([, value]) => value.trim() === "")
    .map(([name]) => ({ pointer: `/${name}`, detail: "This is required." }));

export const CredentialsStep = ({ busy, onSubmit, errors }: CredentialsStepProps) => {
  const { t } = useLingui();
  const nameOf = useAdministrationName();
  const choices = [...useMemberChoices(), { code: SECRETARIAT, name: nameOf(SECRETARIAT) }];
  const search = useSearch();
  const [attempt, setAttempt] = useState(0);
  const [given, setGiven] = useState<Credentials>({
    administration: invitedBy(search) ?? rememberedAdministration.get() ?? "",
    email: "",
    password: "",
  });
  const wrong = [...(attempt > 0 ? missing(given) : []), ...errors];
  const set = (name: keyof Credentials) => (value: string) => setGiven({ ...given, [name]: value });
  const names: Readonly<Record<string, string>> = {
    "/administration": t`Administration`,
    "/email": t`E-mail address`,
    "/password": t`Password`,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!busy && missing(given).length === 0) onSubmit({ ...given, email: given.email.trim().toLowerCase() });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary errors={wrong} nameOf={(pointer) => names[pointer] ?? pointer} attempt={attempt} />
      <SelectField
        pointer="/administration"
        label={names["/administration"]}
        help={t`Type the first letters of its name to find it.`}
        errors={errorsAt(wrong, "/administration")}
        value={given.administration}
        onChange={set("administration")}
        name="administration"
      >
        <option value="">{t`Choose your administration`}</option>
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {`${name} (${code})`}
          </option>
        ))}
      </SelectField>
      <TextField
        pointer="/email"
        label={names["/email"]}
        errors={errorsAt(wrong, "/email")}
        value={given.email}
        onChange={set("email")}
        type="email"
        name="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        pointer="/password"
        label={names["/password"]}
        errors={errorsAt(wrong, "/password")}
        value={given.password}
        onChange={set("password")}
        type="password"
        name="password"
        autoComplete="current-password"
      />
      <div className="actions">
        <Button type="submit" busy={busy}>
          <Trans>Sign in</Trans>
        </Button>
      </div>
      <p className="quiet">
        <Trans>
          Does your administration not take part yet? <Link href={paths.join()}>Apply to join</Link>.
        </Trans>
      </p>
    </form>
  );
};
