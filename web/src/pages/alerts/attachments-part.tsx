import { Trans } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import type { AlertView } from "../../../../shared/contract/alerts.ts";
import { changeable } from "../../../../shared/domain/lifecycle.ts";
import { useMay, useMe } from "../../session/me.ts";

/** With all that sends and follows files, which nothing else on the page waits for. */
const Attachments = lazy(() => import("./attachments.tsx"));

/** On an alert's page; where there are none and none can be added, it is not there. */
export const AlertAttachments = ({ alert }: { readonly alert: AlertView }) => {
  const mayDraft = useMay("alerts.draft");
  const isOwn = alert.administration === useMe().administration.code;
  const isChangeable = mayDraft && isOwn && changeable.includes(alert.state);
  if (!isChangeable && alert.attachments.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Attachments alert={alert.id} tlp={alert.tlp} language={alert.language} isChangeable={isChangeable} />
    </Suspense>
  );
};

/** In the form: files belong to a draft that the exchange has. */
export const DraftAttachments = ({ saved }: { readonly saved: string | undefined }) =>
  saved === undefined ? (
    <section className="section" aria-labelledby="attachments">
      <h2 id="attachments">
        <Trans>Photos and documents</Trans>
      </h2>
      <p className="quiet">
        <Trans>
          They can be added as soon as the draft is saved for the first time, which it does by itself.
        </Trans>
      </p>
    </section>
  ) : (
    <Suspense fallback={null}>
      <Attachments alert={saved} isChangeable />
    </Suspense>
  );
