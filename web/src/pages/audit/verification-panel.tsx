import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { Notice } from "../../components/notice.tsx";
import { numberOf } from "../../i18n/format.ts";
import { faultWords } from "./fault-words.ts";
import { useWork } from "./use-work.ts";
import { type Proven, verification, verify } from "./verifying.ts";

interface VerificationPanelProps {
  /** Whose work it is, and of which trail. */
  readonly owner: string;
  readonly administration: string;
  readonly name: string;
}

/** How far a trail is proven, and what holds or does not. */
export const VerificationPanel = ({ owner, administration, name }: VerificationPanelProps) => {
  const { t } = useLingui();
  const work = useWork(verification, owner);
  if (work.state === "none") return null;
  const { progress } = work;
  return (
    <section className={work.state === "done" ? undefined : "panel"} aria-label={t`Proof`}>
      <div className="stack">
        {work.state === "running" && (
          <>
            <progress
              aria-label={t`Entries verified`}
              {...(progress.to > 0 && { value: progress.verifiedUpTo, max: progress.to })}
            />
            <p role="status">
              <SoFar proven={progress} />
            </p>
            <Button look="secondary" onClick={verification.cancel}>
              <Trans>Stop verifying</Trans>
            </Button>
          </>
        )}
        {work.state === "done" && <Outcome proven={progress} name={name} />}
        {work.state === "cancelled" && (
          <p role="status">
            <Trans>Stopped.</Trans> <SoFar proven={progress} />
          </p>
        )}
        {work.state === "failed" && (
          <Failure error={work.error} onRetry={() => void verify(owner, administration)} />
        )}
      </div>
    </section>
  );
};

const SoFar = ({ proven: { to, verifiedUpTo, signedUpTo } }: { readonly proven: Proven }) => {
  const { i18n } = useLingui();
  const verified = numberOf(verifiedUpTo, i18n.locale);
  const total = numberOf(to, i18n.locale);
  if (signedUpTo === null)
    return (
      <Trans>
        {verified} of {total} entries verified
      </Trans>
    );
  const signed = numberOf(signedUpTo, i18n.locale);
  return (
    <Trans>
      {verified} of {total} entries verified, signed up to entry {signed}
    </Trans>
  );
};

const Outcome = ({ proven, name }: { readonly proven: Proven; readonly name: string }) => {
  const { i18n } = useLingui();
  const { fault, to, verifiedUpTo, signedUpTo } = proven;
  const total = numberOf(to, i18n.locale);
  if (fault !== null) {
    const wrong = numberOf(fault.seq, i18n.locale);
    const last = numberOf(verifiedUpTo, i18n.locale);
    return (
      <Notice kind="bad" live title={<Trans>Entry {wrong} is wrong</Trans>}>
        <p>{i18n.t(faultWords[fault.reason])}</p>
        <p>
          {verifiedUpTo > 0 ? (
            <Trans>The entries before it, up to {last}, are linked without a gap.</Trans>
          ) : (
            <Trans>Nothing before it is proven.</Trans>
          )}
        </p>
        <p>
          <Trans>
            Export the trail as it is, keep the file, and tell the secretariat by another way than this
            console.
          </Trans>
        </p>
      </Notice>
    );
  }
  if (to === 0)
    return (
      <Notice live>
        <p>
          <Trans>The trail of {name} holds no entry yet; there is nothing to prove.</Trans>
        </p>
      </Notice>
    );
  return (
    <Notice kind="good" live title={<Trans>The trail of {name} holds</Trans>}>
      <p>
        <Trans>
          All {total} entries are what was sealed, in the order in which they were sealed; none is missing.
        </Trans>
      </p>
      <p>
        <Signed proven={proven} />
      </p>
      {signedUpTo !== null && signedUpTo < to && (
        <p className="quiet">
          <Trans>The newest ones are signed within the hour.</Trans>
        </p>
      )}
    </Notice>
  );
};

const Signed = ({ proven: { signedUpTo } }: { readonly proven: Proven }) => {
  const { i18n } = useLingui();
  if (signedUpTo === null)
    return <Trans>None of them is signed yet: a checkpoint is signed every hour.</Trans>;
  const signed = numberOf(signedUpTo, i18n.locale);
  return (
    <Trans>Entries up to {signed} are signed, and the signature is kept where nobody can change it.</Trans>
  );
};
