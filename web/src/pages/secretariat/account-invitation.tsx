import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { contactPointAccounts } from "../../../../shared/contract/contact-point-accounts.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { TextField } from "../../components/field.tsx";

/** A contact point for an administration that has none who could come in. */
export const AccountInvitation = ({ code }: { readonly code: string }) => {
  const { t } = useLingui();
  const client = useQueryClient();
  const invite = useChange(contactPointAccounts.inviteAccount);
  const keyFor = useIdempotencyKeys();
  const [typed, setTyped] = useState({ name: "", email: "" });
  const [tried, setTried] = useState(false);
  const { body: schema } = contactPointAccounts.inviteAccount;
  const refused = invite.error instanceof ApiProblem ? invite.error.errors : [];
  const found = tried ? fieldErrorsOf(schema, typed) : [];
  const errors = found.length > 0 ? found : refused;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const body = schema.safeParse(typed);
    if (!body.success || invite.isPending) return;
    invite.mutate(
      { params: { administration: code }, body: body.data, idempotencyKey: keyFor(body.data) },
      {
        onSuccess: () => void client.invalidateQueries({ queryKey: keyOf(contactPointAccounts.accounts) }),
      },
    );
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-labelledby="account-invitation">
      <h3 id="account-invitation">
        <Trans>Invite a contact point</Trans>
      </h3>
      <p>
        <Trans>Nobody of this administration can manage its people. Invite whom it names.</Trans>
      </p>
      <ChangeFailure error={invite.error} />
      <TextField
        pointer="/name"
        label={t`Name`}
        errors={errorsAt(errors, "/name")}
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
        autoComplete="off"
        maxLength={120}
      />
      <TextField
        pointer="/email"
        label={t`E-mail address`}
        errors={errorsAt(errors, "/email")}
        value={typed.email}
        onChange={(email) => setTyped({ ...typed, email })}
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className="actions">
        <Button type="submit" busy={invite.isPending}>
          <Trans>Send the invitation</Trans>
        </Button>
      </div>
    </form>
  );
};
