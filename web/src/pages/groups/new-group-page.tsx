import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { GroupInput, groups } from "../../../../shared/contract/groups.ts";
import { idPrefix } from "../../../../shared/domain/group.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { BackLink } from "../../components/back-link.tsx";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Choice, TextField } from "../../components/field.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Page } from "../../components/page.tsx";
import { paths } from "../../path-builder.ts";
import { dropKept, useKept } from "../../session/kept.ts";
import { useMe } from "../../session/me.ts";
import { DateFields, NameFields, OwnerField, ReviewField } from "./group-fields.tsx";
import { emptyGroup, inputOf, TypedGroup } from "./typed-group.ts";
import { useGroupRenewal } from "./use-group-change.ts";
import { inFormOrder, useGroupFieldNames } from "./use-group-field-names.ts";

const KEPT = "group.new";

/** A standing group, or an operation with its days. */
export const NewGroupPage = () => {
  const { t } = useLingui();
  const { administration } = useMe();
  const [, navigate] = useLocation();
  const renew = useGroupRenewal();
  const create = useChange(groups.create);
  const keyFor = useIdempotencyKeys();
  const nameOf = useGroupFieldNames();
  const isOffice = administration.kind === "regional-office";
  const prefix = isOffice ? idPrefix(administration.code) : "";
  const [typed, setTyped] = useKept(KEPT, TypedGroup, () => emptyGroup(prefix));
  const [attempt, setAttempt] = useState(0);

  const input = inputOf(typed);
  const refused = create.error instanceof ApiProblem ? create.error.errors : [];
  const found = attempt > 0 ? fieldErrorsOf(GroupInput, input) : [];
  const errors = inFormOrder(found.length > 0 ? found : refused);
  const part = { typed, onChange: setTyped, errors };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const body = GroupInput.safeParse(input);
    if (!body.success || create.isPending) return;
    create.mutate(
      { body: body.data, idempotencyKey: keyFor(body.data) },
      {
        onSuccess: ({ data }) => {
          dropKept(KEPT);
          void renew();
          navigate(paths.group(data.id));
        },
      },
    );
  };

  return (
    <Page
      title={t`New group or operation`}
      above={
        <BackLink href={paths.groups()}>
          <Trans>All groups</Trans>
        </BackLink>
      }
    >
      <form className="form" onSubmit={submit} noValidate>
        <ErrorSummary errors={errors} nameOf={nameOf} attempt={attempt} />
        <ChangeFailure error={create.error} />
        <Choice
          pointer="/kind"
          label={t`Kind`}
          inline
          errors={errorsAt(errors, "/kind")}
          value={typed.kind}
          onChange={(kind) => setTyped({ ...typed, kind })}
          options={[
            { value: "operation", label: t`Operation` },
            { value: "standing", label: t`Standing group` },
          ]}
        />
        <TextField
          pointer="/id"
          label={t`Short name`}
          help={
            isOffice
              ? t`Begins the references of its alerts and never changes: ${prefix}, then letters and digits.`
              : t`Begins the references of its alerts and never changes. Small letters, digits and hyphens, such as exercise-1.`
          }
          errors={errorsAt(errors, "/id")}
          value={typed.id}
          onChange={(id) => setTyped({ ...typed, id })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={31}
        />
        <NameFields {...part} />
        {typed.kind === "operation" && <DateFields {...part} />}
        {!isOffice && <OwnerField {...part} />}
        <Choice
          pointer="/history"
          label={t`What new members read`}
          help={t`It stays as it is, since members rely on it.`}
          errors={errorsAt(errors, "/history")}
          value={typed.history}
          onChange={(history) => setTyped({ ...typed, history })}
          options={[
            { value: "from-admission", label: t`What is released after they came` },
            { value: "all", label: t`Everything that was released to the whole group before, too` },
          ]}
        />
        <ReviewField {...part} />
        <div className="actions">
          <Button type="submit" busy={create.isPending}>
            <Trans>Create it</Trans>
          </Button>
          <LinkButton look="secondary" href={paths.groups()}>
            <Trans>Cancel</Trans>
          </LinkButton>
        </div>
      </form>
    </Page>
  );
};
