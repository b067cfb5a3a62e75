import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Failure } from "./failure.tsx";

interface ConfirmDialogProps {
  readonly title: ReactNode;
  /** What the button does, in the words that led here. */
  readonly action: ReactNode;
  readonly look?: "primary" | "danger" | undefined;
  readonly busy?: boolean;
  readonly error?: Error | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** What happens then, and to whom. */
  readonly children: ReactNode;
}

/** Asks once more before something that cannot be taken back, or that others are told of. */
export const ConfirmDialog = ({
  title,
  action,
  look = "primary",
  busy = false,
  error,
  onConfirm,
  onClose,
  children,
}: ConfirmDialogProps) => (
  <Dialog title={title} onClose={onClose}>
    {error && <Failure error={error} />}
    {children}
    <div className="actions">
      <Button look={look} busy={busy} onClick={onConfirm}>
        {action}
      </Button>
      <Button look="secondary" onClick={onClose}>
        <Trans>Cancel</Trans>
      </Button>
    </div>
  </Dialog>
);
