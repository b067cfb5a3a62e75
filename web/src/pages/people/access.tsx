import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import type { UserView } from "../../../../shared/contract/user-view.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { usePersonChange } from "./use-person-change.ts";
import { useRefusal } from "./use-refusal.ts";

interface AccessProps {
  readonly person: UserView;
  readonly etag: string;
  readonly onReload: () => void;
}

/** Closes the door to a person, or opens it again. */
export const Access = ({ person, etag, onReload }: AccessProps) => {
  const refusalOf = useRefusal();
  const { change, send } = usePersonChange(person, etag);
  const [asking, setAsking] = useState(false);
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
              <Trans>{name} cannot sign in, and is refused at every request. What they wrote is kept.</Trans>{" "}
              {person.disabledBecause === "compromised" && (
                <Trans>
                  Let in again, they have an invitation with a new password, and connect another
                  authenticator.
                </Trans>
              )}
            </p>
            <Button
              look="secondary"
              busy={change.isPending}
              refused={refusalOf(person, "let-in")}
              onClick={() => send({ state: "active" })}
            >
              <Trans>Let {name} in again</Trans>
            </Button>
          </>
        ) : (
          <>
            <p>
              <Trans>
                Somebody who left, or will not need the exchange for a while, is disabled. What they wrote is
                kept.
              </Trans>
            </p>
            <Button
              look="danger"
              busy={change.isPending}
              onClick={() => setAsking(true)}
              refused={refusalOf(person, "disable")}
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
