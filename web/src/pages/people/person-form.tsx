import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import type { UserView } from "../../../../shared/contract/user-view.ts";
import { users } from "../../../../shared/contract/users.ts";
import type { Role } from "../../../../shared/domain/permissions.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { mergePatchBetween } from "../../api/merge-patch.ts";
import { ApiProblem } from "../../api/problem.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { useMe } from "../../session/me.ts";
import { RoleList } from "./role-list.tsx";
import { usePersonChange } from "./use-person-change.ts";
import { useRefusal } from "./use-refusal.ts";

interface PersonFormProps {
  readonly person: UserView;
  readonly etag: string;
  readonly onReload: () => void;
}

/** A person's name and roles. Nobody changes their own roles. */
export const PersonForm = ({ person, etag, onReload }: PersonFormProps) => {
  const { t } = useLingui();
  const me = useMe();
  const isMe = person.id === me.user.id;
  const refusalOf = useRefusal();
  const { change, send } = usePersonChange(person, etag);
  const [name, setName] = useState(person.name);
  const [roles, setRoles] = useState<readonly Role[]>(person.roles);
  const [attempt, setAttempt] = useState(0);

  const body = mergePatchBetween(
    { name: person.name, ...(isMe ? {} : { roles: person.roles }) },
    { name, ...(isMe ? {} : { roles }) },
  );
  const refused = change.error instanceof ApiProblem ? change.error.errors : [];
  const found = attempt > 0 ? fieldErrorsOf(users.update.body, body) : [];
  const errors = found.length > 0 ? found : refused;
  const isChanged = Object.keys(body).length > 0;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const parsed = users.update.body.safeParse(body);
    if (parsed.success && isChanged && !change.isPending) send(parsed.data);
  };

  return (
    <section className="panel measured" aria-labelledby="person-roles">
      <h2 id="person-roles">
        <Trans>Name and roles</Trans>
      </h2>
      <form className="form" onSubmit={submit} noValidate>
        <ErrorSummary
          errors={errors}
          nameOf={(pointer) => (pointer === "/name" ? t`Name` : t`Roles`)}
          attempt={attempt}
        />
        <ChangeFailure error={change.error} onReload={onReload} />
        <TextField
          pointer="/name"
          label={t`Name`}
          errors={errorsAt(errors, "/name")}
          value={name}
          onChange={setName}
          autoComplete="off"
          maxLength={120}
        />
        <RoleList
          value={roles}
          errors={errorsAt(errors, "/roles")}
          onChange={setRoles}
          refused={refusalOf(person, "change-roles")}
        />
        {change.isSuccess && !isChanged && <Notice kind="good" live title={<Trans>Saved.</Trans>} />}
        <div className="actions">
          <Button
            type="submit"
            busy={change.isPending}
            refused={refusalOf(person, "rename") ?? (isChanged ? undefined : t`Nothing is changed yet.`)}
          >
            <Trans>Save the changes</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
};
