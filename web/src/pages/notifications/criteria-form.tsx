import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type SubscriptionView, subscriptions } from "../../../../shared/contract/subscriptions.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, queryOf, useChange } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Notice } from "../../components/notice.tsx";
import { CriteriaFields } from "./criteria-fields.tsx";
import { useFieldNames } from "./field-names.ts";
import { LanguageField } from "./language-field.tsx";

interface CriteriaFormProps {
  readonly subscription: SubscriptionView;
  readonly etag: string;
  readonly onReload: () => void;
}

/** What a subscription hears of, opened when somebody wants to change it. */
export const CriteriaForm = ({ subscription, etag, onReload }: CriteriaFormProps) => {
  const client = useQueryClient();
  const change = useChange(subscriptions.update);
  const nameOf = useFieldNames();
  const [typed, setTyped] = useState<Pick<SubscriptionView, "language" | "criteria">>();
  const [attempt, setAttempt] = useState(0);
  const { id, language, criteria } = subscription;
  const errors = change.error instanceof ApiProblem ? change.error.errors : [];

  if (typed === undefined)
    return (
      <div className="stack">
        {change.isSuccess && (
          <Notice kind="good" live title={<Trans>Saved. It holds from the next release on.</Trans>} />
        )}
        <Button look="secondary" onClick={() => setTyped({ language, criteria })}>
          <Trans>Change what it hears of</Trans>
        </Button>
      </div>
    );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (change.isPending) return;
    change.mutate(
      { params: { id }, ifMatch: etag, body: typed },
      {
        onSuccess: (answer) => {
          client.setQueryData(queryOf(subscriptions.get, { params: { id } }).queryKey, answer);
          void client.invalidateQueries({ queryKey: keyOf(subscriptions.list) });
          setTyped(undefined);
        },
      },
    );
  };
  return (
    <section className="panel measured" aria-labelledby="criteria">
      <h2 id="criteria">
        <Trans>What it hears of</Trans>
      </h2>
      <form className="form" onSubmit={submit} noValidate>
        <ErrorSummary errors={errors} nameOf={nameOf} attempt={attempt} />
        <ChangeFailure error={change.error} onReload={onReload} />
        <LanguageField
          value={typed.language}
          errors={errorsAt(errors, "/language")}
          onChange={(next) => setTyped({ ...typed, language: next })}
        />
        <CriteriaFields
          value={typed.criteria}
          errors={errors}
          onChange={(next) => setTyped({ ...typed, criteria: next })}
        />
        <div className="actions">
          <Button type="submit" busy={change.isPending}>
            <Trans>Save the changes</Trans>
          </Button>
          <Button look="secondary" onClick={() => setTyped(undefined)}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
};
