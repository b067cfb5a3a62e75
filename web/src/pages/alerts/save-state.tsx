import { Trans, useLingui } from "@lingui/react/macro";
import { Unreachable } from "../../api/problem.ts";
import { listOf, timeOf } from "../../i18n/format.ts";
import type { DraftInHand } from "./use-draft.ts";

interface SaveStateProps {
  readonly draft: DraftInHand;
  readonly nameOf: (pointer: string) => string;
  readonly isRevision: boolean;
}

/** Whether the exchange has what is on the screen; if not, what it waits for. */
export const SaveState = ({ draft, nameOf, isRevision }: SaveStateProps) => {
  const { i18n } = useLingui();
  const waiting = listOf([...new Set(draft.errors.map(({ pointer }) => nameOf(pointer)))], i18n.locale);
  return (
    <p className="save-state" role="status">
      {!draft.hasRoom && !draft.isSaved ? (
        <Trans>This device has no room to keep what you write. Stay on this page until it is saved.</Trans>
      ) : draft.standstill ? (
        <Trans>Not saved; this device keeps what you wrote.</Trans>
      ) : isRevision ? (
        draft.isSaved ? null : (
          <Trans>Kept on this device. Nobody sees it before you release it.</Trans>
        )
      ) : draft.error instanceof Unreachable ? (
        <Trans>Not sent: no line. Kept on this device, and sent as soon as the line is back.</Trans>
      ) : draft.isWaiting ? (
        <Trans>Not sent yet: the exchange does not take it now. Kept on this device, and tried again.</Trans>
      ) : draft.saving ? (
        <Trans>Saving…</Trans>
      ) : draft.error ? (
        <Trans>Not saved; this device keeps what you wrote.</Trans>
      ) : draft.isSaved && draft.saved ? (
        <Trans>Saved {timeOf(draft.saved.at, i18n.locale)}</Trans>
      ) : draft.errors.length > 0 ? (
        <Trans>
          This device keeps what you write. It is saved as a draft once these are right: {waiting}.
        </Trans>
      ) : null}
    </p>
  );
};
