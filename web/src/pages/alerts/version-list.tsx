import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import type { AlertView } from "../../../../shared/contract/alerts.ts";
import type { ChangeKind } from "../../../../shared/domain/alert-change.ts";
import { Moment } from "../../components/moment.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import type { VersionLine } from "./versions-page.tsx";

const kinds: Readonly<Record<ChangeKind, MessageDescriptor>> = {
  release: msg`Released`,
  revise: msg`Revised`,
  withdraw: msg`Withdrawn`,
  close: msg`Closed`,
};

/** The versions, the newest first: what made each of them, when, by whom, and why. */
export const VersionList = ({
  alert,
  versions,
}: {
  readonly alert: AlertView;
  readonly versions: readonly VersionLine[];
}) => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  return (
    <ol className="version-list" reversed>
      {versions.map(({ version, kind, minor, at, byName, reason, creditedTo }) => (
        <li key={version} id={`version-${version}`}>
          <p>
            <strong>
              <Trans>Version {version}</Trans>
            </strong>{" "}
            <span className="tag">{i18n.t(kinds[kind])}</span>{" "}
            {minor && (
              <span className="tag">
                <Trans>minor</Trans>
              </span>
            )}
          </p>
          <p className="quiet">
            <Moment at={at} /> · {nameOf(alert.administration)}
            {byName !== undefined && ` · ${byName}`}
          </p>
          {reason !== undefined && (
            <p className="written" lang={alert.language} dir="auto">
              {reason}
            </p>
          )}
          {creditedTo !== undefined && (
            <p className="quiet">
              <Trans>Proposed by {nameOf(creditedTo.administration)}</Trans>
            </p>
          )}
          {version > 1 && kind === "revise" && (
            <p>
              <Link href={paths.alertVersions(alert.id, { from: version - 1, to: version })}>
                <Trans>What version {version} changed</Trans>
              </Link>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
};
