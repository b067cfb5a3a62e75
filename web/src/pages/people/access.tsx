import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { UserView } from "../../../../shared/contract/users.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useMe } from "../../session/me.ts";
import { usePersonChange } from "./use-person-change.ts";

interface AccessProps {
  readonly person: UserView;
  readonly etag: string;
  readonly onReload: () => void;
}

/** Closes the door to a person, or opens it again. */
export const Access = ({ person, etag, onReload }: AccessProps) => {
  const { t } = useLingui();
  const me = useMe();
  const { change, send } = usePersonChange(person, etag);
  const [asking, setAsking] = useState(false);
  const isMe = person.id === me.user.id;
  const { name } = person;
  return (
    <section className="panel measured" aria-labelledby="person-access">
      <h2 id="person-access">
        <Trans>Access</Trans>
      </h2>
      <div className="stack">
        <ChangeFailure error={change.error} onReload={onReload} />
        {person.state === "disabled" ? (
          <>
            <p>
              <Trans>{name} cannot sign in, and is refused at every request. What they wrote is kept.</Trans>
            </p>
            <Button look="secondary" busy={change.isPending} onClick={() => send({ state: "active" })}>
              <Trans>Let {name} in again</Trans>
            </Button>
          </>
        ) : (
          <>
            <p>
              <Trans>
                Somebody who left, or whose password may be known to others, is disabled. What they wrote is
                kept.
              </Trans>
            </p>
            <Button
              look="danger"
              busy={change.isPending}
              onClick={() => setAsking(true)}
              refused={isMe ? t`Nobody disables themselves. Ask another contact point.` : undefined}
            >
              <Trans>Disable {name}</Trans>
            </Button>
          </>
        )}
      </div>
      {asking && (
        <ConfirmDialog
          title={<Trans>Disable {name}?</Trans>}
          action={<Trans>Disable {name}</Trans>}
          look="danger"
          onConfirm={() => {
            setAsking(false);
            send({ state: "disabled" });
          }}
          onClose={() => setAsking(false)}
        >
          <p>
            {person.state === "invited" ? (
              <Trans>
                The invitation to {person.email} is worth nothing any more. Nobody else is told. You can let
                them in again at any time.
              </Trans>
            ) : (
              <Trans>
                {name} ({person.email}) is refused from the next request on, wherever they are signed in.
                Their alerts and drafts stay with your administration. Nobody is told. You can let them in
                again at any time.
              </Trans>
            )}
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
};
