import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import * as z from "zod/mini";
import { systemAccounts } from "../../../../shared/contract/system-accounts.ts";
import { OfferedScope } from "../../../../shared/domain/system-account.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { BackLink } from "../../components/back-link.tsx";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextArea, TextField } from "../../components/field.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Page } from "../../components/page.tsx";
import { TickList } from "../../components/tick-list.tsx";
import { paths } from "../../path-builder.ts";
import { dropKept, useKept } from "../../session/kept.ts";
import { scopeLabels, scopeMeanings } from "./scopes.ts";
import { SecretOnce } from "./secret-once.tsx";

const KEPT = "new-system-account";

const Typed = z.object({ name: z.string(), purpose: z.string(), scopes: z.array(OfferedScope) });

/** Makes an account, and shows its secret in the form's place. */
export const NewSystemAccountPage = () => {
  const { t, i18n } = useLingui();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const create = useChange(systemAccounts.create);
  const keyFor = useIdempotencyKeys();
  const [typed, setTyped] = useKept(KEPT, Typed, () => ({
    name: "",
    purpose: "",
    scopes: ["alerts/read" as const],
  }));
  const [attempt, setAttempt] = useState(0);
  const made = create.data?.data;

  const refused = create.error instanceof ApiProblem ? create.error.errors : [];
  const found = attempt > 0 ? fieldErrorsOf(systemAccounts.create.body, typed) : [];
  const errors = found.length > 0 ? found : refused;
  const names: Readonly<Record<string, string>> = {
    "/name": t`Name`,
    "/purpose": t`What it calls for`,
    "/scopes": t`What it may do`,
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const body = systemAccounts.create.body.safeParse(typed);
    if (!body.success || create.isPending) return;
    create.mutate(
      { body: body.data, idempotencyKey: keyFor(body.data) },
      {
        onSuccess: () => {
          dropKept(KEPT);
          void client.invalidateQueries({ queryKey: keyOf(systemAccounts.list) });
        },
      },
    );
  };

  return (
    <Page
      title={made?.name ?? t`Make a system account`}
      above={
        <BackLink href={paths.systemAccounts()}>
          <Trans>All system accounts</Trans>
        </BackLink>
      }
    >
      {made === undefined ? (
        <form className="form" onSubmit={submit} noValidate>
          <ErrorSummary errors={errors} nameOf={(pointer) => names[pointer] ?? pointer} attempt={attempt} />
          <ChangeFailure error={create.error} />
          <TextField
            pointer="/name"
            label={names["/name"]}
            help={t`As it stands in the audit trail. Example: Risk analysis, Le Havre`}
            errors={errorsAt(errors, "/name")}
            value={typed.name}
            onChange={(name) => setTyped({ ...typed, name })}
            autoComplete="off"
            maxLength={80}
          />
          <TextArea
            pointer="/purpose"
            label={names["/purpose"]}
            help={t`What another contact point has to know before ending it: which system, who runs it, how often it calls.`}
            errors={errorsAt(errors, "/purpose")}
            value={typed.purpose}
            onChange={(purpose) => setTyped({ ...typed, purpose })}
            rows={3}
            maxLength={500}
          />
          <TickList
            pointer="/scopes"
            label={names["/scopes"]}
            help={t`This cannot be changed later: a system that is to do more has another account.`}
            errors={errorsAt(errors, "/scopes")}
            value={typed.scopes}
            options={OfferedScope.options.map((scope) => ({
              value: scope,
              label: i18n.t(scopeLabels[scope]),
              help: i18n.t(scopeMeanings[scope]),
            }))}
            onChange={(scopes) => setTyped({ ...typed, scopes: [...scopes] })}
          />
          <div className="actions">
            <Button type="submit" busy={create.isPending}>
              <Trans>Make the account</Trans>
            </Button>
            <LinkButton look="secondary" href={paths.systemAccounts()}>
              <Trans>Cancel</Trans>
            </LinkButton>
          </div>
        </form>
      ) : (
        <SecretOnce account={made} onDone={() => navigate(paths.systemAccount(made.id), { replace: true })} />
      )}
    </Page>
  );
};
