import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { type AdministrationView, administrations } from "../../../../shared/contract/administrations.ts";
import { errorsAt } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { useChange, useIdempotencyKeys } from "../../api/queries.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { TextField } from "../../components/field.tsx";
import { sessionStore } from "../../session/session-store.ts";

interface LeavingProps {
  readonly administration: AdministrationView;
  readonly name: string;
  readonly etag: string;
  readonly onReload: () => void;
}

/** Takes the administration out of the exchange: its code is typed, and it is asked once more. */
export const Leaving = ({ administration, name, etag, onReload }: LeavingProps) => {
  const { t } = useLingui();
  const { code, kind, state } = administration;
  const leave = useChange(administrations.leave);
  const keyFor = useIdempotencyKeys();
  const [typed, setTyped] = useState("");
  const [asking, setAsking] = useState(false);
  const [attempted, setAttempted] = useState(false);
  if (kind === "secretariat" || state !== "active") return null;
  const isRight = typed.trim().toUpperCase() === code;
  const wrong = attempted && !isRight ? [{ pointer: "/code", detail: t`Write ${code}, your own code.` }] : [];
  const refused = leave.error instanceof ApiProblem ? errorsAt(leave.error.errors, "/code") : [];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (isRight && !leave.isPending) setAsking(true);
  };
  const send = () => {
    setAsking(false);
    leave.mutate(
      { params: { code }, ifMatch: etag, body: { code }, idempotencyKey: keyFor([etag, code]) },
      { onSuccess: () => sessionStore.end() },
    );
  };
  return (
    <section className="panel measured" aria-labelledby="leave">
      <h2 id="leave">
        <Trans>Leave the exchange</Trans>
      </h2>
      <form className="form" onSubmit={submit} noValidate>
        <p>
          <Trans>
            Everybody of {name} is refused from the next request on, its systems too; no address hears of
            alerts any more, and it leaves every group. What it released stays with those who may read it.
            After 90 days its accounts are deleted. To come back it applies anew. Export the records first.
          </Trans>
        </p>
        <ChangeFailure error={leave.error} onReload={onReload} />
        <TextField
          pointer="/code"
          label={t`Code of your administration`}
          help={t`Write ${code} to leave.`}
          errors={wrong.length > 0 ? wrong : refused}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <div className="actions">
          <Button type="submit" look="danger" busy={leave.isPending}>
            <Trans>Leave the exchange</Trans>
          </Button>
        </div>
      </form>
      {asking && (
        <ConfirmDialog
          title={<Trans>Take {name} out of the exchange?</Trans>}
          action={<Trans>Leave the exchange</Trans>}
          look="danger"
          onConfirm={send}
          onClose={() => setAsking(false)}
        >
          <p>
            <Trans>This cannot be taken back. You are signed out by it, and so is everybody of {name}.</Trans>
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
};
