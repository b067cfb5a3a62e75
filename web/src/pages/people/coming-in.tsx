import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import type { UserView } from "../../../../shared/contract/user-view.ts";
import { users } from "../../../../shared/contract/users.ts";
import { useChange } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Notice } from "../../components/notice.tsx";
import { usePersonStep } from "./use-person-change.ts";
import { useRefusal } from "./use-refusal.ts";

interface ComingInProps {
  readonly person: UserView;
  readonly etag: string;
  readonly onReload: () => void;
}

/** What brings somebody in who cannot come in: the invitation again, or another authenticator. */
export const ComingIn = ({ person, etag, onReload }: ComingInProps) => {
  const { id, name, email } = person;
  const refusalOf = useRefusal();
  const resend = useChange(users.resendInvitation);
  const [asking, setAsking] = useState(false);
  const reset = usePersonStep(person, etag, users.resetMfa, () => setAsking(false));
  return (
    <section className="panel measured" aria-labelledby="person-coming-in">
      <h2 id="person-coming-in">
        <Trans>Coming in</Trans>
      </h2>
      <div className="stack">
        <ChangeFailure error={resend.error} />
        {resend.isSuccess && (
          <Notice kind="good" live title={<Trans>The invitation is mailed to {email} again.</Trans>} />
        )}
        {reset.step.isSuccess && (
          <Notice kind="good" live title={<Trans>{name} is invited anew.</Trans>}>
            <p>
              <Trans>
                {email} has a new password, good for seven days, and {name} connects another authenticator.
              </Trans>
            </p>
          </Notice>
        )}
        <p>
          <Trans>
            An invitation is good for seven days. Mailed again, it has another password, and the one before is
            worth nothing.
          </Trans>
        </p>
        <Button
          look="secondary"
          busy={resend.isPending}
          refused={refusalOf(person, "resend-invitation")}
          onClick={() => resend.mutate({ params: { id }, idempotencyKey: crypto.randomUUID() })}
        >
          <Trans>Mail the invitation again</Trans>
        </Button>
        <p>
          <Trans>
            An authenticator that is lost cannot be read out: the person begins again with an invitation. Make
            sure that it is {name} who asks.
          </Trans>
        </p>
        <Button
          look="secondary"
          busy={reset.step.isPending}
          refused={refusalOf(person, "reset-authenticator")}
          onClick={() => setAsking(true)}
        >
          <Trans>Reset the authenticator</Trans>
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={<Trans>Reset the authenticator of {name}?</Trans>}
          action={<Trans>Reset it and invite anew</Trans>}
          look="danger"
          busy={reset.step.isPending}
          error={reset.step.error}
          onConfirm={reset.send}
          onClose={() => {
            setAsking(false);
            if (reset.step.isError) onReload();
          }}
        >
          <p>
            <Trans>
              {name} is refused from the next request on, wherever they are signed in, and has an e-mail to{" "}
              {email} with a password for the first sign-in. Roles, drafts and everything they did stay.
            </Trans>
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
};
