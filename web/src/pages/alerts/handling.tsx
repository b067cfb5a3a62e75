import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { AlertView } from "../../../../shared/contract/alerts.ts";
import type { HandlingCode } from "../../../../shared/domain/handling.ts";
import { tlpMeanings } from "../../i18n/labels.ts";

/** Europol's handling codes, each in one sentence. */
export const handlingMeanings = {
  H0: msg`For preventing and combating crime only.`,
  H1: msg`Not to be disclosed in judicial proceedings without the author’s permission.`,
  H2: msg`Not to be passed on without the author’s permission.`,
  H3: msg`Other restrictions, as the conditions say.`,
} as const satisfies Readonly<Record<HandlingCode, MessageDescriptor>>;

/** What the marks let a reader do, and what the author wants beside. */
export const Handling = ({ alert }: { readonly alert: AlertView }) => {
  const { i18n } = useLingui();
  const { handling } = alert;
  return (
    <div className="handling">
      <p>{i18n.t(tlpMeanings[alert.tlp])}</p>
      {handling && (
        <p>
          <strong>{handling.code}</strong> {i18n.t(handlingMeanings[handling.code])}
        </p>
      )}
      {handling?.conditions && (
        <p>
          <Trans>Conditions:</Trans>{" "}
          <span className="written" lang={alert.language} dir="auto">
            {handling.conditions}
          </span>
        </p>
      )}
    </div>
  );
};
