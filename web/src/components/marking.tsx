import { useLingui } from "@lingui/react";
import { type Severity, severities } from "../../../shared/domain/alert-summary.ts";
import type { Tlp } from "../../../shared/domain/audience.ts";
import { severityLabels } from "../i18n/labels.ts";

/** TLP 2.0: the label in its own words and colour, on black; never translated. */
export const TlpMark = ({ tlp }: { readonly tlp: Tlp }) => (
  <span className="tlp" data-tlp={tlp}>
    TLP:{tlp}
  </span>
);

/** A word, with a bar of one to four; critical alone is filled. */
export const SeverityMark = ({ severity }: { readonly severity: Severity }) => {
  const { i18n } = useLingui();
  const rank = severities.indexOf(severity) + 1;
  return (
    <span className="severity" data-severity={severity}>
      <span className="severity-bar" aria-hidden="true">
        {severities.map((each, index) => (
          <span key={each} data-on={index < rank || undefined} />
        ))}
      </span>
      {i18n.t(severityLabels[severity])}
    </span>
  );
};
