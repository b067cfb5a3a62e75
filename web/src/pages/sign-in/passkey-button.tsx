import { Trans } from "@lingui/react/macro";
import { Button } from "../../components/button.tsx";
import { usePasskeysOffered } from "../../session/passkeys-offered.ts";

interface PasskeyButtonProps {
  readonly busy: boolean;
  readonly onClick: () => void;
}

/** Loaded when the page can be read: who types a password does not wait for it. */
export const PasskeyButton = ({ busy, onClick }: PasskeyButtonProps) =>
  usePasskeysOffered() ? (
    <Button look="secondary" busy={busy} onClick={onClick}>
      <Trans>Sign in with a passkey</Trans>
    </Button>
  ) : null;
