import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Failure } from "../../components/failure.tsx";
import { Notice } from "../../components/notice.tsx";
import { save } from "../audit/save.ts";
import { useWork } from "../audit/use-work.ts";
import { type Exported, fetchRecords, fileOf, recordsExport } from "./exporting.ts";

/** One file of what the administration wrote here and did here: before it leaves, or at any time. */
export const RecordsExport = ({ code }: { readonly code: string }) => {
  const { t } = useLingui();
  const work = useWork(recordsExport, code);
  const fetchAll = () => void fetchRecords(code);
  return (
    <section className="panel measured" aria-labelledby="records">
      <h2 id="records">
        <Trans>Your own records</Trans>
      </h2>
      <div className="stack">
        <p>
          <Trans>
            One file with every alert that your administration wrote, and its whole audit trail with what
            proves it. It holds what the markings of these alerts say: keep it as they do.
          </Trans>
        </p>
        {work.state === "running" && (
          <>
            <progress aria-label={t`Records exported`} />
            <p role="status">
              <SoFar exported={work.progress} />
            </p>
            <Button look="secondary" onClick={recordsExport.cancel}>
              <Trans>Cancel the export</Trans>
            </Button>
          </>
        )}
        {work.state === "failed" && <Failure error={work.error} />}
        {work.state === "done" && <Done exported={work.progress} code={code} />}
        {work.state !== "running" && work.state !== "done" && (
          <Button look="secondary" onClick={fetchAll}>
            <Trans>Export the records</Trans>
          </Button>
        )}
      </div>
    </section>
  );
};

const SoFar = ({ exported }: { readonly exported: Exported }) => (
  <Trans>
    <Plural value={exported.alerts} one="# alert" other="# alerts" /> and{" "}
    <Plural value={exported.entries} one="# line" other="# lines" /> of the trail so far
  </Trans>
);

/** Saved once by itself; again where somebody asks for it. */
const saved = new WeakSet<Exported>();

const Done = ({ exported, code }: { readonly exported: Exported; readonly code: string }) => {
  const [name] = useState(() => `records-${code}-${new Date().toISOString().slice(0, 10)}.jsonl`);
  useEffect(() => {
    if (saved.has(exported)) return;
    saved.add(exported);
    save(fileOf(exported), name);
  }, [exported, name]);
  const title = (
    <Plural
      value={exported.alerts}
      one="Your records are exported: # alert and the trail"
      other="Your records are exported: # alerts and the trail"
    />
  );
  return (
    <Notice kind="good" live title={title}>
      <p>
        <Trans>
          They are in your downloads as <code>{name}</code>, one record a line.
        </Trans>
      </p>
      <Button look="secondary" onClick={() => save(fileOf(exported), name)}>
        <Trans>Save it again</Trans>
      </Button>
    </Notice>
  );
};
