import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import type { AlertView } from "../../../../shared/contract/alerts.ts";
import { Moment } from "../../components/moment.tsx";
import { listOf } from "../../i18n/format.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { addresseesOf, useAudienceWords } from "./addressees.tsx";
import { AlertGlance } from "./alert-glance.tsx";

/** As many names as can be read in passing. */
const FEW = 4;

/** Whose it is and to whom it went. */
export const AlertHead = ({ alert }: { readonly alert: AlertView }) => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  const audience = useAudienceWords()(alert.audience);
  const named = addresseesOf(alert)?.map(nameOf);
  return (
    <div className="alert-head">
      <AlertGlance alert={alert} />
      <p className="alert-row-meta">
        <span>
          <Trans>from {nameOf(alert.administration)}</Trans>
        </span>
        <span>
          {named === undefined || audience !== undefined ? (
            (audience ?? <Trans>to the whole group</Trans>)
          ) : named.length <= FEW ? (
            <Trans>to {listOf(named, i18n.locale)}</Trans>
          ) : (
            <Plural value={named.length} one="to # administration" other="to # administrations" />
          )}
        </span>
        <span>
          {alert.releasedAt === undefined ? (
            <Trans>
              changed <Moment at={alert.changedAt} />
            </Trans>
          ) : (
            <Trans>
              released <Moment at={alert.releasedAt} />
            </Trans>
          )}
        </span>
        {alert.version > 0 && (
          <span>
            <Link href={paths.alertVersions(alert.id)}>
              <Trans>version {alert.version}</Trans>
            </Link>
          </span>
        )}
      </p>
      {named && named.length > FEW && (
        <details className="quiet">
          <summary>
            <Trans>To whom it went</Trans>
          </summary>
          <p>{named.join(" · ")}</p>
        </details>
      )}
    </div>
  );
};
