import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useParams, useSearch } from "wouter";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import { ApiProblem } from "../../api/problem.ts";
import { queryOf } from "../../api/queries.ts";
import { Failure } from "../../components/failure.tsx";
import { Page } from "../../components/page.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { comparedVersions, paths } from "../../path-builder.ts";
import { RecalledAlert } from "./recalled-alert.tsx";
import { VersionDifferences } from "./version-differences.tsx";
import { VersionList } from "./version-list.tsx";

/** Every version that there is of an alert, and what changed between any two of them. */
export const VersionsPage = () => {
  const { t } = useLingui();
  const { id = "" } = useParams();
  const alert = useQuery(queryOf(alerts.get, { params: { id } }));
  const versions = useQuery(queryOf(alerts.versions, { params: { id } }));
  const error = alert.error ?? versions.error;
  if (error instanceof ApiProblem && error.status === 410) return <RecalledAlert id={id} />;
  if (alert.data && versions.data)
    return <Versions alert={alert.data.data} versions={versions.data.data.items} />;
  return (
    <Page title={t`Versions`}>
      {error ? (
        <Failure
          error={error}
          onRetry={() => void Promise.all([alert.refetch(), versions.refetch()])}
          retrying={alert.isFetching || versions.isFetching}
        />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
};

export type VersionLine = ReturnType<typeof alerts.versions.response.parse>["items"][number];

const Versions = ({
  alert,
  versions,
}: {
  readonly alert: AlertView;
  readonly versions: readonly VersionLine[];
}) => {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const search = useSearch();
  const newest = versions[0]?.version ?? 1;
  const { from = Math.max(1, newest - 1), to = newest } = comparedVersions(search);
  const compare = (next: { readonly from: number; readonly to: number }) =>
    navigate(paths.alertVersions(alert.id, next), { replace: true });
  return (
    <Page title={t`Versions of ${alert.reference ?? ""}`} className="alert">
      <p lang={alert.language} dir="auto">
        <Link href={paths.alert(alert.id)}>{alert.title}</Link>
      </p>
      <p className="print-marking" aria-hidden="true">
        TLP:{alert.tlp} {alert.reference}
      </p>
      <VersionList alert={alert} versions={versions} />
      {versions.length === 1 ? (
        <p className="quiet">
          <Trans>There is one version: it was not changed since its release.</Trans>
        </p>
      ) : (
        <VersionDifferences id={alert.id} versions={versions} from={from} to={to} onCompare={compare} />
      )}
    </Page>
  );
};
