import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { administrations } from "../../../../shared/contract/administrations.ts";
import { isRegion, regionName } from "../../../../shared/reference/regions.ts";
import { queryOf } from "../../api/queries.ts";
import { Asked } from "../../components/asked.tsx";
import { Moment } from "../../components/moment.tsx";
import { Page } from "../../components/page.tsx";
import { PeopleTabs } from "../../components/people-tabs.tsx";
import { State } from "../../components/state.tsx";
import { useNamed } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { useMe } from "../../session/me.ts";
import { Leaving } from "./leaving.tsx";
import { RecordsExport } from "./records-export.tsx";

/** The own administration: what it is here, its own records, and the way out. */
export const OwnAdministrationPage = () => {
  const { t, i18n } = useLingui();
  const { administration: own } = useMe();
  const named = useNamed();
  const query = useQuery(queryOf(administrations.get, { params: { code: own.code } }));
  const name = named(own);
  return (
    <Page title={t`Administration`} heading={name}>
      <PeopleTabs at={paths.ownAdministration()} />
      <Asked query={query} lines={6}>
        {({ data, etag = "" }) => (
          <>
            <dl className="facts">
              <dt>
                <Trans>Code</Trans>
              </dt>
              <dd>
                <code>{data.code}</code>
              </dd>
              {data.region !== undefined && isRegion(data.region) && (
                <>
                  <dt>
                    <Trans>WCO region</Trans>
                  </dt>
                  <dd>{regionName(data.region, i18n.locale)}</dd>
                </>
              )}
              <dt>
                <Trans>Takes part since</Trans>
              </dt>
              <dd>
                <Moment at={data.createdAt} />
              </dd>
              <dt>
                <Trans>Contact points</Trans>
              </dt>
              <dd>
                <Link href={paths.ownContactPoints()}>
                  <Trans>{data.contactPoints.length} named</Trans>
                </Link>{" "}
                {data.contactPointsOverdue && (
                  <State tone="waiting">
                    <Trans>Confirmation overdue</Trans>
                  </State>
                )}
              </dd>
              <dt>
                <Trans>Recognition phrase</Trans>
              </dt>
              <dd translate="no">
                {data.recognitionPhrase}{" "}
                <Link href={paths.notifications()}>
                  <Trans>Change it</Trans>
                </Link>
              </dd>
            </dl>
            <RecordsExport code={data.code} />
            <Leaving administration={data} name={name} etag={etag} onReload={() => void query.refetch()} />
          </>
        )}
      </Asked>
    </Page>
  );
};
