import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import type { SystemAccountMade } from "../../../../shared/contract/system-accounts.ts";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { FirstCall } from "./first-call.tsx";

interface SecretOnceProps {
  readonly account: SystemAccountMade;
  /** It is kept elsewhere now, or given up. */
  readonly onDone: () => void;
}

/** A new secret, in sight until it is said to be kept: nobody can show it again. */
export const SecretOnce = ({ account, onDone }: SecretOnceProps) => {
  const { t } = useLingui();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const { credentials } = account;
  return (
    <section className="panel panel-next measured" aria-labelledby="secret" tabIndex={-1} ref={ref}>
      <h2 id="secret">
        <Trans>The secret, shown this once</Trans>
      </h2>
      <div className="stack">
        {credentials === undefined ? (
          <p>
            <Trans>
              It was shown in an answer that did not arrive here, and nobody can show it again. Rotate, with
              no overlap, to have another one.
            </Trans>
          </p>
        ) : (
          <>
            <p>
              <Trans>
                Copy it now to where your system keeps its secrets. The exchange does not keep it and cannot
                show it again; whoever has it can do what this account may do.
              </Trans>
            </p>
            <dl className="facts">
              <dt>
                <Trans>Client id</Trans>
              </dt>
              <dd className="with-copy">
                <code>{credentials.clientId}</code>
                <CopyButton text={credentials.clientId} of={t`the client id`} />
              </dd>
              <dt>
                <Trans>Secret</Trans>
              </dt>
              <dd className="with-copy">
                <code>{credentials.clientSecret}</code>
                <CopyButton text={credentials.clientSecret} of={t`the secret`} />
              </dd>
            </dl>
            <FirstCall account={account} clientId={credentials.clientId} />
          </>
        )}
        <Button onClick={onDone}>
          {credentials === undefined ? <Trans>Continue</Trans> : <Trans>I have kept the secret</Trans>}
        </Button>
      </div>
    </section>
  );
};
