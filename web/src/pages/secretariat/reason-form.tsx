import { type FormEvent, type ReactNode, useState } from "react";
import * as z from "zod/mini";
import { lines } from "../../../../shared/domain/text.ts";
import { errorsAt, fieldErrorsOf } from "../../api/field-errors.ts";
import { ApiProblem } from "../../api/problem.ts";
import { Button } from "../../components/button.tsx";
import { ChangeFailure } from "../../components/change-failure.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { TextArea } from "../../components/field.tsx";

const Body = z.strictObject({ reason: lines({ max: 1000 }) });

interface ReasonFormProps {
  readonly change: { readonly error: Error | null; readonly isPending: boolean };
  readonly label: string;
  readonly help: string;
  /** What the button does, in its own words. */
  readonly action: ReactNode;
  readonly look?: "danger" | "primary";
  /** What is asked before it is done, and what it does to whom. */
  readonly title: ReactNode;
  readonly consequence: ReactNode;
  readonly onSend: (body: z.output<typeof Body>) => void;
  readonly onReload: () => void;
}

/** A decision that needs a reason: asked once more, with what it does to whom, before it is done. */
export const ReasonForm = (props: ReasonFormProps) => {
  const { change, label, help, action, look = "danger", title, consequence, onSend, onReload } = props;
  const [reason, setReason] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const refused = change.error instanceof ApiProblem ? change.error.errors : [];
  const found = attempt > 0 ? fieldErrorsOf(Body, { reason }) : [];
  const errors = found.length > 0 ? found : refused;

  const ask = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (Body.safeParse({ reason }).success && !change.isPending) setAsking(true);
  };
  return (
    <form className="form" onSubmit={ask} noValidate>
      <ErrorSummary errors={errors} nameOf={() => label} attempt={attempt} />
      <ChangeFailure error={change.error} onReload={onReload} />
      <TextArea
        pointer="/reason"
        label={label}
        help={help}
        errors={errorsAt(errors, "/reason")}
        value={reason}
        onChange={setReason}
      />
      <div className="actions">
        <Button type="submit" look={look} busy={change.isPending}>
          {action}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={title}
          action={action}
          look={look}
          onConfirm={() => {
            setAsking(false);
            onSend(Body.parse({ reason }));
          }}
          onClose={() => setAsking(false)}
        >
          <p>{consequence}</p>
          <blockquote className="written">{reason}</blockquote>
        </ConfirmDialog>
      )}
    </form>
  );
};
