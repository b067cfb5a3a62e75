import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Link, useLocation } from "wouter";
import { AlertReference } from "../../../../shared/domain/alert-reference.ts";
import { fieldErrorsOf } from "../../api/field-errors.ts";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";
import { paths } from "../../path-builder.ts";

/** A reference as it was read off a phone, to be opened. `typed`: one that led nowhere. */
export const ReferenceForm = ({ typed }: { readonly typed: string }) => {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [reference, setReference] = useState(typed);
  const [attempted, setAttempted] = useState(false);
  const errors = attempted
    ? fieldErrorsOf(AlertReference, reference).map((error) => ({ ...error, pointer: "/reference" }))
    : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    const asked = AlertReference.safeParse(reference);
    if (asked.success) navigate(paths.byReference(asked.data));
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      {typed !== "" && (
        <p className="prose written">
          <Trans>
            No alert that your administration may read has the reference <strong>{typed}</strong>. Compare it
            with the message.
          </Trans>
        </p>
      )}
      <TextField
        pointer="/reference"
        label={t`Reference`}
        help={t`It is in the e-mail or SMS, and looks like IPR-2026-000123 or IPR-2026-R7K3M9Q.`}
        errors={errors}
        value={reference}
        onChange={setReference}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <div className="actions">
        <Button type="submit">
          <Trans>Open the alert</Trans>
        </Button>
      </div>
      <p>
        <Link href={paths.alerts()}>
          <Trans>All alerts</Trans>
        </Link>
      </p>
    </form>
  );
};
