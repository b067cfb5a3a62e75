import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, lazy, Suspense, useState } from "react";
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
import { personOfTab } from "../../session/person.ts";
import { rememberedAdministrations } from "../../session/remembered.ts";

export interface Who {
  readonly administration: string;
  readonly email: string;
}

export interface Credentials extends Who {
  readonly password: string;
}

interface CredentialsStepProps {
  readonly busy: boolean;
  readonly onSubmit: (credentials: Credentials) => void;
  readonly onPasskey: (who: Who) => void;
  readonly errors: readonly FieldError[];
}

const missing = (credentials: Who): readonly FieldError[] =>
  Object.entries(credentials)
    .filter(([, value]) => value.trim() === "")
    .map(([name]) => ({ pointer: `/${name}`, detail: "This is required." }));

const PasskeyButton = lazy(async () => ({ default: (await import("./passkey-button.tsx")).PasskeyButton }));

const Options = ({
  choices,
}: {
  readonly choices: readonly { readonly code: string; readonly name: string }[];
}) =>
  choices.map(({ code, name }) => (
    <option key={code} value={code}>
      {name === code ? code : `${name} (${code})`}
    </option>
  ));

export const CredentialsStep = ({ busy, onSubmit, onPasskey, errors }: CredentialsStepProps) => {
  const { t } = useLingui();
  const nameOf = useAdministrationName();
  const listed = [...useMemberChoices(), { code: SECRETARIAT, name: nameOf(SECRETARIAT) }];
  const search = useSearch();
  const [used, setUsed] = useState(rememberedAdministrations.get);
  // Regional offices and partners are in no list: the invitation's link names theirs, and then this device knows it.
  const unlisted = [...new Set([invitedBy(search) ?? "", ...used])].filter(
    (code) => /^(RILO|X)-/.test(code) && !listed.some((choice) => choice.code === code),
  );
  const choices = [...listed, ...unlisted.map((code) => ({ code, name: nameOf(code) }))];
  const asUsed = used.flatMap((code) => choices.filter((choice) => choice.code === code));
  const others = choices.filter(({ code }) => !used.includes(code));
  const [attempt, setAttempt] = useState(0);
  // Somebody whose session ends or ended goes on as who they were.
  const [before] = useState(personOfTab.get);
  const [given, setGiven] = useState<Credentials>({
    administration: invitedBy(search) ?? before?.administration ?? used[0] ?? "",
    email: before?.email ?? "",
    password: "",
  });
  const { password, ...who } = given;
  const [asked, setAsked] = useState<Who>(given);
  const wrong = [...(attempt > 0 ? missing("password" in asked ? given : who) : []), ...errors];
  const set = (name: keyof Credentials) => (value: string) => setGiven({ ...given, [name]: value });
  const names: Readonly<Record<string, string>> = {
    "/administration": t`Administration`,
    "/email": t`E-mail address`,
    "/password": t`Password`,
  };
  const email = given.email.trim().toLowerCase();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    setAsked(given);
    if (!busy && missing(given).length === 0) onSubmit({ ...given, email });
  };
  const submitPasskey = () => {
    setAttempt(attempt + 1);
    setAsked(who);
    if (!busy && missing(who).length === 0) onPasskey({ ...who, email });
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
        {asUsed.length > 0 && (
          <optgroup label={t`Used on this device`}>
            <Options choices={asUsed} />
          </optgroup>
        )}
        {asUsed.length > 0 ? (
          <optgroup label={t`All others`}>
            <Options choices={others} />
          </optgroup>
        ) : (
          <Options choices={others} />
        )}
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
        <Suspense>
          <PasskeyButton busy={busy} onClick={submitPasskey} />
        </Suspense>
      </div>
      {asUsed.length > 0 && (
        <p className="quiet">
          <Trans>This device remembers with which administrations it was used.</Trans>{" "}
          <Button
            look="quiet"
            onClick={() => {
              rememberedAdministrations.forget();
              setUsed([]);
              setGiven({ ...given, administration: "" });
            }}
          >
            <Trans>Forget them</Trans>
          </Button>
        </p>
      )}
      <p className="quiet">
        <Trans>
          Does your administration not take part yet? <Link href={paths.join()}>Apply to join</Link>.
        </Trans>
      </p>
    </form>
  );
};
