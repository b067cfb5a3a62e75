import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "wouter";
import { alerts } from "../../../../shared/contract/alerts.ts";
import { ApiProblem } from "../../api/problem.ts";
import { queryOf } from "../../api/queries.ts";
import { Failure } from "../../components/failure.tsx";
import { Page } from "../../components/page.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { paths } from "../../path-builder.ts";
import { AlertMarks, PrintMarking } from "./alert-marks.tsx";
import { alertParts } from "./alert-parts.tsx";
import type { PartProps } from "./part-props.ts";
import { RecalledAlert } from "./recalled-alert.tsx";

export const AlertPage = () => {
  const { t } = useLingui();
  const { id = "" } = useParams();
  const query = useQuery(queryOf(alerts.get, { params: { id } }));
  if (query.error instanceof ApiProblem && query.error.status === 410) return <RecalledAlert id={id} />;
  if (query.data === undefined)
    return (
      <Page title={t`Alert`}>
        {query.isError ? (
          <>
            <Failure error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
            <p>
              <Link href={paths.alerts()}>
                <Trans>All alerts</Trans>
              </Link>
            </p>
          </>
        ) : (
          <Skeleton lines={10} />
        )}
      </Page>
    );
  return <Alert alert={query.data.data} etag={query.data.etag ?? ""} />;
};

const Alert = ({ alert, etag }: PartProps) => (
  <Page
    title={alert.reference === undefined ? alert.title : `${alert.reference} ${alert.title}`}
    heading={
      <span lang={alert.language} dir="auto">
        {alert.title}
      </span>
    }
    above={
      <>
        <PrintMarking alert={alert} />
        <AlertMarks alert={alert} />
      </>
    }
    className="alert"
  >
    {alertParts.map(([name, Part]) => (
      <Part key={name} alert={alert} etag={etag} />
    ))}
  </Page>
);
