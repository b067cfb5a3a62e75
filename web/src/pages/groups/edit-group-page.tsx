import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Redirect, useLocation, useParams } from "wouter";
import { GroupPatch, type GroupView, groups } from "../../../../shared/contract/groups.ts";
import { IPR_GROUP } from "../../../../shared/domain/group.ts";
import { fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { queryOf, useChange } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { BackLink } from "../../components/back-link.tsx";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { LinkButton } from "../../components/link-button.tsx";
import { Page } from "../../components/page.tsx";
import { paths } from "../../path-builder.ts";
import { useMay, useMe } from "../../session/me.ts";
import { DateFields, NameFields, OwnerField, ReviewField } from "./group-fields.tsx";
import { patchOf, typedOf } from "./typed-group.ts";
import { useGroupRenewal } from "./use-group-change.ts";
import { inFormOrder, useGroupFieldNames } from "./use-group-field-names.ts";

/** What may be another about a group than it was. */
export const EditGroupPage = () => {
  const { t } = useLingui();
  const { id = "" } = useParams<{ id: string }>();
  const query = useQuery(queryOf(groups.get, { params: { id } }));
  const group = query.data?.data;
  if (group !== undefined && (group.past === undefined || group.state === "ended"))
    return <Redirect to={paths.group(id)} replace />;
  return (
    <Page
      title={t`Change ${group?.name ?? id}`}
      above={
        <BackLink href={paths.group(id)}>
          <Trans>Back to the group</Trans>
        </BackLink>
      }
    >
      <Asked query={query} lines={10}>
        {({ data, etag = "" }) => <Form group={data} etag={etag} onReload={() => void query.refetch()} />}
      </Asked>
    </Page>
  );
};

interface FormProps {
  readonly group: GroupView;
  readonly etag: string;
  readonly onReload: () => void;
}

const Form = ({ group, etag, onReload }: FormProps) => {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const { administration } = useMe();
  // The secretariat alone hands a group to another owner.
  const isOperator = useMay("groups.create") && administration.kind === "secretariat";
  const renew = useGroupRenewal();
  const change = useChange(groups.update);
  const nameOf = useGroupFieldNames();
  const before = typedOf(group);
  const [typed, setTyped] = useState(before);
  const [attempt, setAttempt] = useState(0);

  const patch = patchOf(before, typed);
  const isChanged = Object.keys(Object(patch)).length > 0;
  const refused = change.error instanceof ApiProblem ? change.error.errors : [];
  const found = attempt > 0 ? fieldErrorsOf(GroupPatch, patch) : [];
  const errors = inFormOrder(found.length > 0 ? found : refused);
  const part = { typed, onChange: setTyped, errors };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const body = GroupPatch.safeParse(patch);
    if (!body.success || !isChanged || change.isPending) return;
    change.mutate(
      { params: { id: group.id }, ifMatch: etag, body: body.data },
      {
        onSuccess: () => {
          void renew();
          navigate(paths.group(group.id));
        },
      },
    );
  };

  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} nameOf={nameOf} attempt={attempt} />
      <ChangeFailure error={change.error} onReload={onReload} />
      <NameFields {...part} />
      {group.kind === "operation" && <DateFields {...part} />}
      {isOperator && group.id !== IPR_GROUP && (
        <OwnerField {...part} among={group.members.map(({ code }) => code)} />
      )}
      <ReviewField {...part} />
      <div className="actions">
        <Button
          type="submit"
          busy={change.isPending}
          refused={isChanged ? undefined : t`Nothing is changed yet.`}
        >
          <Trans>Save the changes</Trans>
        </Button>
        <LinkButton look="secondary" href={paths.group(group.id)}>
          <Trans>Cancel</Trans>
        </LinkButton>
      </div>
    </form>
  );
};
