import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { registrations } from "../../../../shared/contract/registrations.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Choice, TextArea } from "../../components/field.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { type DecisionProps, useDecided } from "./decided.ts";
import { type VerificationMethod, verificationLabels } from "./labels.ts";

const { body: Body } = registrations.approve;
const methods = Object.keys(verificationLabels) as VerificationMethod[];

/** Records how the applicant was verified, and says before it is done what the approval makes. */
export const Approval = ({ application, etag, onReload }: DecisionProps) => {
  const { t, i18n } = useLingui();
  const approve = useChange(registrations.approve);
  const keyFor = useIdempotencyKeys();
  const decided = useDecided();
  const [method, setMethod] = useState<VerificationMethod | "">("");
  const [note, setNote] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);

  const given = { verification: { method, note } };
  const refused = approve.error instanceof ApiProblem ? approve.error.errors : [];
  const found = attempt > 0 ? fieldErrorsOf(Body, given) : [];
  const errors = found.length > 0 ? found : refused;

  const ask = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (Body.safeParse(given).success && !approve.isPending) setAsking(true);
  };
  const send = () => {
    setAsking(false);
    const body = Body.parse(given);
    approve.mutate(
      { params: { id: application.id }, ifMatch: etag, body, idempotencyKey: keyFor([etag, body]) },
      { onSuccess: decided },
    );
  };

  return (
    <form className="form" onSubmit={ask} noValidate>
      <ErrorSummary
        errors={errors}
        nameOf={(pointer) => (pointer.endsWith("/note") ? t`Note` : t`How did you verify the applicant?`)}
        attempt={attempt}
      />
      <ChangeFailure error={approve.error} onReload={onReload} />
      <Choice
        pointer="/verification/method"
        label={t`How did you verify the applicant?`}
        errors={errorsAt(errors, "/verification/method")}
        value={method}
        onChange={setMethod}
        options={methods.map((each) => ({ value: each, label: i18n.t(verificationLabels[each]) }))}
      />
      <TextArea
        pointer="/verification/note"
        label={t`Note`}
        help={t`Whom you spoke to or what you have in hand, and when. It is kept with the application.`}
        errors={errorsAt(errors, "/verification/note")}
        value={note}
        onChange={setNote}
      />
      <div className="actions">
        <Button type="submit" busy={approve.isPending}>
          <Trans>Approve</Trans>
        </Button>
      </div>
      {asking && (
        <Consequences application={application} onApprove={send} onCancel={() => setAsking(false)} />
      )}
    </form>
  );
};

interface ConsequencesProps {
  readonly application: DecisionProps["application"];
  readonly onApprove: () => void;
  readonly onCancel: () => void;
}

/** What an approval makes, and who hears of it. */
const Consequences = ({ application, onApprove, onCancel }: ConsequencesProps) => {
  const nameOf = useAdministrationName();
  const name = nameOf(application.administration);
  const [primary] = application.contactPoints;
  const rivals = application.differences.filter(({ kind }) => kind === "other-application").length;
  return (
    <ConfirmDialog
      title={<Trans>Approve {name}?</Trans>}
      action={<Trans>Approve {name}</Trans>}
      onConfirm={onApprove}
      onClose={onCancel}
    >
      <p>
        <Trans>This makes, within seconds:</Trans>
      </p>
      <ul className="bullets">
        <li>
          <Trans>a user pool of its own, which its people sign in with;</Trans>
        </li>
        <li>
          <Trans>a topic for its notices by e-mail and SMS;</Trans>
        </li>
        <li>
          <Trans>
            its membership in the group <code>ipr</code>, with all that was released to the group before;
          </Trans>
        </li>
        <li>
          <Trans>
            its first user, {primary?.name}, who is invited at <strong>{primary?.email}</strong> as contact
            point.
          </Trans>
        </li>
      </ul>
      {rivals > 0 && (
        <p>
          <Plural
            value={rivals}
            one="# other application of it is closed, and its applicant told."
            other="# other applications of it are closed, and their applicants told."
          />
        </p>
      )}
    </ConfirmDialog>
  );
};
