import { Trans, useLingui } from "@lingui/react/macro";
import { registrations } from "../../../../shared/contract/registrations.ts";
import { useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { type DecisionProps, useDecided } from "./decided.ts";
import { ReasonForm } from "./reason-form.tsx";

/** Rejects an application with a reason, which is mailed as it is written. */
export const Rejection = ({ application, etag, onReload }: DecisionProps) => {
  const { t } = useLingui();
  const nameOf = useAdministrationName();
  const reject = useChange(registrations.reject);
  const keyFor = useIdempotencyKeys();
  const decided = useDecided();
  const name = nameOf(application.administration);
  const email = application.contactPoints[0]?.email ?? "";
  return (
    <ReasonForm
      change={reject}
      onReload={onReload}
      help={t`Mailed as it stands to ${email}. Say what would have to be settled for another application.`}
      label={t`Reason`}
      action={<Trans>Reject the application</Trans>}
      title={<Trans>Reject the application of {name}?</Trans>}
      consequence={
        <Trans>
          {email} is mailed your reason. Nothing is made for {name}; it may apply again.
        </Trans>
      }
      onSend={(body) =>
        reject.mutate(
          { params: { id: application.id }, ifMatch: etag, body, idempotencyKey: keyFor([etag, body]) },
          { onSuccess: decided },
        )
      }
    />
  );
};
