import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { registrations } from "../../../../shared/contract/registrations.ts";
import { Application } from "../../../../shared/domain/registration.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { useMemberChoices } from "../../components/administration-choices.ts";
import { Button } from "../../components/button.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Failure } from "../../components/failure.tsx";
import { SelectField } from "../../components/field.tsx";
import { dropKept, useKept } from "../../session/kept.ts";
import {
  emptyApplication,
  type KeptApplication,
  LEAST_CONTACT_POINTS,
  MOST_CONTACT_POINTS,
  noContactPoint,
  TypedApplication,
  toApplication,
} from "./application.ts";
import { ContactPointFields } from "./contact-point-fields.tsx";
import { useFieldNames } from "./field-names.ts";
import { TermsSection, termsQuery } from "./terms-section.tsx";

const KEPT = "join";

/** Applies for an administration; what is typed stays until it was sent. */
export const ApplicationForm = ({ onSent }: { readonly onSent: (application: KeptApplication) => void }) => {
  const { t, i18n } = useLingui();
  const choices = useMemberChoices();
  const terms = useQuery(termsQuery);
  const nameOf = useFieldNames();
  const keyFor = useIdempotencyKeys();
  const apply = useChange(registrations.apply);
  const [typed, setTyped] = useKept(KEPT, TypedApplication, () => emptyApplication(i18n.locale));
  const [attempt, setAttempt] = useState(0);

  const application = toApplication(typed, terms.data?.data.version);
  const refused = apply.error instanceof ApiProblem ? apply.error.errors : [];
  const found = attempt > 0 ? fieldErrorsOf(Application, application) : [];
  const errors = found.length > 0 ? found : refused;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const body = Application.safeParse(application);
    if (!body.success || apply.isPending) return;
    apply.mutate(
      { body: body.data, idempotencyKey: keyFor(body.data) },
      {
        onSuccess: ({ data }) => {
          dropKept(KEPT);
          onSent({
            id: data.id,
            reference: data.reference,
            secret: data.secret ?? "",
            administration: body.data.administration,
            email: body.data.contactPoints[0]?.email ?? "",
            state: data.state,
          });
        },
      },
    );
  };

  const setPoints = (contactPoints: TypedApplication["contactPoints"]) =>
    setTyped({ ...typed, contactPoints });
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} nameOf={nameOf} attempt={attempt} />
      {apply.isError && refused.length === 0 && <Failure error={apply.error} />}
      <SelectField
        pointer="/administration"
        label={t`Administration`}
        help={t`A member of the World Customs Organization.`}
        errors={errorsAt(errors, "/administration")}
        value={typed.administration}
        onChange={(administration) => setTyped({ ...typed, administration })}
      >
        <option value="">{t`Choose your administration`}</option>
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {`${name} (${code})`}
          </option>
        ))}
      </SelectField>
      {typed.contactPoints.map((point, index) => (
        <ContactPointFields
          // biome-ignore lint/suspicious/noArrayIndexKey: A contact point being typed has nothing else that is its own.
          key={index}
          index={index}
          value={point}
          errors={errors}
          onChange={(next) => setPoints(typed.contactPoints.with(index, next))}
          onRemove={
            index < LEAST_CONTACT_POINTS
              ? undefined
              : () => setPoints(typed.contactPoints.filter((_, each) => each !== index))
          }
        />
      ))}
      {typed.contactPoints.length < MOST_CONTACT_POINTS && (
        <div className="actions">
          <Button
            look="secondary"
            onClick={() => setPoints([...typed.contactPoints, noContactPoint(i18n.locale)])}
          >
            <Trans>Add a contact point</Trans>
          </Button>
        </div>
      )}
      <TermsSection
        accepted={typed.accepted}
        onChange={(accepted) => setTyped({ ...typed, accepted })}
        errors={errors}
      />
      <div className="actions">
        <Button type="submit" busy={apply.isPending}>
          <Trans>Send the application</Trans>
        </Button>
      </div>
    </form>
  );
};
