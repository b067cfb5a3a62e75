import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Failure } from "../../components/failure.tsx";
import { Notice } from "../../components/notice.tsx";
import { numberOf } from "../../i18n/format.ts";
import { type Exported, fetchTrail, fileOf, trailExport } from "./exporting.ts";
import { save } from "./save.ts";
import { useWork } from "./use-work.ts";

/** How far the trail's file is fetched, and how to prove it without the exchange. */
export const ExportPanel = ({
  owner,
  administration,
}: {
  readonly owner: string;
  readonly administration: string;
}) => {
  const { t } = useLingui();
  const work = useWork(trailExport, owner);
  if (work.state === "none") return null;
  const { progress } = work;
  return (
    <section className={work.state === "done" ? undefined : "panel"} aria-label={t`Export`}>
      <div className="stack">
        {work.state === "running" && (
          <>
            <progress
              aria-label={t`Entries exported`}
              {...(progress.total > 0 && { value: progress.entries, max: progress.total })}
            />
            <p role="status">
              <SoFar exported={progress} />
            </p>
            <Button look="secondary" onClick={trailExport.cancel}>
              <Trans>Cancel the export</Trans>
            </Button>
          </>
        )}
        {work.state === "done" && <Done exported={progress} administration={administration} />}
        {work.state === "cancelled" && (
          <p role="status">
            <Trans>The export is cancelled; nothing was saved.</Trans>
          </p>
        )}
        {work.state === "failed" && (
          <>
            <Failure error={work.error} />
            <p>
              <SoFar exported={progress} />
            </p>
            <div className="actions">
              <Button onClick={() => void fetchTrail(owner, progress)}>
                <Trans>Go on</Trans>
              </Button>
              <Button look="secondary" onClick={trailExport.forget}>
                <Trans>Cancel the export</Trans>
              </Button>
            </div>
          </>
        )}
      </div>
    </section>
  );
};

const SoFar = ({ exported }: { readonly exported: Exported }) => {
  const { i18n } = useLingui();
  const entries = numberOf(exported.entries, i18n.locale);
  const total = numberOf(exported.total, i18n.locale);
  return (
    <Trans>
      {entries} of {total} entries exported
    </Trans>
  );
};

/** Saved once by itself; again where somebody asks for it. */
const saved = new WeakSet<Exported>();

const Done = ({
  exported,
  administration,
}: {
  readonly exported: Exported;
  readonly administration: string;
}) => {
  const { i18n } = useLingui();
  const { t } = useLingui();
  const [name] = useState(() => `trail-${administration}-${new Date().toISOString().slice(0, 10)}.jsonl`);
  const command = `npm run audit:verify -- ${name}`;
  useEffect(() => {
    if (saved.has(exported)) return;
    saved.add(exported);
    save(fileOf(exported), name);
  }, [exported, name]);
  const entries = numberOf(exported.entries, i18n.locale);
  return (
    <Notice kind="good" live title={<Trans>The whole trail is exported: {entries} entries</Trans>}>
      <p>
        <Trans>
          It is in your downloads as <code>{name}</code>. Anybody can prove the file without the exchange,
          with the program’s source and Node 24:
        </Trans>
      </p>
      <p className="audit-command">
        <code>{command}</code> <CopyButton text={command} of={t`the command`} />
      </p>
      <p className="quiet">
        <Trans>
          The README, “Prove an audit trail”, says how in full, and docs/operate.md where the fingerprint of
          the signing key is published that the answer is to be compared with.
        </Trans>
      </p>
      <Button look="secondary" onClick={() => save(fileOf(exported), name)}>
        <Trans>Save it again</Trans>
      </Button>
    </Notice>
  );
};
