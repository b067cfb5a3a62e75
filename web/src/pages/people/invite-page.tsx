import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import * as z from "zod/mini";
import { users } from "../../../../shared/contract/users.ts";
import { Role } from "../../../../shared/domain/permissions.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { BackLink } from "../../components/back-link.tsx";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextField } from "../../components/field.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Page } from "../../components/page.tsx";
import { paths } from "../../path-builder.ts";
import { dropKept, useKept } from "../../session/kept.ts";
import { RoleList } from "./role-list.tsx";

const KEPT = "invite";

const Typed = z.object({ name: z.string(), email: z.string(), roles: z.array(Role) });

export const InvitePage = () => {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const invite = useChange(users.invite);
  const keyFor = useIdempotencyKeys();
  const [typed, setTyped] = useKept(KEPT, Typed, () => ({ name: "", email: "", roles: [] }));
  const [attempt, setAttempt] = useState(0);

  const refused = invite.error instanceof ApiProblem ? invite.error.errors : [];
  const found = attempt > 0 ? fieldErrorsOf(users.invite.body, typed) : [];
  const errors = found.length > 0 ? found : refused;
  const names: Readonly<Record<string, string>> = {
    "/name": t`Name`,
    "/email": t`E-mail address`,
    "/roles": t`Roles`,
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const body = users.invite.body.safeParse(typed);
    if (!body.success || invite.isPending) return;
    invite.mutate(
      { body: body.data, idempotencyKey: keyFor(body.data) },
      {
        onSuccess: ({ data }) => {
          dropKept(KEPT);
          void client.invalidateQueries({ queryKey: keyOf(users.list) });
          navigate(paths.person(data.id));
        },
      },
    );
  };

  return (
    <Page
      title={t`Invite a person`}
      above={
        <BackLink href={paths.people()}>
          <Trans>All people</Trans>
        </BackLink>
      }
    >
      <p className="prose">
        <Trans>
          The person has an e-mail with a password that is good for seven days, chooses their own at the first
          sign-in, and sets up an authenticator.
        </Trans>
      </p>
      <form className="form" onSubmit={submit} noValidate>
        <ErrorSummary errors={errors} nameOf={(pointer) => names[pointer] ?? pointer} attempt={attempt} />
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
          help={t`Their own, of your administration. Example: a.officer@customs.example`}
          errors={errorsAt(errors, "/email")}
          value={typed.email}
          onChange={(email) => setTyped({ ...typed, email })}
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <RoleList
          value={typed.roles}
          errors={errorsAt(errors, "/roles")}
          onChange={(roles) => setTyped({ ...typed, roles: [...roles] })}
        />
        <div className="actions">
          <Button type="submit" busy={invite.isPending}>
            <Trans>Send the invitation</Trans>
          </Button>
          <LinkButton look="secondary" href={paths.people()}>
            <Trans>Cancel</Trans>
          </LinkButton>
        </div>
      </form>
    </Page>
  );
};
