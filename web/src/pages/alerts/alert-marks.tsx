import { useLingui } from "@lingui/react/macro";
import type { AlertView } from "../../../../shared/contract/alerts.ts";
import { CopyButton } from "../../components/copy-button.tsx";
import { HandlingMark, SeverityMark, TlpMark } from "../../components/marking.tsx";
import { stateLabels, typeLabels } from "../../i18n/labels.ts";

interface MarksProps {
  readonly alert: AlertView;
}

/** Read before anything else: how it is to be handled, how severe it is, and which one it is. */
export const AlertMarks = ({ alert }: MarksProps) => {
  const { i18n } = useLingui();
  const { tlp, handling, severity, type, state, reference } = alert;
  return (
    <p className="alert-row-marks">
      <TlpMark tlp={tlp} />
      {handling && <HandlingMark code={handling.code} />}
      <SeverityMark severity={severity} />
      <span className="tag">{i18n.t(typeLabels[type])}</span>
      {state !== "released" && <span className="tag">{i18n.t(stateLabels[state])}</span>}
      {reference !== undefined && (
        <span className="with-copy">
          <code>{reference}</code>
          <CopyButton text={reference} of={reference} />
        </span>
      )}
    </p>
  );
};

/** On paper alone, and there on every sheet: one may be torn from the other. */
export const PrintMarking = ({ alert: { tlp, handling, reference } }: MarksProps) => (
  <div className="print-marking" aria-hidden="true">
    <TlpMark tlp={tlp} /> {handling && <HandlingMark code={handling.code} />} <code>{reference}</code>
  </div>
);
