import { Trans, useLingui } from "@lingui/react/macro";
import { useParams } from "wouter";
import type { AdministrationView } from "../../../../shared/contract/administrations.ts";
import { isRegion, regionName } from "../../../../shared/reference/regions.ts";
import { Asked } from "../../components/asked.tsx";
import { BackLink } from "../../components/back-link.tsx";
import { Moment } from "../../components/moment.tsx";
import { Page } from "../../components/page.tsx";
import { useAdministrationName } from "../../i18n/names.ts";
import { paths } from "../../path-builder.ts";
import { isUnderWay, useAdministration } from "./administration-query.ts";
import { AdministrationStateMark } from "./administration-state.tsx";
import { ContactPoints } from "./contact-points.tsx";
import { ContactPointAccounts } from "./contact-point-accounts.tsx";
import { SettingUp } from "./setting-up.tsx";
import { Suspension } from "./suspension.tsx";

/** One administration as the secretariat sees it. */
export const AdministrationPage = () => {
  const nameOf = useAdministrationName();
  const { code = "" } = useParams<{ code: string }>();
  const query = useAdministration(code);
  const name = nameOf(code);
  return (
    <Page
      title={name}
      above={
        <BackLink href={paths.secretariat()}>
          <Trans>All administrations</Trans>
        </BackLink>
      }
    >
      <Asked query={query} lines={8}>
        {({ data, etag = "" }) => (
          <>
            {(isUnderWay(data.state) || data.state === "provisioning-failed") && <SettingUp code={code} />}
            <Facts administration={data} />
            <ContactPoints administration={data} />
            {data.kind !== "secretariat" && ["active", "suspended"].includes(data.state) && (
              <ContactPointAccounts code={code} />
            )}
            <Suspension administration={data} etag={etag} onReload={() => void query.refetch()} />
          </>
        )}
      </Asked>
    </Page>
  );
};

const Facts = ({ administration }: { readonly administration: AdministrationView }) => {
  const { i18n } = useLingui();
  const { code, state, region, createdAt, changedAt } = administration;
  return (
    <dl className="facts">
      <dt>
        <Trans>Code</Trans>
      </dt>
      <dd>
        <code>{code}</code>
      </dd>
      <dt>
        <Trans>State</Trans>
      </dt>
      <dd>
        <AdministrationStateMark state={state} />
      </dd>
      {region !== undefined && isRegion(region) && (
        <>
          <dt>
            <Trans>WCO region</Trans>
          </dt>
          <dd>{regionName(region, i18n.locale)}</dd>
        </>
      )}
      <dt>
        <Trans>Approved on</Trans>
      </dt>
      <dd>
        <Moment at={createdAt} />
      </dd>
      <dt>
        <Trans>Last change</Trans>
      </dt>
      <dd>
        <Moment at={changedAt} />
      </dd>
    </dl>
  );
};
