import { Trans, useLingui } from "@lingui/react/macro";
import { listOf, timeOf } from "../../i18n/format.ts";
import type { DraftInHand } from "./use-draft.ts";

interface SaveStateProps {
  readonly draft: DraftInHand;
  readonly nameOf: (pointer: string) => string;
}

/** Whether the exchange has what is on the screen; if not, what it waits for. */
export const SaveState = ({ draft, nameOf }: SaveStateProps) => {
  const { i18n } = useLingui();
  const waiting = listOf([...new Set(draft.errors.map(({ pointer }) => nameOf(pointer)))], i18n.locale);
  return (
    <p className="save-state" role="status">
      {draft.saving ? (
        <Trans>Saving…</Trans>
      ) : draft.error ? (
        <Trans>Not saved; this tab keeps what you wrote.</Trans>
      ) : draft.isSaved && draft.saved ? (
        <Trans>Saved {timeOf(draft.saved.at, i18n.locale)}</Trans>
      ) : draft.errors.length > 0 ? (
        <Trans>This tab keeps what you write. It is saved as a draft once these are right: {waiting}.</Trans>
      ) : null}
    </p>
  );
};
