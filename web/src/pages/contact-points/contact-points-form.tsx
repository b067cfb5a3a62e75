import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { administrations, type ContactPoints } from "../../../../shared/contract/administrations.ts";
import { LEAST_CONTACT_POINTS } from "../../../../shared/domain/contact-point.ts";
import { fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { keyOf, queryOf, useChange } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { dropKept, useKept } from "../../session/kept.ts";
import { PointList } from "./point-list.tsx";
import { bodyOf, noPoint, TypedList, type TypedPoint, typedOf } from "./typed.ts";
import { useFieldNames } from "./use-field-names.ts";

const { body: Body } = administrations.replaceContactPoints;

interface ContactPointsFormProps {
  readonly code: string;
  readonly stored: ContactPoints;
  readonly etag: string;
  readonly onReload: () => void;
  readonly onDone: (saved: boolean) => void;
}

/** Names the contact points anew, all of them; what is typed stays until it was saved. */
export const ContactPointsForm = ({ code, stored, etag, onReload, onDone }: ContactPointsFormProps) => {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const change = useChange(administrations.replaceContactPoints);
  const nameOf = useFieldNames();
  const kept = `contact-points-${code}`;
  const [{ etag: base, points }, setTyped] = useKept(kept, TypedList, () => ({
    etag,
    points: [
      ...stored.contactPoints.map(typedOf),
      ...Array.from({ length: Math.max(0, LEAST_CONTACT_POINTS - stored.contactPoints.length) }, () =>
        noPoint(i18n.locale),
      ),
    ],
  }));
  const [attempt, setAttempt] = useState(0);
  const setPoints = (next: readonly TypedPoint[]) => setTyped({ etag: base, points: [...next] });

  const body = bodyOf(points);
  const refused = change.error instanceof ApiProblem ? change.error.errors : [];
  const found = attempt > 0 ? fieldErrorsOf(Body, body) : [];
  const errors = found.length > 0 ? found : refused;

  const close = (saved: boolean) => {
    dropKept(kept);
    onDone(saved);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const parsed = Body.safeParse(body);
    if (!parsed.success || change.isPending) return;
    change.mutate(
      { params: { code }, ifMatch: base, body: parsed.data },
      {
        onSuccess: (answer) => {
          client.setQueryData(queryOf(administrations.contactPoints, { params: { code } }).queryKey, answer);
          void client.invalidateQueries({ queryKey: keyOf(administrations.get) });
          void client.invalidateQueries({ queryKey: keyOf(administrations.list) });
          close(true);
        },
      },
    );
  };

  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} nameOf={nameOf} attempt={attempt} />
      <ChangeFailure
        error={change.error}
        onReload={() => {
          setTyped({ etag, points });
          onReload();
        }}
      />
      <PointList points={points} errors={errors} onChange={setPoints} />
      <div className="actions">
        <Button type="submit" busy={change.isPending}>
          <Trans>Save the contact points</Trans>
        </Button>
        <Button look="secondary" onClick={() => close(false)}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
};
