import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import type { UserView } from "../../../../shared/contract/user-view.ts";
import { users } from "../../../../shared/contract/users.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { TextField } from "../../components/field.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { paths } from "../../path-builder.ts";
import { useRefusal } from "./use-refusal.ts";

/** As the browser's own field writes a time of the reader's zone, to the minute. */
const localTime = (at: Date): string =>
  new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

const DAY_MS = 86_400_000;

/** Closes an account that may be in other hands. */
export const Compromise = ({ person }: { readonly person: UserView }) => {
  const { id, name, email, compromisedSince } = person;
  const { t } = useLingui();
  const refusalOf = useRefusal();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const report = useChange(users.reportCompromised);
  const keyFor = useIdempotencyKeys();
  const [asking, setAsking] = useState(false);
  const [since, setSince] = useState(() => localTime(new Date(Date.now() - DAY_MS)));
  const errors = report.error instanceof ApiProblem ? errorsAt(report.error.errors, "/since") : [];
  const send = () => {
    const at = new Date(since);
    if (Number.isNaN(at.getTime())) return;
    const body = { since: at.toISOString() };
    report.mutate(
      { params: { id }, body, idempotencyKey: keyFor(body) },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: keyOf(users.list) });
          void client.invalidateQueries({ queryKey: keyOf(users.get) });
          navigate(paths.compromised(id));
        },
      },
    );
  };
  return (
    <section className="panel measured" aria-labelledby="person-compromise">
      <h2 id="person-compromise">
        <Trans>In other hands</Trans>
      </h2>
      <div className="stack">
        <p>
          <Trans>
            If somebody else may have the password, the phone or the computer of {name}: close the account at
            once. You then see what it saw since a time, to inform the authors.
          </Trans>
        </p>
        <div className="actions">
          <Button
            look="danger"
            refused={refusalOf(person, "report-compromised")}
            onClick={() => setAsking(true)}
          >
            <Trans>Close the account now</Trans>
          </Button>
          {compromisedSince !== undefined && (
            <LinkButton look="secondary" href={paths.compromised(id)}>
              <Trans>What it saw</Trans>
            </LinkButton>
          )}
        </div>
      </div>
      {asking && (
        <ConfirmDialog
          title={<Trans>Close the account of {name}?</Trans>}
          action={<Trans>Close the account</Trans>}
          look="danger"
          busy={report.isPending}
          error={errors.length > 0 ? null : report.error}
          onConfirm={send}
          onClose={() => setAsking(false)}
        >
          <p>
            <Trans>
              {name} ({email}) is refused from the next request on, wherever the account is signed in.
              Password and authenticator are worth nothing any more. Nobody is told; you inform the authors.
            </Trans>
          </p>
          <TextField
            pointer="/since"
            label={t`In other hands since`}
            help={t`Your local time. If you are not sure, choose an earlier one; you can correct it later.`}
            errors={errors}
            type="datetime-local"
            value={since}
            max={localTime(new Date())}
            onChange={setSince}
          />
        </ConfirmDialog>
      )}
    </section>
  );
};
