import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "wouter";
import { type AlertView, alerts } from "../../../../shared/contract/alerts.ts";
import { queryOf } from "../../api/queries.ts";
import { CopyButton } from "../../components/copy-button.tsx";
import { Failure } from "../../components/failure.tsx";
import { SeverityMark, TlpMark } from "../../components/marking.tsx";
import { Moment } from "../../components/moment.tsx";
import { Page } from "../../components/page.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { listOf, partialDateOf } from "../../i18n/format.ts";
import { stateLabels, tlpMeanings, typeLabels } from "../../i18n/labels.ts";
import { useAdministrationName } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { useMe } from "../../session/me.ts";
import { AcknowledgePanel } from "./acknowledge-panel.tsx";
import { DraftPanel } from "./draft-panel.tsx";
import { GoodsTable } from "./goods-table.tsx";
import { Ledger } from "./ledger.tsx";
import { isToReview, ReviewPanel } from "./review-panel.tsx";
import { ReviewState } from "./review-standing.tsx";
import { RouteLine } from "./route-line.tsx";

export const AlertPage = () => {
  const { t } = useLingui();
  const { id = "" } = useParams();
  const query = useQuery(queryOf(alerts.get, { params: { id } }));
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

const Alert = ({ alert, etag }: { readonly alert: AlertView; readonly etag: string }) => {
  const { i18n } = useLingui();
  const isReleased = alert.state === "released";
  return (
    <Page
      title={alert.reference === undefined ? alert.title : `${alert.reference} ${alert.title}`}
      heading={
        <span lang={alert.language} dir="auto">
          {alert.title}
        </span>
      }
      className="alert"
    >
      <p className="print-marking" aria-hidden="true">
        TLP:{alert.tlp} {alert.reference}
      </p>
      <Head alert={alert} />
      <p className="handling">{i18n.t(tlpMeanings[alert.tlp])}</p>
      <Todo alert={alert} etag={etag} />
      <section className="section" aria-labelledby="summary">
        <h2 id="summary">
          <Trans>Summary</Trans>
        </h2>
        <p className="written summary" lang={alert.language} dir="auto">
          {alert.summary}
        </p>
      </section>
      <section className="section" aria-labelledby="goods">
        <h2 id="goods">
          <Trans>Goods</Trans>
        </h2>
        <GoodsTable goods={alert.goods} language={alert.language} />
      </section>
      {alert.route && (
        <section className="section" aria-labelledby="route">
          <h2 id="route">
            <Trans>Route</Trans>
          </h2>
          <RouteLine route={alert.route} />
        </section>
      )}
      <Origin alert={alert} />
      {isReleased && <AuthorsLedger alert={alert} />}
    </Page>
  );
};

/** The one thing that this reader does next about it. */
const Todo = ({ alert, etag }: { readonly alert: AlertView; readonly etag: string }) => {
  const own = useMe().administration.code;
  const { review, audience } = alert;
  const isAuthor = alert.administration === own;
  if (alert.state !== "released")
    return isAuthor ? <DraftPanel alert={alert} etag={etag} /> : <ReviewPanel alert={alert} etag={etag} />;
  if (isAuthor) return review ? <ReviewState review={review} /> : null;
  // Who reviews it may be none of those it went to.
  const isAddressed = audience.kind === "group" || audience.administrations.includes(own);
  return (
    <>
      {isToReview(alert) && <ReviewPanel alert={alert} etag={etag} />}
      {isAddressed && <Told alert={alert} />}
    </>
  );
};

/** As many names as can be read in passing. */
const FEW = 4;

const Head = ({ alert }: { readonly alert: AlertView }) => {
  const { i18n } = useLingui();
  const nameOf = useAdministrationName();
  const named = alert.audience.kind === "group" ? undefined : alert.audience.administrations.map(nameOf);
  return (
    <div className="alert-head">
      <p className="alert-row-marks">
        <TlpMark tlp={alert.tlp} />
        <SeverityMark severity={alert.severity} />
        <span className="tag">{i18n.t(typeLabels[alert.type])}</span>
        {alert.state !== "released" && <span className="tag">{i18n.t(stateLabels[alert.state])}</span>}
        {alert.reference !== undefined && (
          <span className="with-copy">
            <code>{alert.reference}</code>
            <CopyButton text={alert.reference} of={alert.reference} />
          </span>
        )}
      </p>
      <p className="alert-row-meta">
        <span>
          <Trans>from {nameOf(alert.administration)}</Trans>
        </span>
        <span>
          {named === undefined ? (
            <Trans>to the whole group</Trans>
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
            <Trans>version {alert.version}</Trans>
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

const useLedger = (alert: AlertView) => {
  const me = useMe();
  const isAuthor = alert.administration === me.administration.code;
  const query = useQuery({
    ...queryOf(alerts.acknowledgements, { params: { id: alert.id } }),
    refetchInterval: isAuthor ? 15_000 : 60_000,
  });
  return { isAuthor, query, own: me.administration.code };
};

/** What the reader's administration has to do about it. */
const Told = ({ alert }: { readonly alert: AlertView }) => {
  const { isAuthor, query, own } = useLedger(alert);
  if (isAuthor) return null;
  if (query.data === undefined)
    return query.isError ? (
      <Failure error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
    ) : (
      <Skeleton lines={4} />
    );
  return (
    <AcknowledgePanel
      id={alert.id}
      line={query.data.data.items.find(({ administration }) => administration === own)}
      etag={query.data.etag}
    />
  );
};

const AuthorsLedger = ({ alert }: { readonly alert: AlertView }) => {
  const { isAuthor, query } = useLedger(alert);
  if (!isAuthor) return null;
  if (query.data === undefined)
    return query.isError ? (
      <Failure error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
    ) : (
      <Skeleton lines={6} />
    );
  return (
    <Ledger
      lines={query.data.data.items}
      group={alert.group}
      named={alert.audience.kind === "group" ? undefined : alert.audience.administrations}
    />
  );
};

/** When and where it was, and who published it first. */
const Origin = ({ alert: { event, publishedBy } }: { readonly alert: AlertView }) => {
  const { i18n } = useLingui();
  if (event === undefined && publishedBy === undefined) return null;
  return (
    <section className="section" aria-labelledby="origin">
      <h2 id="origin">
        <Trans>Origin</Trans>
      </h2>
      <dl className="facts">
        {event?.date && (
          <>
            <dt>
              <Trans>Date of the event</Trans>
            </dt>
            <dd>{partialDateOf(event.date, i18n.locale)}</dd>
          </>
        )}
        {event?.place && (
          <>
            <dt>
              <Trans>Place of the event</Trans>
            </dt>
            <dd>{event.place}</dd>
          </>
        )}
        {publishedBy && (
          <>
            <dt>
              <Trans>Published by</Trans>
            </dt>
            <dd>{publishedBy.authority}</dd>
          </>
        )}
        {publishedBy?.sourceUrl && (
          <>
            <dt>
              <Trans>Source</Trans>
            </dt>
            <dd>
              <a href={publishedBy.sourceUrl} rel="noreferrer external" target="_blank">
                {publishedBy.sourceUrl}
                <span className="visually-hidden">
                  {" "}
                  <Trans>(opens a new tab)</Trans>
                </span>
              </a>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
};
